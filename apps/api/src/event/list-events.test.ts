import { type Actor, type Event, instantFrom, minutesAfter, SignUpInput } from "@cte-partnerships/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { actorWith, commission, draftEvent, eventInput, office, otherCommission, publishedEvent, school } from "../../test/event-fixtures.ts";
import { signUp } from "../sign-up/sign-up.ts";
import { CalendarQuery } from "./calendar-contract.ts";
import { cancelEvent } from "./cancel-event.ts";
import { EventListQuery, type EventListSearch } from "./contract.ts";
import { countEvents } from "./count-events.ts";
import { findEvents } from "./find-events.ts";
import { finishEvents } from "./finish-events.ts";
import { getEvent } from "./get-event.ts";
import { listEvents } from "./list-events.ts";
import { listPublished } from "./list-published.ts";

const now = instantFrom(Date.UTC(2026, 10, 24, 15));
const inDays = (days: number) => {
  const startsAt = minutesAfter(now, days * 24 * 60);
  return [{ startsAt, endsAt: minutesAfter(startsAt, 60), capacity: 40, partySizeLimit: 4, waitlistLimit: 10 }];
};

let deps: Awaited<ReturnType<typeof testDeps>>;
const all: Record<string, Event> = {};
const director = actorWith("director");

beforeAll(async () => {
  deps = await testDeps();
  deps.clock.set(now);
  const window = (days: number) => ({ opensAt: minutesAfter(now, -60), closesAt: minutesAfter(now, days * 24 * 60 - 60) });
  const made = (title: string, days: number, over = {}) => publishedEvent(deps, { title, sessions: inDays(days), signUpWindow: window(days), ...over });
  all.tour = await made("Workplace Tour at Acorn Robotics", 3, { host: commission, activityTypeId: "act_workplace-tour" });
  all.interview = await made("Mock Interview Évening", 5, { host: school });
  all.career = await made("Career Day", 9, { host: otherCommission });
  all.past = await made("Past Breakfast", 1, { host: office });
  const online = { kind: "virtual", zone: "America/New_York", online: {} } as const;
  all.online = await made("Online Panel", 4, { host: office, venue: online });
  all.draft = await draftEvent(deps, { title: "Undated Idea", host: commission, sessions: [] });
  const snowed = await made("Snowed In", 6, { host: commission });
  const cancelled = await cancelEvent(deps, { eventId: snowed.id, version: snowed.version, by: { kind: "system", part: "test" }, reason: "Snow" });
  if (!cancelled.ok) throw new Error(cancelled.refusal.code);
  all.snowed = cancelled.value;
  deps.clock.set(minutesAfter(now, 36 * 60));
  await finishEvents(deps);
});

const titles = async (search: EventListSearch, actor: Actor = director) => {
  const listed = await listEvents(deps, { actor, query: EventListQuery.parse(search) });
  if (!listed.ok) throw new Error(listed.refusal.code);
  return listed.value.items.map((row) => row.title);
};

describe("the console's list", () => {
  it("shows everything within reach by first start, what has no date yet last, and the other way round", async () => {
    const soonest = ["Past Breakfast", "Workplace Tour at Acorn Robotics", "Online Panel", "Mock Interview Évening", "Snowed In", "Career Day", "Undated Idea"];
    expect(await titles({})).toEqual(soonest);
    expect(await titles({ order: "latest" })).toEqual(soonest.toReversed());
  });

  it("shows what is to come first, soonest first, what has no date yet after it, and then what is past, latest first", async () => {
    deps.clock.set(minutesAfter(now, 4.5 * 24 * 60));
    const coming = ["Mock Interview Évening", "Snowed In", "Career Day", "Undated Idea"];
    expect(await titles({ order: "upcoming" })).toEqual(["Online Panel", ...coming, "Workplace Tour at Acorn Robotics", "Past Breakfast"]);
    expect(await titles({ order: "upcoming", host: "office" })).toEqual(["Online Panel", "Past Breakfast"]);
    deps.clock.set(minutesAfter(now, 36 * 60));
  });

  it.each<[EventListSearch, string[]]>([
    [{ q: "ACORN" }, ["Workplace Tour at Acorn Robotics"]],
    [{ q: "évening" }, ["Mock Interview Évening"]],
    [{ q: "EVENING  mock" }, ["Mock Interview Évening"]],
    [{ q: "mock tour" }, []],
    [{ status: "draft,cancelled" }, ["Snowed In", "Undated Idea"]],
    [{ host: "office,sch_harbor-high" }, ["Past Breakfast", "Online Panel", "Mock Interview Évening"]],
    [{ activityType: "act_workplace-tour,act_career-day", status: "done" }, ["Past Breakfast"]],
    [{ borough: "bor_queens,bor_brooklyn", host: "office" }, ["Past Breakfast"]],
    [{ q: "workplace tour" }, ["Workplace Tour at Acorn Robotics"]],
    [{ q: "information technology" }, ["Workplace Tour at Acorn Robotics", "Snowed In", "Undated Idea"]],
    [{ q: "no such thing" }, []],
    [{ status: "draft" }, ["Undated Idea"]],
    [{ status: "done" }, ["Past Breakfast"]],
    [{ status: "cancelled" }, ["Snowed In"]],
    [{ activityType: "act_workplace-tour" }, ["Workplace Tour at Acorn Robotics"]],
    [{ borough: "bor_queens" }, []],
    [{ borough: "bor_brooklyn", status: "published", q: "interview" }, ["Mock Interview Évening"]],
    [{ host: "office" }, ["Past Breakfast", "Online Panel"]],
    [{ host: "cms_business-and-finance" }, ["Career Day"]],
    [{ from: "2026-11-27", to: "2026-11-29" }, ["Workplace Tour at Acorn Robotics", "Online Panel", "Mock Interview Évening"]],
    [{ from: "2026-12-01" }, ["Career Day"]],
    [{ to: "2026-11-26" }, ["Past Breakfast"]],
  ])("filters %j", async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  it("asks for nothing out of reach, whatever the filters say", async () => {
    const chair = actorWith("chair", commission as never);
    expect(await titles({}, chair)).toEqual(["Workplace Tour at Acorn Robotics", "Snowed In", "Undated Idea"]);
    expect(await titles({ host: "office" }, chair)).toEqual([]);
    expect(await titles({ host: "sch_harbor-high" }, chair)).toEqual([]);
    const both = { ...chair, grants: [...chair.grants, ...actorWith("viewer", school as never).grants] };
    expect(await titles({}, both)).toEqual(["Workplace Tour at Acorn Robotics", "Mock Interview Évening", "Snowed In", "Undated Idea"]);
    expect(await titles({}, { ...chair, grants: [] })).toEqual([]);
  });

  it.each(["office#ROWS", "office#MAILS", "sch_harbor-high,office#CAL#2026-12", "", "nobody"])("takes no other word for a host: %j", (host) => {
    const message = "must be `office`, or the id of a commission or school";
    expect(EventListQuery.safeParse({ host }).error?.issues).toContainEqual(expect.objectContaining({ message }));
    expect(CalendarQuery.safeParse({ from: "2026-12-01", to: "2026-12-31", host }).error?.issues).toContainEqual(expect.objectContaining({ message }));
  });

  it("counts seats from the seats themselves", async () => {
    const { id } = all.tour as Event;
    const listed = await listEvents(deps, { actor: director, query: { q: "acorn" } });
    expect(listed).toMatchObject({ ok: true, value: { items: [{ id, capacity: 40, sessionCount: 1, boroughId: "bor_brooklyn" }] } });
    expect(await countEvents(deps, { actor: director, ids: [id] })).toEqual({ items: [{ id, capacity: 40, taken: 0, held: 0, waiting: 0 }] });
    const draft = all.draft as Event;
    expect(await countEvents(deps, { actor: director, ids: [draft.id] })).toEqual({ items: [{ id: draft.id, capacity: 0, taken: 0, held: 0, waiting: 0 }] });
  });

  it("tells of the people taken how many are still to be decided on", async () => {
    const own = await testDeps();
    own.clock.set(now);
    const event = await publishedEvent(own, { sessions: [...inDays(8), ...inDays(9)], signUpWindow: eventInput(now).signUpWindow, needsApproval: true });
    for (const [index, session] of event.sessions.entries()) {
      const input = SignUpInput.parse({ name: "Pat", email: "pat@example.org", partySize: 2 + index });
      const answered = await signUp(own, { sessionId: session.id, input, idempotencyKey: `k${index}`, by: { kind: "person" }, adder: "person" });
      expect(answered).toMatchObject({ kind: "taken_in", signUp: { state: "pending" } });
    }
    const asked = { ids: [event.id] };
    expect(await countEvents(own, { actor: director, ...asked })).toEqual({ items: [{ id: event.id, capacity: 80, taken: 5, held: 5, waiting: 0 }] });
    expect(await countEvents(own, { actor: actorWith("chair", commission as never), ...asked }), "another host's").toEqual({ items: [] });
  });

  it("tells an editor which sessions have sign-ups, and reads no roster for whoever only watches", async () => {
    const own = await testDeps();
    own.clock.set(now);
    const event = await publishedEvent(own, { sessions: inDays(8), signUpWindow: eventInput(now).signUpWindow });
    const [session] = event.sessions as [Event["sessions"][number]];
    const input = SignUpInput.parse({ name: "Pat", email: "pat@example.org" });
    await signUp(own, { sessionId: session.id, input, idempotencyKey: "k", by: { kind: "person" }, adder: "person" });
    const edited = await getEvent(own, { actor: director, eventId: event.id });
    expect(edited).toMatchObject({ ok: true, value: { sessionsWithSignUps: [session.id], seats: { [session.id]: { confirmed: 1 } } } });
    const watched = await getEvent(own, { actor: director, eventId: event.id, isWatching: true });
    expect(watched).toEqual({ ok: true, value: { ...(edited.ok ? edited.value : {}), sessionsWithSignUps: [] } });
  });

  it("tells what is out of reach and what is not there in the same words", async () => {
    const viewer = actorWith("viewer", school as never);
    const tour = all.tour as Event;
    expect(await getEvent(deps, { actor: viewer, eventId: tour.id })).toEqual(await getEvent(deps, { actor: viewer, eventId: deps.ids.event() }));
    expect(await getEvent(deps, { actor: actorWith("viewer", commission as never), eventId: tour.id })).toMatchObject({
      ok: true,
      value: { may: ["view_event", "view_counts"] },
    });
  });
});

describe("pages of a list", () => {
  it("show each event once over several hosts and states, in either order, and only to whom the cursor was given", async () => {
    const own = await testDeps();
    own.clock.set(now);
    const hosts = [office, commission, school, otherCommission];
    const made: Event[] = [];
    for (let index = 0; index < 120; index++) {
      const input = { title: `Event ${index}`, host: hosts[index % 4] as typeof office, sessions: index % 10 === 0 ? [] : inDays(1 + (index % 17)) };
      made.push(await draftEvent(own, input));
    }
    const chair = actorWith("chair", commission as never);
    const two = { ...chair, grants: [...chair.grants, ...actorWith("viewer", school as never).grants] };
    for (const [actor, count] of [
      [director, 120],
      [two, 60],
    ] as const) {
      for (const order of ["soonest", "latest", "upcoming"] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await listEvents(own, { actor, query: { order, ...(cursor === undefined ? {} : { cursor }) } });
          if (!page.ok) throw new Error(page.refusal.code);
          seen.push(...page.value.items.map((row) => `${row.startsAt ?? "undated"} ${row.id}`));
          cursor = page.value.nextCursor;
        } while (cursor !== undefined);
        expect(new Set(seen).size).toBe(count);
        if (order !== "upcoming") expect(seen).toEqual(order === "soonest" ? seen.toSorted() : seen.toSorted().reverse());
      }
    }

    for (const reach of [{ kind: "city" }, { kind: "hosts", hosts: [commission, school] }] as never[]) {
      const asked = { reach, filters: { q: "event 9" }, order: "soonest", limit: 10 } as const;
      const atOnce = await findEvents(own, { ...asked, limit: 100 });
      const bitByBit: Event[] = [];
      let after: string | undefined;
      do {
        // Each reads a hundred from a list at the most, though it is short of the ten that it has room for.
        const page = await findEvents(own, { ...asked, limit: 10, readAtMost: 1, after });
        bitByBit.push(...page.events);
        after = page.next;
      } while (after !== undefined);
      expect(bitByBit).toEqual(atOnce.events);
    }

    const first = await listEvents(own, { actor: director, query: {} });
    const cursor = first.ok ? (first.value.nextCursor ?? "") : "";
    const [body = "", mark = ""] = cursor.split(".");
    const forged = Buffer.from(JSON.stringify([1, "0000#evt"])).toString("base64url");
    for (const [query, actor] of [
      [{ cursor: `${forged}.${mark}` }, director],
      [{ cursor: body }, director],
      [{ cursor: "" }, director],
      [{ cursor: `${cursor}.x` }, director],
      [{ cursor: "a.b.c" }, director],
      [{ cursor, order: "latest" }, director],
      [{ cursor, q: "x" }, director],
      [{ cursor }, two],
    ] as const) {
      expect(await listEvents(own, { actor, query }), JSON.stringify(query)).toEqual({ ok: false, refusal: { code: "cursor_invalid" } });
    }
    expect(await listPublished(own, { cursor })).toBeUndefined();
  });
});

describe("what the public may see", () => {
  it("is what is published and still to come: no draft, nothing cancelled, nothing over", async () => {
    const page = await listPublished(deps, {});
    expect(page?.events.map((event) => event.title)).toEqual(["Workplace Tour at Acorn Robotics", "Online Panel", "Mock Interview Évening", "Career Day"]);
    expect((await listPublished(deps, { from: "2026-11-29", to: "2026-11-30" }))?.events.map((event) => event.title)).toEqual(["Mock Interview Évening"]);
    const first = await listPublished(deps, { limit: 3 });
    const second = await listPublished(deps, { limit: 3, cursor: first?.nextCursor });
    expect([first?.events.length, second?.events.length, second?.nextCursor]).toEqual([3, 1, undefined]);
  });

  it("keeps an event listed until the last of its sessions is over", async () => {
    const own = await testDeps();
    own.clock.set(now);
    await publishedEvent(own, { sessions: [...inDays(1), ...inDays(30)], signUpWindow: eventInput(now).signUpWindow });
    own.clock.set(minutesAfter(now, 20 * 24 * 60));
    expect((await listPublished(own, {}))?.events).toHaveLength(1);
    own.clock.set(minutesAfter(now, 31 * 24 * 60));
    expect((await listPublished(own, {}))?.events).toHaveLength(0);
  });
});
