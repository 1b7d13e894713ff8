import type { SessionId, SignUpId } from "@cte-partnerships/domain";
import { isSame, type Secrets, sign } from "../secrets.ts";

export type LinkPurpose = "manage" | "status";

/** What a link is about. Raising the version that stands on the sign-up makes every link with an older one worthless. */
export interface Link {
  sessionId: SessionId;
  signUpId: SignUpId;
  linkVersion: number;
}

const purposes: Record<LinkPurpose, string> = { manage: "m", status: "s" };
const macBytes = 16;

/**
 * A link's secret part: what it is about, and a MAC over it under the newest key. The table holds none of it. Ids are
 * written without their prefixes, which the reader knows.
 */
export function linkToken(secrets: Pick<Secrets, "links">, purpose: LinkPurpose, { sessionId, signUpId, linkVersion }: Link): string {
  const [newest] = secrets.links;
  if (!newest) throw new Error("there is no key to sign links with");
  const said = `${purposes[purpose]}${newest.id.toString(36)}.${linkVersion.toString(36)}.${sessionId.slice(4)}${signUpId.slice(4)}`;
  return `${said}.${mac(newest.key, said).toString("base64url")}`;
}

const pattern = /^([ms])([0-9a-z]{1,6})\.([0-9a-z]{1,6})\.([0-9a-hjkmnp-tv-z]{26})([0-9a-hjkmnp-tv-z]{52})\.([\w-]{22})$/;

/** What a token says, where its MAC holds under a key that still stands. Whether the link version is current, only the sign-up knows. */
export function readLinkToken(secrets: Pick<Secrets, "links">, purpose: LinkPurpose, token: string): Link | undefined {
  const match = pattern.exec(token);
  if (!match) return undefined;
  const [, letter = "", keyId = "", version = "", session = "", signUp = "", given = ""] = match;
  const key = secrets.links.find((candidate) => candidate.id === Number.parseInt(keyId, 36));
  if (letter !== purposes[purpose] || !key) return undefined;
  const said = token.slice(0, token.lastIndexOf("."));
  if (!isSame(mac(key.key, said), Buffer.from(given, "base64url"))) return undefined;
  return { sessionId: `ses_${session}` as SessionId, signUpId: `sgn_${signUp}` as SignUpId, linkVersion: Number.parseInt(version, 36) };
}

const mac = (key: string, said: string) => sign(key, "link", said).subarray(0, macBytes);
