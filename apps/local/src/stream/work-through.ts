import { setTimeout as wait } from "node:timers/promises";
import type { handleRecords } from "@cte-partnerships/api/local";

/** A change of the table as a Lambda function is handed it. */
export type StreamRecord = Parameters<typeof handleRecords>[1][number];

export interface Consumer {
  /** Lambda's contract with partial answers: names the sequence numbers that failed, or throws for the whole batch. */
  handle(records: StreamRecord[]): Promise<{ batchItemFailures: { itemIdentifier: string }[] }>;
  /** Whether the database answers. While it does not, no record is to blame. */
  isReachable(): Promise<boolean>;
  /** Everything up to this sequence number needs no second look. */
  checkpoint(sequenceNumber: string): void;
  /** Given up after the last attempt, with the name of its error; kept for somebody to look at. */
  bury(record: StreamRecord, error: string): Promise<void>;
  signal: AbortSignal;
}

export const attempts = 5;
const firstPause = 50;
const outagePause = 250;

const sequenceOf = (record: StreamRecord): string => record.dynamodb?.SequenceNumber ?? "";

/**
 * Works through records in order as Lambda's poller does with `ReportBatchItemFailures` and `BisectBatchOnFunctionError`:
 * what stands before the lowest failure is done, a batch that fails as a whole is halved, and a record that fails alone
 * five times goes to the dead letters, so that one poisoned record does not hold up those behind it. Rejects when stopped.
 */
export async function workThrough(records: readonly StreamRecord[], consumer: Consumer): Promise<void> {
  const { handle, isReachable, checkpoint, bury, signal } = consumer;
  // Parts of the batch still to do, in order. Splitting a part puts its pieces in its place.
  const parts: StreamRecord[][] = [[...records]];
  let failures = 0;
  for (;;) {
    signal.throwIfAborted();
    const part = parts[0];
    if (!part) return;
    const [head] = part;
    if (!head) {
      parts.shift();
      continue;
    }
    const { done, error } = await countDone(part, handle);
    if (done > 0) {
      checkpoint(sequenceOf(part[done - 1] ?? head));
      parts[0] = part.slice(done);
      failures = 0;
      continue;
    }
    if (!(await isReachable())) {
      await wait(outagePause, undefined, { signal });
      continue;
    }
    if (part.length > 1) {
      // Named as the lowest failure, the head is retried alone; where nobody knows which one failed, halves find out.
      const cut = done === 0 ? 1 : Math.ceil(part.length / 2);
      parts.splice(0, 1, part.slice(0, cut), part.slice(cut));
      failures = 0;
      continue;
    }
    failures += 1;
    if (failures < attempts) {
      await wait(firstPause * 2 ** (failures - 1), undefined, { signal });
      continue;
    }
    await bury(head, error);
    checkpoint(sequenceOf(head));
    parts.shift();
    failures = 0;
  }
}

/** How many records from the first are done; -1 where the whole batch failed and nobody knows why. The name of what failed. */
async function countDone(part: StreamRecord[], handle: Consumer["handle"]): Promise<{ done: number; error: string }> {
  try {
    const { batchItemFailures } = await handle(part);
    if (batchItemFailures.length === 0) return { done: part.length, error: "" };
    const failed = new Set(batchItemFailures.map((failure) => failure.itemIdentifier));
    // An answer that names no record of ours blames the whole batch: Lambda reads it so too. What failed stands in the log.
    return { done: part.findIndex((record) => failed.has(sequenceOf(record))), error: "BatchItemFailure" };
  } catch (error) {
    return { done: -1, error: error instanceof Error ? error.name : "unknown" };
  }
}
