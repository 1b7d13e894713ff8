import type { SignUpState } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import type { TableChange } from "../table/table-change.ts";
import { mailsFor } from "./mails-for.ts";

const base = {
  pk: "SES#ses_01kexam00000000000000000a1",
  sk: "SU#0123456789abcdefghjkmnpqrs",
  _t: "sign-up",
  id: "sgn_0123456789abcdefghjkmnpqrs01kexam00000000000000000a1",
  sessionId: "ses_01kexam00000000000000000a1",
  eventId: "evt_01kexam00000000000000000a1",
  name: "Alex Example",
  email: "alex@example.org",
  version: 1,
  _at: "2026-11-24T12:00:00.000Z",
  _by: "person",
  _op: "sign_up.settle",
};
const at = (state: SignUpState, over: object = {}) => ({ ...base, state, ...over });
const changeOf = (before: TableChange["before"], after: TableChange["after"]): TableChange => ({ id: "change-1", before, after });
const kindsOf = (before: TableChange["before"], after: TableChange["after"]) => mailsFor(changeOf(before, after)).map((mail) => mail.kind);

describe("mails for a change", () => {
  const steps: [SignUpState | undefined, SignUpState, string[]][] = [
    [undefined, "received", []],
    [undefined, "confirmed", ["confirmed"]],
    [undefined, "pending", ["pending"]],
    [undefined, "waitlisted", ["waitlisted"]],
    ["received", "confirmed", ["confirmed"]],
    ["received", "pending", ["pending"]],
    ["received", "waitlisted", ["waitlisted"]],
    ["received", "refused", ["refused"]],
    ["received", "cancelled", ["cancelled"]],
    ["waitlisted", "confirmed", ["promoted"]],
    ["waitlisted", "pending", ["promoted"]],
    ["waitlisted", "declined", ["declined"]],
    ["pending", "confirmed", ["confirmed"]],
    ["pending", "declined", ["declined"]],
    ["confirmed", "withdrawn", ["withdrawn"]],
    ["confirmed", "cancelled", ["cancelled"]],
    ["confirmed", "confirmed", []],
    ["waitlisted", "waitlisted", []],
  ];
  it.each(steps)("%s → %s makes %j", (from, to, kinds) => {
    expect(kindsOf(from && at(from), at(to))).toEqual(kinds);
  });

  it("a step makes one mail, whose id is the change's own and the same each time it is delivered", () => {
    const change = changeOf(at("received"), at("confirmed"));
    const [first] = mailsFor(change);
    expect(mailsFor(change)).toEqual([first]);
    expect(mailsFor({ ...change, id: "change-2" })[0]?.id).not.toBe(first?.id);
  });

  it("holds references only, and nothing of the person", () => {
    expect(JSON.stringify(mailsFor(changeOf(at("received"), at("confirmed"))))).not.toMatch(/alex/i);
  });

  it("tells somebody that they are received only when the sweeper marks it", () => {
    expect(kindsOf(at("received"), at("received", { receivedMailDueAt: "2026-11-24T12:01:00.000Z" }))).toEqual(["received"]);
    const marked = { receivedMailDueAt: "2026-11-24T12:01:00.000Z" };
    expect(kindsOf(at("received", marked), at("received", { ...marked, version: 2 }))).toEqual([]);
  });

  it("sends the link when its holder asked, each time anew", () => {
    const first = { linkAskedAt: "2026-11-24T13:00:00.000Z" };
    expect(kindsOf(at("confirmed"), at("confirmed", first))).toEqual(["link"]);
    expect(kindsOf(at("confirmed", first), at("confirmed", { linkAskedAt: "2026-11-24T15:00:00.000Z" }))).toEqual(["link"]);
    expect(kindsOf(at("confirmed", first), at("confirmed", first))).toEqual([]);
  });

  it("a new sign-up in the place of one that was withdrawn is told as a new one, and its history is not told again", () => {
    const renewed = { id: "sgn_0123456789abcdefghjkmnpqrs01kexam00000000000000000b2" };
    expect(kindsOf(at("withdrawn"), at("waitlisted", renewed))).toEqual(["waitlisted"]);
    expect(kindsOf(at("confirmed"), at("confirmed", renewed))).toEqual(["confirmed"]);
    expect(kindsOf(undefined, at("withdrawn", { sk: "OLD#0123#01k", _t: "earlier-sign-up" }))).toEqual([]);
  });

  it("knows whether an entry in a calendar has to go", () => {
    expect(mailsFor(changeOf(at("confirmed"), at("withdrawn")))[0]?.wasConfirmed).toBe(true);
    expect(mailsFor(changeOf(at("waitlisted"), at("withdrawn")))[0]?.wasConfirmed).toBe(false);
  });

  it("other items make none, and an item that only calls itself a sign-up is thrown back", () => {
    expect(mailsFor(changeOf(undefined, { pk: "EVT#1", sk: "META", _t: "event" }))).toEqual([]);
    expect(mailsFor(changeOf(at("confirmed"), undefined))).toEqual([]);
    expect(() => mailsFor(changeOf(undefined, { _t: "sign-up", pk: "SES#1", sk: "SU#1" }))).toThrow();
  });
});
