import { remainingSeats, type SessionId } from "@cte-partnerships/domain";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { auditFor } from "../audit/record.ts";
import { fileAuditRecord } from "../audit/store.ts";
import { continueFanOut } from "../fan-out/continue-fan-out.ts";
import { FanOut, fanOutsFor } from "../fan-out/fan-out.ts";
import { startFanOut } from "../fan-out/store.ts";
import { handOverFailedMails, handOverIn } from "../mail/hand-over.ts";
import { Mail } from "../mail/mail.ts";
import { longestDelaySeconds, type StreamDeps } from "../mail/mailer.ts";
import { mailsFor } from "../mail/mails-for.ts";
import { makeMail } from "../mail/store.ts";
import { hasSomethingToSettle } from "../sign-up/has-something-to-settle.ts";
import { settleSession } from "../sign-up/settle-queue.ts";
import type { Change } from "../table/changes.ts";
import { type TableChange, tableChangeFrom } from "../table/table-change.ts";
import { nameOf } from "./error-name.ts";
import { inParallel } from "./in-parallel.ts";
import { streamDepsFromEnvironment } from "./stream-environment.ts";

/**
 * Turns changes of the table into what follows from them: audit records, mails, fan-outs, and the settling of whoever was
 * left unsettled. Everything is made under a condition on the change's own id, so records may come again, and late. Order
 * is kept for each item: where a record fails, those of the same item behind it wait for its next delivery.
 *
 * @returns the records that failed, lowest first; Lambda delivers from the lowest on again
 */
export async function handleRecords(deps: StreamDeps, records: readonly DynamoDBRecord[]): Promise<DynamoDBBatchResponse> {
  const failed = new Set<DynamoDBRecord>();
  const fail = (record: DynamoDBRecord, error: unknown) => {
    failed.add(record);
    deps.log.error("a change could not be followed up", { changeId: record.eventID ?? "", error: nameOf(error) });
  };
  const toSettle = new Map<SessionId, DynamoDBRecord>();
  await inParallel(byItem(records), async (ofOneItem) => {
    for (const record of ofOneItem) {
      try {
        const change = tableChangeFrom(record);
        await followUp(deps, change);
        for (const sessionId of unsettledSession(change)) if (!toSettle.has(sessionId)) toSettle.set(sessionId, record);
      } catch (error) {
        fail(record, error);
        return;
      }
    }
  });
  await inParallel([...toSettle], async ([sessionId, record]) => {
    try {
      // By the time a change comes here, the request that made it has mostly settled the session itself.
      if (await hasSomethingToSettle(deps, sessionId)) await settleSession(deps, sessionId);
    } catch (error) {
      fail(record, error);
    }
  });
  return { batchItemFailures: records.filter((record) => failed.has(record)).map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" })) };
}

async function followUp(deps: StreamDeps, change: TableChange): Promise<void> {
  const { before, after } = change;
  if (before?._t === "audit-record") {
    // Nothing of ours does this, and no role can be kept from putting one record in place of another: so it is told.
    deps.log.error("an audit record was changed", { changeId: change.id, isRemoved: after === undefined });
    return;
  }
  if (after?._t === "mail") {
    if (!before) await queueMail(deps, Mail.parse(after));
    return;
  }
  if (after?._t === "fan-out") {
    const { id, state, page } = FanOut.parse(after);
    if (state === "running") await continueFanOut(deps, id, page);
    return;
  }
  const record = auditFor(change);
  const handOver = handOverIn(change);
  const at = deps.now();
  const mailChange: Change = { by: { kind: "system", part: "mail" }, at, op: "mail.make" };
  const fanOutChange: Change = { by: { kind: "system", part: "stream" }, at, op: "fan_out.start" };
  await Promise.all([
    record && fileAuditRecord(deps, record),
    handOver && handOverFailedMails(deps, handOver),
    ...mailsFor(change).map((mail) => makeMail(deps, mail, mailChange)),
    ...fanOutsFor(change).map((fanOut) => startFanOut(deps, fanOut, fanOutChange)),
  ]);
}

/** What has to wait longer than the queue lets it is found by the sweep when its time has come. */
async function queueMail({ mailQueue, now }: StreamDeps, { id, sendAfter }: Mail): Promise<void> {
  const afterSeconds = sendAfter === undefined ? 0 : Math.max(0, (Date.parse(sendAfter) - Date.parse(now())) / 1000);
  if (afterSeconds <= longestDelaySeconds) await mailQueue.send(id, afterSeconds);
}

/** Sessions in which this change may have left somebody without an answer: somebody taken in, or a free seat with people in line. */
function unsettledSession({ after }: TableChange): SessionId[] {
  if (after?._t === "sign-up" && after.state === "received") return [after.sessionId as SessionId];
  if (after?._t !== "seats" || after.status !== "open" || Number(after.waiting) === 0) return [];
  return remainingSeats(after as Parameters<typeof remainingSeats>[0]) > 0 ? [after.sessionId as SessionId] : [];
}

/** Records of one item keep their order; items do not wait for each other. */
function byItem(records: readonly DynamoDBRecord[]): DynamoDBRecord[][] {
  const groups = new Map<string, DynamoDBRecord[]>();
  for (const record of records) {
    const keys = record.dynamodb?.Keys;
    const item = keys ? `${keys.pk?.S ?? ""}\n${keys.sk?.S ?? ""}` : `record ${record.dynamodb?.SequenceNumber ?? ""}`;
    groups.set(item, [...(groups.get(item) ?? []), record]);
  }
  return [...groups.values()];
}

let ready: StreamDeps | undefined;

/** Reads the table's stream. What it needs is built at the first event, since the local system uses the rest of this module. */
export async function handler(event: { Records: DynamoDBRecord[] }): Promise<DynamoDBBatchResponse> {
  ready ??= streamDepsFromEnvironment("stream");
  return handleRecords(ready, event.Records);
}
