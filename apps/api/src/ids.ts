import { randomFillSync } from "node:crypto";
import { EventId, GrantId, type SessionId, type SignUpId, type UserId } from "@cte-partnerships/domain";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Bytes as lower-case Crockford base 32, most significant first, padded at the front: 16 bytes become 26 characters. */
export function crockford(bytes: Uint8Array): string {
  let text = "";
  let bits = (bytes.length * 8) % 5 === 0 ? 0 : 5 - ((bytes.length * 8) % 5);
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
      value &= (1 << bits) - 1;
    }
  }
  return text;
}

/** Makes ids. One process never makes two whose order disagrees with the order in which they were made. */
export interface Ids {
  ulid(): string;
  event(): EventId;
  session(): SessionId;
  user(): UserId;
  grant(): GrantId;
  signUp(personKey: string): SignUpId;
}

export function makeIds(clock: () => number = Date.now): Ids {
  let lastTime = 0;
  let lastChance = new Uint8Array(10);
  const ulid = (): string => {
    const time = Math.max(clock(), lastTime);
    if (time === lastTime) lastChance = plusOne(lastChance);
    else lastChance = tenBytes();
    lastTime = time;
    const bytes = new Uint8Array(16);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(time) << 16n);
    bytes.set(lastChance, 6);
    return crockford(bytes);
  };
  return {
    ulid,
    event: () => EventId.parse(`evt_${ulid()}`),
    session: () => `ses_${ulid()}` as SessionId,
    user: () => `usr_${ulid()}` as UserId,
    grant: () => GrantId.parse(`grt_${ulid()}`),
    signUp: (personKey) => `sgn_${personKey}${ulid()}` as SignUpId,
  };
}

// Asking the system for chance costs the same for ten bytes as for a page of them. Each byte is used once.
const pool = new Uint8Array(2560);
let used = pool.length;

function tenBytes(): Uint8Array<ArrayBuffer> {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 10;
  return pool.slice(used - 10, used);
}

function plusOne(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(bytes);
  for (let index = next.length - 1; index >= 0; index--) {
    next[index] = ((next[index] ?? 0) + 1) & 255;
    if (next[index] !== 0) break;
  }
  return next;
}
