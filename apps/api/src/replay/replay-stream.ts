import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import type { Deps } from "../deps.ts";
import { type Batch, batchIn, type StreamReader } from "../table/stream-batch.ts";

/** The queue of what was put aside. Whoever takes a message has it to themselves for a while, and says when it is done with. */
export interface DeadLetters {
  take(): Promise<{ id: string; body: string; remove(): Promise<void> }[]>;
}

export interface Replaying {
  deadLetters: DeadLetters;
  readBatch: StreamReader;
  /** What the stream's function does with records. */
  followUp(records: readonly DynamoDBRecord[]): Promise<DynamoDBBatchResponse>;
}

export interface Replayed {
  /** Messages whose records were followed up; they are gone from the queue. */
  batches: number;
  records: number;
  /** What stays in the queue, and why. */
  left: { messageId: string; why: "unreadable" | "of another table" | "forgotten by the stream" | "failed again" }[];
}

/**
 * Follows up what the stream's function gave up on, from the queue of its dead letters. Following up twice changes nothing, so
 * this may be broken off and begun again.
 */
export async function replayStream({ table }: Pick<Deps, "table">, replaying: Replaying): Promise<Replayed> {
  const replayed: Replayed = { batches: 0, records: 0, left: [] };
  const seen = new Set<string>();
  for (;;) {
    const fresh = (await replaying.deadLetters.take()).filter(({ id }) => !seen.has(id));
    if (fresh.length === 0) return replayed;
    for (const { id, body, remove } of fresh) {
      seen.add(id);
      const outcome = await replayBatch(table.name, replaying, body);
      if (typeof outcome === "string") {
        replayed.left.push({ messageId: id, why: outcome });
        continue;
      }
      await remove();
      replayed.batches += 1;
      replayed.records += outcome;
    }
  }
}

async function replayBatch(tableName: string, { readBatch, followUp }: Replaying, body: string): Promise<number | Replayed["left"][number]["why"]> {
  const batch = readable(body);
  if (!batch) return "unreadable";
  // After a restore the old table's changes are not this table's: what was undone must not be followed up.
  if (!batch.streamArn.includes(`/${tableName}/`)) return "of another table";
  const records = await readBatch(batch);
  if (!records) return "forgotten by the stream";
  return (await followUp(records)).batchItemFailures.length > 0 ? "failed again" : records.length;
}

function readable(body: string): Batch | undefined {
  try {
    return batchIn(body);
  } catch {
    return undefined;
  }
}
