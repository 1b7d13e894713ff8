import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import type { Deps } from "../deps.ts";
import { suppressedBy } from "../mail/suppression.ts";
import { suppress } from "../mail/suppression-store.ts";
import { depsFromEnvironment } from "./environment.ts";
import { nameOf } from "./error-name.ts";

/** Notes who gets no more mails. What cannot be read or noted goes back to the queue by itself, and in the end to the dead letters. */
export async function noteBounces(deps: Deps, records: readonly SQSRecord[]): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  for (const { messageId, body } of records) {
    try {
      for (const { email, reason } of suppressedBy(JSON.parse(body))) {
        const now = deps.now();
        await suppress(deps, email, { reason, since: now }, { by: { kind: "system", part: "bounces" }, at: now, op: "mail.suppress" });
        deps.log.info("an address gets no more mails", { reason });
      }
    } catch (error) {
      failed.push(messageId);
      deps.log.error("a bounce was not noted", { messageId, error: nameOf(error) });
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

let ready: Deps | undefined;

/** Works through what the mail service tells of bounces and complaints. */
export async function handler(event: { Records: SQSRecord[] }): Promise<SQSBatchResponse> {
  ready ??= depsFromEnvironment("bounces");
  return noteBounces(ready, event.Records);
}
