import { type Event, EventInput, instantFrom, minutesAfter } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { actorWith, draftEvent, eventInput, office, publishedEvent, school } from "../../test/event-fixtures.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { readItem } from "../table/read.ts";
import { cancelEvent } from "./cancel-event.ts";
import { cancelSession } from "./cancel-session.ts";
import { closeEvent } from "./close-event.ts";
import { discardDraft } from "./discard-draft.ts";
import { editEvent } from "./edit-event.ts";
import { finishEvents } from "./finish-events.ts";
import { publishEvent } from "./publish-event.ts";
import { refusalOfInput } from "./references.ts";
import { reopenEvent } from "./reopen-event.ts";
import { findEvent, findEventBySlug } from "./store.ts";

const director = actorWith("director");
const by = { kind: "user", userId: director.userId } as const;
const now = instantFrom(Date.UTC(2026, 10, 24, 15));

/** The event as a form sends it back. */
const inputOf = (event: Event, over: Partial<EventInput> = {}): EventInput => {
  const { title, activityTypeId, details, description, host, venue, audience, contact, signUpWindow, needsApproval, oneSessionPerPerson, questions } = event;
  const sessions = event.sessions.map(({ id, label, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
    id,
    ...(label ? { label } : {}),
    startsAt,
    endsAt,
    capacity,
    partySizeLimit,
    waitlistLimit,
  }));
  return EventInput.parse({
    title,
    activityTypeId,
    ...(details ? { details } : {}),
    description,
    host,
    venue,
    audience,
    contact,
    signUpWindow,
    needsApproval,
    oneSessionPerPerson,
    questions,
    sessions,
    ...over,
  });
};

const seatsOf = async (deps: Awaited<ReturnType<typeof testDeps>>, event: Event) => [
  ...(
    await readSeats(
      deps,
      event.sessions.map((session) => session.id),
    )
  ).values(),
];

describe("an event's life", () => {
  it("is stored as made, has no seats as a draft, and is found by its public address", async () => {
    const deps = await testDeps();
    deps.clock.set(now);
    const event = await draftEvent(deps);
    expect(await findEvent(deps, event.id)).toEqual(event);
    expect(event.slug).toBe("career-day-at-harbor-high-2026-12-01");
    expect(await findEventBySlug(deps, event.slug)).toEqual(event);
    expect(await seatsOf(deps, event)).toEqual([]);
  });

  it("gives namesakes different public addresses", async () => {
    const deps = await testDeps();
    deps.clock.set(now);
    const made = await Promise.all([draftEvent(deps), draftEvent(deps), draftEvent(deps)]);
    expect(new Set(made.map((event) => event.slug)).size).toBe(3);
  });

  it("stamps who, when and which operation on whatever it writes", async () => {
    const deps = await testDeps();
    deps.clock.set(now);
    const event = await publishedEvent(deps);
    const item = await readItem(deps, { pk: `EVT#${event.id}`, sk: "META" });
    expect(item).toMatchObject({ _by: expect.stringMatching(/^usr_/), _at: now, _op: "event.publish" });
  });

  it("gets one seat item a session when it is published, also with the most sessions an event may have", async () => {
    const deps = await testDeps();
    deps.clock.set(now);
    const [slot] = eventInput(now).sessions;
    if (!slot) throw new Error();
    const event = await publishedEvent(deps, { sessions: Array.from({ length: 50 }, () => slot) });
    const seats = await seatsOf(deps, event);
    expect(seats).toHaveLength(50);
    expect(seats[0]).toMatchObject({ eventId: event.id, capacity: 40, confirmed: 0, status: "open" });
    expect((await cancelEvent(deps, { eventId: event.id, version: event.version, by, reason: "Snow" })).ok).toBe(true);
    expect((await seatsOf(deps, event)).every((counted) => counted.status === "cancelled")).toBe(true);
  });

  it("is not published while something is missing, and says what", async () => {
    const deps = await testDeps();
    const draft = await draftEvent(deps, { sessions: [], description: "" });
    const tried = await publishEvent(deps, { eventId: draft.id, version: 1, by });
    expect(tried).toMatchObject({ ok: false, refusal: { code: "event_not_ready", faults: [{ reason: "description_missing" }, { reason: "no_sessions" }] } });
  });

  it("closes, opens again, and loses one session without the other", async () => {
    const deps = await testDeps();
    const event = await publishedEvent(deps);
    const closed = await closeEvent(deps, { eventId: event.id, version: event.version, by });
    expect(closed).toMatchObject({ ok: true, value: { status: "closed" } });
    const open = await reopenEvent(deps, { eventId: event.id, version: event.version + 1, by });
    expect(open).toMatchObject({ ok: true, value: { status: "published" } });
    const [first] = event.sessions;
    if (!first) throw new Error();
    const cancelled = await cancelSession(deps, { eventId: event.id, version: event.version + 2, by, sessionId: first.id, reason: "Room lost" });
    expect(cancelled.ok).toBe(true);
    const seats = await readSeats(
      deps,
      event.sessions.map((session) => session.id),
    );
    expect(event.sessions.map((session) => seats.get(session.id)?.status)).toEqual(["cancelled", "open"]);
  });

  it("is done once its last session is over, and not before", async () => {
    const deps = await testDeps();
    deps.clock.set(now);
    const event = await publishedEvent(deps);
    expect(await finishEvents(deps)).toEqual({ finished: 0 });
    deps.clock.set(minutesAfter(now, 7 * 24 * 60 + 90));
    expect(await finishEvents(deps), "one session is still to come").toEqual({ finished: 0 });
    deps.clock.set(minutesAfter(now, 8 * 24 * 60));
    expect(await finishEvents(deps)).toEqual({ finished: 1 });
    expect(await findEvent(deps, event.id)).toMatchObject({ status: "done" });
    expect(await finishEvents(deps)).toEqual({ finished: 0 });
  });

  it("can be discarded as a draft only, and frees its address", async () => {
    const deps = await testDeps();
    const draft = await draftEvent(deps);
    expect(await discardDraft(deps, { eventId: draft.id, version: 1, by })).toMatchObject({ ok: true });
    expect(await findEvent(deps, draft.id)).toBeUndefined();
    expect((await draftEvent(deps)).slug).toBe(draft.slug);
    const published = await publishedEvent(deps);
    const tried = await discardDraft(deps, { eventId: published.id, version: published.version, by });
    expect(tried).toMatchObject({ ok: false, refusal: { code: "event_not_draft" } });
  });
});

describe("editing a published event", () => {
  it("reshapes the seats that changed, makes those of a new session, and closes those of one taken out, in the same transaction", async () => {
    const deps = await testDeps();
    const event = await publishedEvent(deps);
    const [first, second] = event.sessions;
    if (!first || !second) throw new Error();
    const input = inputOf(event, { needsApproval: true });
    input.sessions = [
      { ...input.sessions[0], capacity: 50, partySizeLimit: 2, waitlistLimit: 0 } as (typeof input.sessions)[number],
      { ...(input.sessions[1] as (typeof input.sessions)[number]), id: undefined } as never,
    ];
    const edited = await editEvent(deps, { actor: director, eventId: event.id, version: event.version, input });
    if (!edited.ok) throw new Error(JSON.stringify(edited.refusal));
    const seats = await readSeats(
      deps,
      [...event.sessions, ...edited.value.sessions].map((session) => session.id),
    );
    expect(seats.get(first.id)).toMatchObject({ capacity: 50, partySizeLimit: 2, waitlistLimit: 0, needsApproval: true, status: "open", version: 2 });
    expect(seats.get(second.id)).toMatchObject({ status: "cancelled" });
    const fresh = edited.value.sessions[1];
    expect(fresh && seats.get(fresh.id)).toMatchObject({ capacity: 40, needsApproval: true, status: "open", version: 1 });
  });

  it("leaves seats alone that it does not touch", async () => {
    const deps = await testDeps();
    const event = await publishedEvent(deps);
    await editEvent(deps, { actor: director, eventId: event.id, version: event.version, input: inputOf(event, { title: "Career Night" }) });
    expect((await seatsOf(deps, event)).map((counted) => counted.version)).toEqual([1, 1]);
  });

  it("takes no detail away that publishing asked for, and leaves alone what an older event never had", async () => {
    const deps = await testDeps();
    const published = await publishedEvent(deps);
    const { firms: _, ...rest } = published.details ?? {};
    const save = (event: Event, details: EventInput["details"]) =>
      editEvent(deps, { actor: director, eventId: event.id, version: event.version, input: inputOf(event, { title: "Another title", details }) });
    const lacking = (...names: string[]) => ({
      ok: false,
      refusal: { code: "details_invalid", faults: names.map((name) => ({ path: ["details", name], reason: "detail_missing", message: "is needed" })) },
    });
    expect(await save(published, rest)).toEqual(lacking("firms"));
    expect(await save(published, undefined)).toEqual(lacking("firms", "groups", "minutesPerRotation"));
    expect(await save(published, published.details)).toMatchObject({ ok: true });
    expect(await save(await draftEvent(deps), rest), "a draft is saved as far as it has come").toMatchObject({ ok: true });
    const input = inputOf(published, { details: undefined });
    const { details: _details, ...older } = published;
    expect(refusalOfInput(deps.agency, input, now, older)).toBeUndefined();
  });

  it("refuses what the agency does not have, and a host for whom this person may not make events", async () => {
    const deps = await testDeps();
    const event = await draftEvent(deps, { host: school });
    const clerk = actorWith("school_coordinator", { kind: "school", schoolId: "sch_harbor-high" as never });
    const moved = await editEvent(deps, { actor: clerk, eventId: event.id, version: 1, input: inputOf(event, { host: office }) });
    expect(moved).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    const unknown = await editEvent(deps, {
      actor: director,
      eventId: event.id,
      version: 1,
      input: inputOf(event, { host: { kind: "school", schoolId: "sch_nowhere" as never } }),
    });
    expect(unknown).toMatchObject({ ok: false, refusal: { code: "reference_unknown", paths: ["host"] } });
  });
});

describe("two clerks", () => {
  it("the second to save is told that another version stands, and nothing of the first is lost", async () => {
    const deps = await testDeps();
    const event = await draftEvent(deps);
    const save = (title: string) => editEvent(deps, { actor: director, eventId: event.id, version: 1, input: inputOf(event, { title }) });
    expect(await save("First")).toMatchObject({ ok: true });
    expect(await save("Second")).toEqual({ ok: false, refusal: { code: "version_conflict", current: 2 } });
    expect(await findEvent(deps, event.id)).toMatchObject({ title: "First", version: 2 });
  });

  it("of twenty at the same instant exactly one goes through", async () => {
    const deps = await testDeps();
    const event = await publishedEvent(deps);
    const change = { eventId: event.id, version: event.version, by };
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? closeEvent(deps, change) : cancelEvent(deps, { ...change, reason: "Snow" }))),
    );
    expect(tries.filter((tried) => tried.ok)).toHaveLength(1);
    for (const tried of tries) if (!tried.ok) expect(tried.refusal).toEqual({ code: "version_conflict", current: event.version + 1 });
    const stands = await findEvent(deps, event.id);
    const seats = await seatsOf(deps, event);
    expect(
      seats.every((counted) => (counted.status === "cancelled") === (stands?.status === "cancelled")),
      "event and seats agree",
    ).toBe(true);
  });
});
