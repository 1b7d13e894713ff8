import { randomBytes } from "node:crypto";
import { millisecondsOf, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { isSame, type Secrets, sign } from "../secrets.ts";

/** Nobody reads and fills a form quicker than that; programs do. */
export const quickestMilliseconds = 2_000;
/** After that the form comes back filled in, with a fresh token. */
export const longestMilliseconds = 4 * 3_600_000;

type Signer = Pick<Deps, "secrets" | "now">;

export type FormToken =
  /** The key makes a double click, a reload and a retry one and the same sign-up. */
  { kind: "good"; idempotencyKey: string } | { kind: "too_quick"; idempotencyKey: string } | { kind: "expired" };

/** Hidden in the form of one session: when it was given out, a key for the sign-up that it may become, and a MAC. No cookie is needed. */
export function issueFormToken({ secrets, now }: Signer, sessionId: SessionId): string {
  const [newest] = secrets.forms;
  if (!newest) throw new Error("there is no key to sign forms with");
  const said = `${newest.id.toString(36)}.${millisecondsOf(now()).toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${said}.${mac(newest.key, sessionId, said)}`;
}

const pattern = /^([0-9a-z]{1,6})\.([0-9a-z]{1,10})\.([\w-]{22})\.([\w-]{22})$/;

/** A token that is forged, or another session's, is told from an old one by nobody: the form simply comes back. */
export function readFormToken({ secrets, now }: Signer, sessionId: SessionId, token: string): FormToken {
  const match = pattern.exec(token);
  if (!match) return { kind: "expired" };
  const [, keyId = "", issuedAt = "", chance = "", given = ""] = match;
  const key = keyOf(secrets, Number.parseInt(keyId, 36));
  const said = token.slice(0, token.lastIndexOf("."));
  if (key === undefined || !isSame(Buffer.from(mac(key, sessionId, said)), Buffer.from(given))) return { kind: "expired" };
  const age = millisecondsOf(now()) - Number.parseInt(issuedAt, 36);
  if (age > longestMilliseconds) return { kind: "expired" };
  return { kind: age < quickestMilliseconds ? "too_quick" : "good", idempotencyKey: `form-${chance}` };
}

const keyOf = (secrets: Pick<Secrets, "forms">, id: number): string | undefined => secrets.forms.find((known) => known.id === id)?.key;

const mac = (key: string, sessionId: SessionId, said: string): string => sign(key, "form", sessionId, said).subarray(0, 16).toString("base64url");
