import { createHash } from "node:crypto";
import { crockford, type Ids } from "@cte-partnerships/api/local";
import { EventId, type Instant, millisecondsOf, SessionId } from "@cte-partnerships/domain";

/**
 * Ids that are the same at every start: made anew after a crash, an event of the demonstration finds itself. Only events
 * and sessions are named so; people's sign-ups find themselves by their idempotency key.
 */
export function fixedIds(word: string, at: Instant, others: Ids): Ids {
  let made = 0;
  const ulid = (): string => {
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(millisecondsOf(at)) << 16n);
    bytes.set(createHash("sha256").update(`${word}\n${at}\n${made++}`).digest().subarray(0, 10), 6);
    return crockford(bytes);
  };
  return { ...others, event: () => EventId.parse(`evt_${ulid()}`), session: () => SessionId.parse(`ses_${ulid()}`) };
}
