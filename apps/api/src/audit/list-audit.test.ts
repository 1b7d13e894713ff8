import { type Instant, type IsoDate, minutesAfter, type UserId } from "@cte-partnerships/domain";
import { readCsvText } from "@cte-partnerships/domain/interchange";
import { beforeEach, describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { beginSession } from "../access/begin-session.ts";
import { giveGrant } from "../access/give-grant.ts";
import { registerUser } from "../access/register-user.ts";
import { buildAdminApp } from "../admin-app.ts";
import { beginningOf } from "../today.ts";
import type { AuditPage } from "./contract.ts";
import { fileAuditRecord, listAuditRecords } from "./store.ts";

const by = { kind: "system", part: "test" } as const;
const now = "2027-03-10T15:00:00.000Z" as Instant;
let deps: Awaited<ReturnType<typeof testDeps>>;
let dana: UserId;
let ask: (path: string, body?: unknown) => Promise<Response>;

beforeEach(async () => {
  deps = await testDeps();
  deps.clock.set(minutesAfter(now, -60 * 24 * 90));
  const user = await registerUser(deps, { issuer: "https://login.example", subject: "dana", name: "Dana Example", by });
  await giveGrant(deps, { userId: user.id, role: "coordinator", scope: { kind: "city" }, by });
  dana = user.id;
  deps.clock.set(now);
  const cookie = `session=${await beginSession(deps, user)}`;
  const app = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
  ask = async (path, body) =>
    app.request(`/api/admin/audit${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { cookie, "x-requested-by": "console", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
});

let made = 0;
const file = (at: string, over: object = {}) =>
  fileAuditRecord(deps, {
    subject: "evt_one",
    changeId: String(++made).padStart(6, "0"),
    at: at as Instant,
    by: dana,
    op: "event.edit",
    changed: ["title"],
    before: { title: "Before" },
    after: { title: "After" },
    ...over,
  });
const list = async (query = "") => {
  const response = await ask(query);
  expect(response.status, query).toBe(200);
  return (await response.json()) as AuditPage;
};

/** Every page to the end. */
async function all(query: string): Promise<{ pages: number; ats: string[] }> {
  const ats: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page: AuditPage = await list(`${query}${cursor === undefined ? "" : `${query === "" ? "?" : "&"}cursor=${cursor}`}`);
    ats.push(...page.records.map(({ at }) => at));
    cursor = page.nextCursor;
    pages += 1;
  } while (cursor !== undefined && pages < 100);
  return { pages, ats };
}

describe("the audit log", () => {
  it("tells who changed what from what to what, latest first, with people of the office by name", async () => {
    await file("2027-03-09T10:00:00.000Z");
    await file("2027-03-10T10:00:00.000Z", {
      by: "person",
      op: "sign_up.take_in",
      subject: "sgn_one",
      changed: ["state"],
      before: {},
      after: { state: "received", scope: { kind: "city" } },
    });
    const { records } = await list();
    expect(records).toMatchObject([
      { by: "person", op: "sign_up.take_in", subject: "sgn_one" },
      { by: dana, byName: "Dana Example", changed: [{ field: "title", before: "Before", after: "After" }] },
    ]);
    expect(records[0]?.changed).toEqual([
      { field: "state", after: "received" },
      { field: "scope", after: '{"kind":"city"}' },
    ]);
  });

  it("is narrowed by subject, by who did it, by operation or its noun, and by days of the agency's calendar", async () => {
    await file("2027-03-09T04:59:59.999Z"); // still the 8th in New York
    await file("2027-03-09T05:00:00.000Z", { op: "event.publish" });
    await file("2027-03-10T04:59:59.999Z", { subject: "evt_two", by: "system:stream", op: "seats.count" });
    await file("2027-03-10T05:00:00.000Z", { subject: "evt_two", by: "usr_other", op: "eventful" });
    const ats = async (query: string) => (await list(query)).records.map(({ at }) => at.slice(8, 16));
    expect(await ats("?from=2027-03-09&to=2027-03-09")).toEqual(["10T04:59", "09T05:00"]);
    expect(await ats("?from=2027-03-08&to=2027-03-08")).toEqual(["09T04:59"]);
    expect(await ats("?subject=evt_two")).toEqual(["10T05:00", "10T04:59"]);
    expect(await ats("?subject=evt_two&to=2027-03-09")).toEqual(["10T04:59"]);
    expect(await ats("?by=system")).toEqual(["10T04:59"]);
    expect(await ats(`?by=${dana}`)).toEqual(["09T05:00", "09T04:59"]);
    expect(await ats("?op=event")).toEqual(["09T05:00", "09T04:59"]);
    expect(await ats("?op=event.publish")).toEqual(["09T05:00"]);
  });

  it("gives each record once, page after page, also many of one moment and over a day's end", async () => {
    const moments = ["2027-03-08T23:59:59.999Z", "2027-03-09T00:00:00.000Z", "2027-03-09T12:00:00.000Z"];
    for (const at of moments) await Promise.all(Array.from({ length: 70 }, () => file(at)));
    for (const query of ["", "?subject=evt_one", `?by=${dana}`]) {
      const { pages, ats } = await all(query);
      expect(ats, query).toEqual([...moments].reverse().flatMap((at) => Array.from({ length: 70 }, () => at)));
      expect(pages).toBeGreaterThan(4);
    }
  });

  it("answers in bounded time where what is looked for is rare: it says how far it looked, and goes on from there", async () => {
    await file("2026-12-20T12:00:00.000Z", { op: "rare.thing" });
    const first = await list("?op=rare&from=2026-12-15");
    expect([first.records.length, first.nextCursor !== undefined, first.lookedBackTo > "2026-12-20"]).toEqual([0, true, true]);
    expect((await all("?op=rare&from=2026-12-15")).ats).toEqual(["2026-12-20T12:00:00.000Z"]);
    expect((await list("?op=rare")).lookedBackTo, "thirty days where none is asked for").toBe("2027-02-08");
  });

  it("refuses what cannot be read, a span of years, and a cursor of another question", async () => {
    for (const query of ["?subject=a%20b", "?from=yesterday", "?nothing=1", "?op=%3D1%2B1"]) expect((await ask(query)).status, query).toBe(400);
    expect(await (await ask("?from=2020-01-01")).json()).toMatchObject({ code: "span_too_long", days: 366 });
    await Promise.all(Array.from({ length: 51 }, () => file("2027-03-09T12:00:00.000Z")));
    const { nextCursor } = await list();
    expect(await (await ask(`?by=person&cursor=${nextCursor}`)).json()).toMatchObject({ code: "cursor_invalid" });
  });
});

describe("the audit log as a file", () => {
  it("holds what was asked for, defuses formulas, and is recorded itself", async () => {
    await file("2027-03-09T12:00:00.000Z", { before: { title: "=HYPERLINK(1)" }, after: { title: "x\n=1+1" } });
    await file("2027-03-09T13:00:00.000Z", { op: "other.thing" });
    const response = await ask("/export", { op: "event" });
    expect([response.status, response.headers.get("content-type"), response.headers.get("content-disposition")]).toEqual([
      200,
      "text/csv; charset=utf-8",
      'attachment; filename="changes-2027-02-08-to-2027-03-10.csv"',
    ]);
    const text = await response.text();
    const read = readCsvText(text);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value).toEqual([
      ["changed_at", "actor_id", "actor_name", "operation", "subject_id", "fields_changed", "values_before", "values_after"],
      ["2027-03-09T12:00:00.000Z", dana, "Dana Example", "event.edit", "evt_one", "title", "title: =HYPERLINK(1)", "title: x\n'=1+1"],
    ]);
    expect(await listAuditRecords(deps, "audit")).toMatchObject([
      { by: dana, op: "audit.export", after: { op: "event", from: "2027-02-08", to: "2027-03-10", rows: 1 } },
    ]);
    expect((await list("?subject=audit")).records).toHaveLength(1);
  });
});

describe("a day's beginning", () => {
  it("is found where clocks change, at midnight and elsewhere", () => {
    const begins = (zone: string, day: string) => beginningOf(zone as never, day as IsoDate);
    expect(begins("America/New_York", "2027-03-14")).toBe("2027-03-14T05:00:00.000Z");
    expect(begins("America/New_York", "2027-03-15")).toBe("2027-03-15T04:00:00.000Z");
    expect(begins("America/New_York", "2026-11-02")).toBe("2026-11-02T05:00:00.000Z");
    expect(begins("UTC", "2027-03-14")).toBe("2027-03-14T00:00:00.000Z");
    expect(begins("Pacific/Kiritimati", "2027-03-14")).toBe("2027-03-13T10:00:00.000Z");
    expect(begins("America/Havana", "2027-03-14"), "midnight is left out").toBe("2027-03-14T05:00:00.000Z");
  });
});
