import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from "node:crypto";
import { crockford } from "./ids.ts";

/** Keys by their id, newest first: the first signs, every one still verifies. That is how a key is rotated. */
export type KeyRing = readonly { id: number; key: string }[];

export interface Secrets {
  /** Turns addresses into keys that cannot be turned back. Never rotated: the keys of sign-ups stand on it. */
  addressKey: string;
  /** Signs manage and status links. */
  links: KeyRing;
  /** Signs the hidden timestamp and idempotency key of forms, and list cursors. */
  forms: KeyRing;
  /** Seals the short-lived cookie that carries a sign-in to its end. */
  cookies: KeyRing;
}

// A deployment has a handful of keys, and a sign-up uses them four times: each is made ready once.
const ready = new Map<string, KeyObject>();

function readyKey(key: string): KeyObject {
  const known = ready.get(key);
  if (known) return known;
  const made = createSecretKey(key, "utf8");
  ready.set(key, made);
  return made;
}

export const sign = (key: string, ...parts: string[]): Buffer => createHmac("sha256", readyKey(key)).update(parts.join("\n")).digest();

export const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** A person's key at a session or an event: 128 bits of a keyed hash of the place and the address, 26 characters. */
export const personKey = (secrets: Pick<Secrets, "addressKey">, place: string, email: string): string =>
  crockford(sign(secrets.addressKey, "person", place, email).subarray(0, 16));
