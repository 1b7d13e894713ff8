import type { Deps } from "../deps.ts";
import { handleRecords } from "../lambda/stream.ts";
import { type Batch, batchIn, type StreamReader } from "../table/stream-batch.ts";

/** The queue of what was put aside. Whoever takes a message has it to themselves for a while, and says when it is done with. */
export interface DeadLetters {
  take(): Promise<{ id: string; body: string; remove(): Promise<void> }[]>;
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
 * this may be broken off and begun again. A mail that is made here is handed to its queue by the next sweep.
 */
export async function replayStream(deps: Deps, deadLetters: DeadLetters, readBatch: StreamReader): Promise<Replayed> {
  const replayed: Replayed = { batches: 0, records: 0, left: [] };
  const seen = new Set<string>();
  for (;;) {
    const fresh = (await deadLetters.take()).filter(({ id }) => !seen.has(id));
    if (fresh.length === 0) return replayed;
    for (const { id, body, remove } of fresh) {
      seen.add(id);
      const outcome = await replayBatch(deps, readBatch, body);
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

async function replayBatch(deps: Deps, readBatch: StreamReader, body: string): Promise<number | Replayed["left"][number]["why"]> {
  const batch = readable(body);
  if (!batch) return "unreadable";
  // After a restore the old table's changes are not this table's: what was undone must not be followed up.
  if (!batch.streamArn.includes(`/${deps.table.name}/`)) return "of another table";
  const records = await readBatch(batch);
  if (!records) return "forgotten by the stream";
  const { batchItemFailures } = await handleRecords({ ...deps, mailQueue: { send: async () => {} } }, records);
  return batchItemFailures.length > 0 ? "failed again" : records.length;
}

function readable(body: string): Batch | undefined {
  try {
    return batchIn(body);
  } catch {
    return undefined;
  }
}
