import { type Instant, instantFrom, type SessionId, type SignUpId } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import type { KeyRing } from "../secrets.ts";
import { issueFormToken, readFormToken } from "./form-token.ts";
import { linkToken, readLinkToken } from "./link.ts";

const sessionId = `ses_${"0".repeat(26)}` as SessionId;
const link = { sessionId, signUpId: `sgn_${"0".repeat(52)}` as SignUpId, linkVersion: 1 };
const at = (text: string) => () => text as Instant;
const [opened, sent] = [at("2026-11-26T12:00:00.000Z"), at(instantFrom(Date.parse("2026-11-26T12:01:00.000Z")))];

/** The steps of docs/operations.md: a key alone, a new one in front of it, the old one taken away. */
const [first, second] = [
  { id: 1, key: "first ".repeat(8) },
  { id: 2, key: "second ".repeat(8) },
];
const alone: KeyRing = [first];
const both: KeyRing = [second, first];
const after: KeyRing = [second];

describe("rotating the keys of links", () => {
  const mailed = linkToken({ links: alone }, "manage", link);

  it("lets links that were mailed before open until their key is taken away", () => {
    expect([alone, both, after].map((links) => readLinkToken({ links }, "manage", mailed)?.signUpId)).toEqual([link.signUpId, link.signUpId, undefined]);
  });

  it("signs by the new key from the first step on", () => {
    expect(readLinkToken({ links: after }, "manage", linkToken({ links: both }, "manage", link))).toEqual(link);
  });

  it("makes a stolen key worthless by taking it away, also under the new one's id", () => {
    const forged = linkToken({ links: [{ id: second.id, key: first.key }] }, "manage", link);
    expect(readLinkToken({ links: both }, "manage", forged)).toBeUndefined();
  });
});

describe("rotating the keys of forms", () => {
  const read = (forms: KeyRing, signedBy: KeyRing) =>
    readFormToken({ secrets: { forms } as never, now: sent }, sessionId, issueFormToken({ secrets: { forms: signedBy } as never, now: opened }, sessionId))
      .kind;

  it("lets a form that is open in a browser be sent, until its key is taken away: then it comes back filled in", () => {
    expect([alone, both, after].map((ring) => read(ring, alone))).toEqual(["good", "good", "expired"]);
    expect(read(after, both)).toBe("good");
  });
});
