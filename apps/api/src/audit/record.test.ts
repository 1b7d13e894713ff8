import { describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { exampleEvent, exampleSession, exampleSignUp } from "../../test/mail-facts.ts";
import type { Change } from "../table/changes.ts";
import { stamp } from "../table/changes.ts";
import type { Item } from "../table/transact.ts";
import { write } from "../table/transact.ts";
import { auditFor } from "./record.ts";
import { auditWrite, fileAuditRecord, listAuditRecords } from "./store.ts";

const change: Change = { by: { kind: "user", userId: "usr_clerk" }, at: "2026-11-24T12:00:00.000Z" as Change["at"], op: "event.edit" };
const eventItem = (over: object = {}, session: object = {}): Item => ({
  pk: "EVT#1",
  sk: "META",
  _t: "event",
  listPk: "EVENTS",
  ...exampleEvent(over, exampleSession(session)),
  ...stamp(change),
});
const signUpItem = (state: Parameters<typeof exampleSignUp>[0], over: object = {}): Item => ({
  pk: "SES#1",
  sk: "SU#1",
  _t: "sign-up",
  keyHash: "k",
  queueKey: "N#1",
  ...exampleSignUp(state, over),
  ...stamp({ ...change, op: "sign_up.correct" }),
});
const seatsItem = (over: object): Item => ({
  pk: "SEAT#1",
  sk: "SEAT",
  _t: "seats",
  sessionId: "ses_1",
  status: "open",
  capacity: 5,
  confirmed: 1,
  version: 1,
  ...over,
  ...stamp(change),
});

describe("an audit record", () => {
  it("names the fields that changed, and tells the values of those that say nothing about a person", () => {
    const record = auditFor({
      before: eventItem({ title: "Before" }),
      after: eventItem({ title: "After", contact: { title: "Ada Canary", phone: "212-555-0199" }, version: 4 }, { capacity: 50 }),
    });
    expect(record).toMatchObject({ by: "usr_clerk", op: "event.edit", at: change.at });
    const session = `sessions.${exampleSession().id}.capacity`;
    expect(record?.changed).toEqual(["contact", session, "title", "version"].sort());
    expect(record?.before).toEqual({ title: "Before", version: 3, [session]: 40 });
    expect(record?.after).toEqual({ title: "After", version: 4, [session]: 50 });
  });

  it("never holds a name, an address, an answer, or what the office wrote to a person", () => {
    const canaries = { name: "Canary Vogelsang", email: "canary@vogelsang.example", affiliation: "Canary Works", answers: { diet: "canary seed" } };
    const records = [
      auditFor({ before: undefined, after: signUpItem("received", canaries) }),
      auditFor({ before: signUpItem("confirmed"), after: signUpItem("confirmed", { ...canaries, version: 3 }) }),
      auditFor({ before: signUpItem("pending", canaries), after: signUpItem("declined", { ...canaries, reason: "canary" }) }),
      auditFor({ before: signUpItem("confirmed", canaries), after: undefined }),
    ];
    expect(records.every((record) => record !== undefined)).toBe(true);
    expect(JSON.stringify(records)).not.toMatch(/canary|vogelsang/i);
    expect(records[1]?.changed).toEqual(["affiliation", "answers", "email", "name", "version"]);
  });

  it("is made of what the office set on seats, and not of what settling counts", () => {
    expect(auditFor({ before: seatsItem({}), after: seatsItem({ confirmed: 2, version: 2 }) })).toBeUndefined();
    expect(auditFor({ before: seatsItem({}), after: seatsItem({ capacity: 9, version: 2 }) })).toMatchObject({
      subject: "ses_1",
      before: { capacity: 5 },
      after: { capacity: 9 },
    });
  });

  it("is not made of what nobody would ask about: a map that came back in another order, a mark, a mail", () => {
    const after = signUpItem("received", { answers: { b: "2", a: "1" }, receivedMailDueAt: change.at });
    expect(auditFor({ before: signUpItem("received", { answers: { a: "1", b: "2" } }), after })).toBeUndefined();
    expect(auditFor({ before: undefined, after: { pk: "MAIL#1", sk: "MAIL", _t: "mail" } })).toBeUndefined();
  });

  it("says that nobody is known where an item was removed without a word", () => {
    expect(auditFor({ before: signUpItem("confirmed"), after: undefined })).toMatchObject({ by: "unknown", op: "sign-up.remove" });
    expect(auditFor({ before: eventItem({ status: "draft" }), after: undefined })).toBeUndefined();
  });

  it("written with its change and again from the stream, it stands there once", async () => {
    const deps = await testDeps();
    const before = signUpItem("pending", { version: 2 });
    const after = signUpItem("confirmed", { version: 3 });
    const member = auditWrite(deps, {
      subject: String(after.id),
      item: { pk: "SES#1", sk: "SU#1", version: 3 },
      change: { ...change, op: "sign_up.correct" },
      changed: ["state"],
    });
    expect(await write(deps, [member])).toEqual({ ok: true });
    const record = auditFor({ before, after });
    if (!record) throw new Error("no record");
    await fileAuditRecord(deps, record);
    await fileAuditRecord(deps, record);
    expect(await listAuditRecords(deps, String(after.id))).toHaveLength(1);
    const [item] = await allItems(deps, "audit-record");
    expect(item).toMatchObject({ pk: `AUD#${after.id}`, listPk: "AUDIT#2026-11-24", by: "usr_clerk", changed: ["state"] });
  });

  it("a second record of the same change cannot replace the first", async () => {
    const deps = await testDeps();
    const facts = { subject: "evt_1", item: { pk: "EVT#1", sk: "META", version: 2 }, change };
    expect((await write(deps, [auditWrite(deps, { ...facts, changed: ["title"] })])).ok).toBe(true);
    expect((await write(deps, [auditWrite(deps, { ...facts, changed: [] })])).ok).toBe(false);
    expect((await listAuditRecords(deps, "evt_1"))[0]?.changed).toEqual(["title"]);
  });
});
