import type { SQSBatchResponse, SQSRecord } from "aws-lambda";
import * as z from "zod";
import { deliver, markDead } from "../mail/deliver.ts";
import type { MailerDeps } from "../mail/mailer.ts";
import { depsFromEnvironment } from "./environment.ts";
import { nameOf } from "./error-name.ts";
import { sesMailer } from "./ses-mailer.ts";

export { deliver, markDead } from "../mail/deliver.ts";

const Message = z.strictObject({ mailId: z.string().min(1) });

/**
 * Delivers the mails of a batch, each on its own: one that fails goes back to the queue alone.
 *
 * @param lastReceive the queue's `maxReceiveCount`: failing then, a mail is marked as dead before SQS moves its message away
 */
export async function deliverMessages(deps: MailerDeps, records: readonly SQSRecord[], lastReceive: number): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  for (const { messageId, body, attributes } of records) {
    try {
      const { mailId } = Message.parse(JSON.parse(body));
      await deliver(deps, mailId).catch(async (error: unknown) => {
        if (Number(attributes.ApproximateReceiveCount) >= lastReceive) await markDead(deps, mailId);
        throw error;
      });
    } catch (error) {
      failed.push(messageId);
      deps.log.error("a mail was not delivered", { messageId, error: nameOf(error) });
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

const Environment = z.object({ SES_CONFIGURATION_SET: z.string().min(1).optional(), MAIL_MAX_RECEIVES: z.coerce.number().int().min(1) });

let ready: { deps: MailerDeps; lastReceive: number } | undefined;

/** Works through the mail queue. */
export async function handler(event: { Records: SQSRecord[] }): Promise<SQSBatchResponse> {
  if (!ready) {
    const told = Environment.parse(process.env);
    ready = { deps: { ...depsFromEnvironment("mailer"), mailer: sesMailer(told.SES_CONFIGURATION_SET) }, lastReceive: told.MAIL_MAX_RECEIVES };
  }
  return deliverMessages(ready.deps, event.Records, ready.lastReceive);
}
