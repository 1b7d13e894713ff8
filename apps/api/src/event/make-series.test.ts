import { type Event, instantFrom, minutesAfter, type Role, wallTimeIn } from "@cte-partnerships/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { actorWith, commission, detailsOf, draftEvent, otherCommission, publishedEvent } from "../../test/event-fixtures.ts";
import type { Deps } from "../deps.ts";
import { Unavailable } from "../table/unavailable.ts";
import { cloneEvent } from "./clone-event.ts";
import type { SeriesMember } from "./copy-contract.ts";
import { discardDraft } from "./discard-draft.ts";
import { getSeries } from "./get-series.ts";
import { makeSeries, planSeries } from "./make-series.ts";
import { publishMany } from "./publish-many.ts";
import { findEvent } from "./store.ts";

let deps: Awaited<ReturnType<typeof testDeps>>;
const director = actorWith("director");
const by = { kind: "user", userId: director.userId } as const;
beforeEach(async () => {
  deps = await testDeps();
});

const newYork = "America/New_York";
/** A draft at nine in the morning in New York, before the clocks go back on 1 November 2026. */
const inOctober = (over = {}) =>
  draftEvent(deps, {
    host: commission,
    signUpWindow: { opensAt: "2026-10-01T12:00:00.000Z", closesAt: "2026-10-27T12:00:00.000Z" },
    sessions: [
      { startsAt: "2026-10-27T13:00:00.000Z", endsAt: "2026-10-27T15:00:00.000Z", capacity: 20, partySizeLimit: 2, waitlistLimit: 5, label: "Morning" },
    ] as never,
    ...over,
  });
const dates = ["2026-11-03", "2026-11-10", "2026-11-17"] as const;
const accepted = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: { code: string } }): Value => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const series = (event: Event, over: Partial<Parameters<typeof makeSeries>[1]> = {}, from: Deps = deps) =>
  makeSeries(from, { actor: director, event, wanted: { version: event.version, dates: [...dates] }, idempotencyKey: "key", ...over });
const eventsThere = async () => (await allItems(deps, "event")).length;

describe("a series", () => {
  it("is an event of its own for each day, at the same time of day across the change of the clocks, each with its own address", async () => {
    const event = await inOctober();
    const made = accepted(await series(event));
    expect(made).toMatchObject({ of: 4, made: 3, missing: 0 });
    expect(made.events.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    const events = await Promise.all(made.events.map(({ id }) => findEvent(deps, id)));
    expect(events.map((each) => wallTimeIn(newYork as never, each?.sessions[0]?.startsAt as never))).toEqual(
      ["2026-10-27", ...dates].map((date) => `${date}T09:00:00`),
    );
    expect(new Set(events.map((each) => each?.slug)).size).toBe(4);
    expect(events.map((each) => each?.slug.slice(-10))).toEqual(["2026-10-27", ...dates]);
    for (const each of events) {
      expect(each).toMatchObject({ status: "draft", title: event.title, details: event.details, series: { id: made.id, of: 4, firstEventId: event.id } });
    }
    expect(await getSeries(deps, director, { id: made.id, firstEventId: event.id, of: 4 })).toMatchObject({ events: made.events });
  });

  it("asked for again by the same request is the same one, whatever was changed in between", async () => {
    const event = await inOctober();
    const first = accepted(await series(event));
    const renamed = (await findEvent(deps, event.id)) as Event;
    const again = accepted(await series(renamed, { wanted: { version: event.version, dates: [...dates] } }));
    expect(again.events).toEqual(first.events);
    expect(await eventsThere()).toBe(4);
  });

  it("that was cut short makes only what is missing when it is asked for again", async () => {
    const event = await inOctober();
    let written = 0;
    const failing: Deps = {
      ...deps,
      ids: {
        ...deps.ids,
        session: () => {
          written += 1;
          if (written > 2) throw new Unavailable("the table is not there");
          return deps.ids.session();
        },
      },
    };
    expect(accepted(await series(event, {}, failing))).toMatchObject({ made: 2, missing: 1 });
    expect(await eventsThere()).toBe(3);
    const asIs = (await findEvent(deps, event.id)) as Event;
    expect(accepted(await series(asIs))).toMatchObject({ made: 3, missing: 0 });
    expect(await eventsThere()).toBe(4);
  });

  it("asked for again does not bring back an event of it that somebody discarded, and says of none that it is missing", async () => {
    const event = await inOctober();
    const made = accepted(await series(event));
    const [, second, third] = made.events as [SeriesMember, SeriesMember, SeriesMember];
    expect((await discardDraft(deps, { eventId: second.id, version: second.version, by })).ok).toBe(true);
    const asIs = (await findEvent(deps, event.id)) as Event;
    const again = accepted(await series(asIs));
    expect(again).toMatchObject({ made: 2, missing: 0 });
    expect(again.events.map(({ number }) => number)).toEqual([1, 3, 4]);
    expect(again.events.map(({ id }) => id)).toContain(third.id);
    expect(await eventsThere()).toBe(3);
  });

  it("is made as far as a request has time, and the same request goes on where it stopped", async () => {
    const event = await inOctober();
    const asked = (from: Event) => ({ actor: director, event: from, wanted: { version: event.version, dates: [...dates] }, idempotencyKey: "key" });
    expect(accepted(await makeSeries(deps, asked(event), -1))).toMatchObject({ made: 1, missing: 2 });
    const asIs = (await findEvent(deps, event.id)) as Event;
    expect(accepted(await makeSeries(deps, asked(asIs), -1))).toMatchObject({ made: 2, missing: 1 });
    expect(accepted(await makeSeries(deps, asked(asIs)))).toMatchObject({ made: 3, missing: 0 });
    expect(await eventsThere()).toBe(4);
  });

  it("of which one could not be made is not begun: the event is in no series, and none is made", async () => {
    const event = await draftEvent(deps, { host: commission, sessions: inFullMonths() });
    expect(await series(event, { wanted: { version: event.version, dates: ["2027-01-02"] } })).toMatchObject({
      refusal: { code: "sessions_in_too_many_months" },
    });
    expect(await findEvent(deps, event.id)).toEqual(event);
    expect(await eventsThere()).toBe(1);
  });

  it("made by two requests at once is made once", async () => {
    const event = await inOctober();
    const both = await Promise.all([series(event), series(event)]);
    expect(both.some(({ ok }) => ok)).toBe(true);
    const asIs = (await findEvent(deps, event.id)) as Event;
    expect(accepted(await series(asIs)).events).toHaveLength(4);
    expect(await eventsThere()).toBe(4);
  });

  it("begins with an event that has a session, goes on after it, and is one series an event", async () => {
    const undated = await draftEvent(deps, { host: commission, sessions: [] });
    expect(await series(undated)).toMatchObject({ refusal: { code: "series_undated" } });
    const event = await inOctober();
    expect(await series(event, { wanted: { version: event.version, dates: ["2026-10-27"] } })).toMatchObject({ refusal: { code: "series_undated" } });
    accepted(await series(event));
    const asIs = (await findEvent(deps, event.id)) as Event;
    expect(await series(asIs, { idempotencyKey: "another" })).toMatchObject({ refusal: { code: "in_series" } });
    expect(await series(await inOctober({ title: "B" }), { wanted: { version: 7, dates: [...dates] } })).toMatchObject({
      refusal: { code: "version_conflict" },
    });
  });

  it("is made by nobody who may not make events for the host, and leaves the event as it was", async () => {
    const event = await inOctober();
    expect(await series(event, { actor: actorWith("viewer") })).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await series(event, { actor: actorWith("chair", otherCommission as never) })).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await findEvent(deps, event.id)).toEqual(event);
  });

  it("shows each who asks only what is within their reach", async () => {
    const made = accepted(await series(await inOctober()));
    const first = made.events[0]?.id as never;
    expect((await getSeries(deps, actorWith("chair", otherCommission as never), { id: made.id, firstEventId: first, of: 4 })).events).toEqual([]);
    expect((await getSeries(deps, actorWith("viewer", commission as never), { id: made.id, firstEventId: first, of: 4 })).events).toHaveLength(4);
  });

  it("tells its days beforehand, with what the school calendar closes, and changes nothing", async () => {
    const event = await inOctober({
      sessions: [{ startsAt: "2025-12-17T14:00:00.000Z", endsAt: "2025-12-17T15:00:00.000Z", capacity: 20, partySizeLimit: 2, waitlistLimit: 5 }],
    });
    const planned = accepted(planSeries(deps, event, { rule: { every: "weeks", weeks: 1, times: 2 }, skipsClosures: true }));
    expect(planned.dates).toEqual([
      { on: "2025-12-17", isSchoolDay: true, isSkipped: false },
      { on: "2025-12-24", closure: "Winter recess", isSchoolDay: false, isSkipped: true },
      { on: "2025-12-31", closure: "Winter recess", isSchoolDay: false, isSkipped: true },
      { on: "2026-01-07", isSchoolDay: true, isSkipped: false },
    ]);
  });
});

/** The first and the last day of a month, every other month: moved by a day, each of them stands in a month of its own. */
const inFullMonths = () =>
  Array.from({ length: 48 }, (_, index) => {
    const [month, isLast] = [Math.floor(index / 2) * 2, index % 2 === 1];
    const startsAt = instantFrom(Date.UTC(2027, isLast ? month + 1 : month, isLast ? 0 : 1, 17));
    return { startsAt, endsAt: minutesAfter(startsAt, 60), capacity: 4, partySizeLimit: 1, waitlistLimit: 0 };
  });

describe("a clone", () => {
  it("is a draft like it, without sign-ups, sessions that were called off and questions that are asked no more", async () => {
    const event = await publishedEvent(deps, { host: commission });
    const clone = accepted(await cloneEvent(deps, { actor: director, event, wanted: { shiftDays: 7, title: "Copy" } }));
    expect(clone).toMatchObject({ status: "draft", title: "Copy", version: 1, description: event.description, details: detailsOf["act_career-day"] });
    expect(clone.sessions.map(({ id }) => id)).not.toEqual(event.sessions.map(({ id }) => id));
    expect(clone).not.toHaveProperty("publishedAt");
    expect(accepted(await cloneEvent(deps, { actor: director, event, wanted: {} })).sessions).toEqual([]);
  });

  it("is made once however often the request is sent, also where the address was somebody else's", async () => {
    const event = await publishedEvent(deps, { host: commission });
    const clone = () => cloneEvent(deps, { actor: director, event, wanted: { shiftDays: 0 }, idempotencyKey: "key" });
    const first = accepted(await clone());
    expect(first.slug, "the event itself has the plain one").not.toBe(event.slug);
    expect(accepted(await clone()).id).toBe(first.id);
    expect(await eventsThere()).toBe(2);
  });

  it("asked for again is not brought back where somebody discarded it, and with another key is another one", async () => {
    const event = await publishedEvent(deps, { host: commission });
    const clone = (idempotencyKey: string) => cloneEvent(deps, { actor: director, event, wanted: { shiftDays: 7 }, idempotencyKey });
    const first = accepted(await clone("key"));
    expect((await discardDraft(deps, { eventId: first.id, version: first.version, by })).ok).toBe(true);
    expect(await clone("key")).toEqual({ ok: false, refusal: { code: "made_and_discarded" } });
    const another = accepted(await clone("another"));
    expect([another.slug, another.id === first.id]).toEqual([first.slug, false]);
  });

  it("asked for twice at once is made once", async () => {
    const event = await publishedEvent(deps, { host: commission });
    const clone = () => cloneEvent(deps, { actor: director, event, wanted: { shiftDays: 0 }, idempotencyKey: "key" });
    const both = (await Promise.all([clone(), clone()])).map(accepted);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(await eventsThere()).toBe(2);
  });

  it("is refused where its sessions would be in more months than a calendar has them in", async () => {
    const event = await draftEvent(deps, { host: commission, sessions: inFullMonths() });
    expect(await cloneEvent(deps, { actor: director, event, wanted: { shiftDays: 1 } })).toEqual({
      ok: false,
      refusal: { code: "sessions_in_too_many_months", most: 24 },
    });
    expect((await cloneEvent(deps, { actor: director, event, wanted: {} })).ok).toBe(true);
  });

  it("is made by nobody who may only look", async () => {
    const event = await publishedEvent(deps, { host: commission });
    expect(await cloneEvent(deps, { actor: actorWith("viewer"), event, wanted: {} })).toMatchObject({ refusal: { code: "forbidden" } });
    expect(await eventsThere()).toBe(1);
  });
});

describe("publishing many", () => {
  it("publishes as many as a request has time for, one at least, and says of the others that nothing was done", async () => {
    const drafts = [await draftEvent(deps, { host: commission, title: "One" }), await draftEvent(deps, { host: commission, title: "Two" })];
    const asked = { actor: director, events: drafts.map(({ id, version }) => ({ id, version })) };
    const [first, second] = await publishMany(deps, asked, -1);
    expect([first, second]).toEqual([
      { id: drafts[0]?.id, status: "published", version: 2 },
      { id: drafts[1]?.id, refusal: "not_reached" },
    ]);
    expect(await findEvent(deps, drafts[1]?.id as Event["id"])).toEqual(drafts[1]);
  });

  it("gives each its own outcome, and one that cannot be published stops none of the others", async () => {
    const ready = await draftEvent(deps, { host: commission });
    const bare = await draftEvent(deps, { host: commission, title: "Bare", description: "" });
    const elsewhere = await draftEvent(deps, { host: otherCommission });
    const later = await draftEvent(deps, { host: commission, title: "Later" });
    const outcomes = await publishMany(deps, {
      actor: actorWith("chair", commission as never),
      events: [ready, bare, elsewhere, { id: later.id, version: 9 }, later].map(({ id, version }) => ({ id, version })),
    });
    expect(outcomes).toEqual([
      { id: ready.id, status: "published", version: 2 },
      { id: bare.id, refusal: "event_not_ready", faults: [{ path: ["description"], reason: "description_missing" }] },
      { id: elsewhere.id, refusal: "event_unknown" },
      { id: later.id, refusal: "version_conflict" },
      { id: later.id, status: "published", version: 2 },
    ]);
    const coordinator = await publishMany(deps, { actor: actorWith("school_coordinator" as Role), events: [{ id: bare.id, version: 1 }] });
    expect(coordinator).toEqual([{ id: bare.id, refusal: "forbidden" }]);
  });
});

describe("details", () => {
  it("are refused beside their field where the type does not take them, and asked for when it is published", async () => {
    const make = (details: Record<string, unknown> | undefined) =>
      draftEvent(deps, { details: details as never, signUpWindow: { opensAt: deps.now(), closesAt: minutesAfter(deps.now(), 60) } });
    await expect(make({ firms: 0, studentName: "Ada" })).rejects.toThrow(/details_invalid.*"details","firms".*"details","studentName"/);
    const draft = await make({ firms: 3 });
    const [outcome] = await publishMany(deps, { actor: director, events: [{ id: draft.id, version: 1 }] });
    expect(outcome).toMatchObject({
      refusal: "event_not_ready",
      faults: [
        { path: ["details", "groups"], reason: "detail_missing" },
        { path: ["details", "minutesPerRotation"], reason: "detail_missing" },
      ],
    });
  });
});
