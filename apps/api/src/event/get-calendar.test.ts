import {
  type Actor,
  addDays,
  type CalendarMonth,
  type Event,
  type EventInput,
  type Instant,
  instantFrom,
  minutesAfter,
  reachOf,
  SignUpInput,
} from "@cte-partnerships/domain";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { actorWith, commission, draftEvent, eventInput, office, otherCommission, publishedEvent, school } from "../../test/event-fixtures.ts";
import { signUp } from "../sign-up/sign-up.ts";
import { CalendarQuery } from "./calendar-contract.ts";
import { findMonths, monthsOf } from "./calendar-store.ts";
import { cancelEvent } from "./cancel-event.ts";
import { discardDraft } from "./discard-draft.ts";
import { editEvent } from "./edit-event.ts";
import { getCalendar } from "./get-calendar.ts";
import { findEvent } from "./store.ts";

const now = instantFrom(Date.UTC(2026, 10, 24, 15));
const moment = (text: string) => `${text}:00.000Z` as Instant;
const slot = (startsAt: string, endsAt: string) => ({ startsAt: moment(startsAt), endsAt: moment(endsAt), capacity: 40, partySizeLimit: 4, waitlistLimit: 10 });
const director = actorWith("director");
const by = { kind: "system", part: "test" } as const;

type TestDeps = Awaited<ReturnType<typeof testDeps>>;

/** As it stands in an address. */
type Asked = Partial<z.input<typeof CalendarQuery>>;

const ask = async (deps: TestDeps, query: Asked, actor: Actor = director) => {
  const got = await getCalendar(deps, { actor, query: CalendarQuery.parse({ from: "2026-12-01", to: "2026-12-31", ...query }) });
  if (!got.ok) throw new Error(got.refusal.code);
  return got.value.sessions;
};
const titles = async (deps: TestDeps, query: Asked, actor?: Actor) => (await ask(deps, query, actor)).map(({ title }) => title);

describe("the calendar", () => {
  let deps: TestDeps;
  beforeAll(async () => {
    deps = await testDeps();
    deps.clock.set(now);
    const window = eventInput(now).signUpWindow;
    const made = (title: string, sessions: ReturnType<typeof slot>[], over = {}) =>
      publishedEvent(deps, { title, sessions, signUpWindow: { ...window, closesAt: moment("2026-11-25T15:00") }, ...over });
    await made("Tour", [slot("2026-12-03T15:00", "2026-12-03T17:00")], {
      host: commission,
      activityTypeId: "act_workplace-tour",
      details: { students: 20, stops: ["The laboratory"] },
    });
    await made("New Year's Eve", [slot("2027-01-01T03:00", "2027-01-01T06:00")], { host: otherCommission });
    await made("Before midnight", [slot("2027-01-01T03:00", "2027-01-01T05:00")], { host: office });
    await made("Interviews", [slot("2026-12-10T15:00", "2026-12-10T17:00"), slot("2026-12-08T15:00", "2026-12-08T17:00")], { host: school });
    const tokyo = { kind: "virtual", zone: "Asia/Tokyo", online: {} } as const;
    await made("In Tokyo", [slot("2026-11-30T16:00", "2026-11-30T18:00")], { venue: tokyo });
    await made("A week long", [slot("2026-11-28T15:00", "2026-12-04T17:00")]);
    await draftEvent(deps, { title: "Draft", sessions: [slot("2026-12-20T15:00", "2026-12-20T17:00")], host: commission });
    const off = await made("Called off", [slot("2026-12-21T15:00", "2026-12-21T17:00")]);
    await cancelEvent(deps, { eventId: off.id, version: off.version, by, reason: "Snow" });
  });

  it("shows every session on some days by its start, what lasts into them and is cancelled too, each once", async () => {
    const firstOnes = ["A week long", "In Tokyo", "Tour", "Interviews", "Interviews", "Draft", "Called off"];
    expect(await titles(deps, { to: "2026-12-30" })).toEqual(firstOnes);
    expect((await titles(deps, { from: "2026-12-31" })).sort()).toEqual(["Before midnight", "New Year's Eve"]);
    expect(await ask(deps, { from: "2026-12-21", to: "2026-12-21" })).toMatchObject([{ title: "Called off", isCancelled: true, status: "cancelled" }]);
  });

  it("goes by the days of each session's own place, over the turn of a year", async () => {
    expect(await titles(deps, { from: "2027-01-01", to: "2027-01-31" })).toEqual(["New Year's Eve"]);
    expect(await ask(deps, { from: "2026-12-01", to: "2026-12-01" })).toMatchObject([
      { title: "A week long", firstDay: "2026-11-28", lastDay: "2026-12-04" },
      { title: "In Tokyo", firstDay: "2026-12-01", lastDay: "2026-12-01", zone: "Asia/Tokyo" },
    ]);
    expect(await titles(deps, { from: "2026-11-30", to: "2026-11-30" })).toEqual(["A week long"]);
  });

  it.each<[Asked, string[]]>([
    [{ host: "cms_information-technology" }, ["Tour", "Draft"]],
    [{ host: "office", to: "2026-12-20" }, ["A week long", "In Tokyo"]],
    [{ activityType: "act_workplace-tour" }, ["Tour"]],
    [{ borough: "bor_queens" }, []],
    [{ borough: "bor_brooklyn", status: "published", to: "2026-12-09" }, ["A week long", "Tour", "Interviews"]],
    [{ status: "draft" }, ["Draft"]],
  ])("filters %j", async (query, expected) => {
    expect(await titles(deps, query)).toEqual(expected);
  });

  it("reads nothing out of reach, whatever the filters say", async () => {
    const chair = actorWith("chair", commission as never);
    expect(await titles(deps, {}, chair)).toEqual(["Tour", "Draft"]);
    expect(await titles(deps, { host: "office" }, chair)).toEqual([]);
    expect(await titles(deps, { host: "sch_harbor-high" }, chair)).toEqual([]);
    const both = { ...chair, grants: [...chair.grants, ...actorWith("viewer", school as never).grants] };
    expect(await titles(deps, {}, both)).toEqual(["Tour", "Interviews", "Interviews", "Draft"]);
    expect(await titles(deps, {}, { ...chair, grants: [] })).toEqual([]);
    const ended = [{ ...chair.grants[0], expiresAt: minutesAfter(now, -1) }] as Actor["grants"];
    expect(await titles(deps, {}, { ...chair, grants: ended })).toEqual([]);
  });

  it("takes 62 days and no more", async () => {
    const days = (count: number) => getCalendar(deps, { actor: director, query: { from: "2026-12-01", to: addDays("2026-12-01", count - 1) } });
    expect((await days(62)).ok).toBe(true);
    expect(await days(63)).toEqual({ ok: false, refusal: { code: "span_too_long", days: 62 } });
    expect(await titles(deps, { from: "2026-12-31", to: "2026-12-01" }), "backwards").toEqual([]);
  });

  it("counts people from the seats themselves, and none of a draft or of what is cancelled", async () => {
    const [tour] = await ask(deps, { host: "cms_information-technology" });
    const input = SignUpInput.parse({ name: "Pat", email: "pat@example.org", partySize: 3 });
    await signUp(deps, { sessionId: tour?.id as never, input, idempotencyKey: "k", by: { kind: "person" }, adder: "office" as never });
    const [counted, draft] = await ask(deps, { host: "cms_information-technology" });
    expect(counted).toMatchObject({ capacity: 40, seats: { taken: 3, held: 0, waiting: 0 } });
    expect(draft).not.toHaveProperty("seats");
    expect((await ask(deps, { from: "2026-12-21", to: "2026-12-21" }))[0]).not.toHaveProperty("seats");
  });
});

describe("what stands in a month with more than is read", () => {
  it("is told from the days on that were asked for, and not from what is past, and says that there is more", async () => {
    const deps = await testDeps();
    const on = (day: string) => slot(`2026-12-${day}T15:00`, `2026-12-${day}T17:00`);
    for (const day of ["01", "02", "03", "20", "21"]) await draftEvent(deps, { title: day, host: commission, sessions: [on(day)] });
    await draftEvent(deps, { title: "01 and 20", host: commission, sessions: [on("01"), on("20")] });
    const chair = reachOf(actorWith("chair", commission as never), "view_event", now);
    for (const reach of [chair, { kind: "city" } as const]) {
      const { found, isCut } = await findMonths(deps, { reach, from: "2026-12-20", to: "2026-12-31", readAtMost: 2 });
      expect([found.map(({ title }) => title).sort(), isCut]).toEqual([["01 and 20", "20"], true]);
    }
  });
});

describe("an event's months", () => {
  const months = async (deps: TestDeps) =>
    (await allItems(deps, "event-month"))
      .map(({ sk, hostPk, eventMonth }) => ({ sk, hostPk, eventMonth }))
      .sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
  const expected = (event: Event | undefined) =>
    [...(event ? monthsOf(event) : [])].map(([month, eventMonth]: [CalendarMonth, unknown]) => ({
      sk: `CAL#${month}`,
      hostPk: `HOST#${event?.host.kind === "commission" ? event.host.commissionId : "office"}#CAL#${month}`,
      eventMonth,
    }));

  it("are what its sessions say, after any sequence of edits, hand-overs and a discard", async () => {
    const deps = await testDeps();
    deps.clock.set(now);
    const start = fc.integer({ min: 0, max: 400 }).map((days) => minutesAfter(now, days * 24 * 60));
    const session = fc.record({ startsAt: start, hours: fc.integer({ min: 1, max: 24 * 40 }) });
    const edit = fc.record({
      sessions: fc.array(session, { maxLength: 4 }),
      title: fc.constantFrom("One", "Two"),
      host: fc.constantFrom(office, commission, otherCommission),
      keeps: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
        let event = await draftEvent(deps, { sessions: [] });
        for (const { sessions, title, host, keeps } of edits) {
          const fresh = sessions.map(({ startsAt, hours }) => ({
            startsAt,
            endsAt: minutesAfter(startsAt, hours * 60),
            capacity: 40,
            partySizeLimit: 4,
            waitlistLimit: 10,
          }));
          const kept = keeps
            ? event.sessions.map(({ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
                id,
                startsAt,
                endsAt,
                capacity,
                partySizeLimit,
                waitlistLimit,
              }))
            : [];
          const input = eventInput(now, { title, host, sessions: [...kept, ...fresh] }) as EventInput;
          const edited = await editEvent(deps, { actor: director, eventId: event.id, version: event.version, input });
          if (!edited.ok) throw new Error(edited.refusal.code);
          event = edited.value;
          expect(await months(deps)).toEqual(expected(event));
        }
        await discardDraft(deps, { eventId: event.id, version: event.version, by });
        expect(await findEvent(deps, event.id)).toBeUndefined();
        expect(await months(deps)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("leave a chair's calendar with the event that is handed over", async () => {
    const deps = await testDeps();
    deps.clock.set(now);
    const sessions = [slot("2026-12-03T15:00", "2026-12-03T17:00")];
    const event = await draftEvent(deps, { host: commission, sessions });
    const chair = actorWith("chair", commission as never);
    expect(await ask(deps, {}, chair)).toHaveLength(1);
    const input = eventInput(now, { host: otherCommission, sessions });
    expect((await editEvent(deps, { actor: director, eventId: event.id, version: event.version, input })).ok).toBe(true);
    expect(await ask(deps, {}, chair)).toEqual([]);
    expect(await ask(deps, {}, actorWith("chair", otherCommission as never))).toHaveLength(1);
  });
});
