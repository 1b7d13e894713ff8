import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { type Actor, type Event, type EventInput, instantFrom, minutesAfter, reachOf } from "@cte-partnerships/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { actorWith, commission, draftEvent, eventInput, office, otherCommission, publishedEvent, school } from "../../test/event-fixtures.ts";
import { changeCapacity } from "../sign-up/change-capacity.ts";
import { findSeats } from "../sign-up/seats-store.ts";
import { cancelEvent } from "./cancel-event.ts";
import type { EventRow, EventRowGone } from "./contract.ts";
import { decidingOf } from "./deciding-store.ts";
import { discardDraft } from "./discard-draft.ts";
import { editEvent } from "./edit-event.ts";
import { followRows, listRows } from "./follow-rows.ts";
import { publishEvent } from "./publish-event.ts";
import { reconcileAll } from "./reconcile-all.ts";
import { rowOf } from "./row-of.ts";
import { findRows } from "./row-store.ts";
import { eventFrom, findEvent } from "./store.ts";

const now = instantFrom(Date.UTC(2026, 10, 24, 15));
const director = actorWith("director");
const by = { kind: "user", userId: director.userId } as const;
type Deps = Awaited<ReturnType<typeof testDeps>>;

const inputOf = (event: Event, over: Partial<EventInput>): EventInput => {
  const { host, title } = event;
  return { ...eventInput(now, { host, title, sessions: [] }), ...over };
};

/** Whoever follows the rows as the console does. */
async function follower(deps: Deps, actor: Actor) {
  const rows = new Map<string, EventRow>();
  const take = (changed: readonly EventRow[], gone: readonly EventRowGone[]) => {
    for (const row of changed) if ((rows.get(row.id)?.version ?? 0) <= row.version) rows.set(row.id, row);
    for (const { id, version } of gone) if ((rows.get(id)?.version ?? version) < version) rows.delete(id);
  };
  let since: string | undefined;
  let cursor: string | undefined;
  do {
    const page = await listRows(deps, { actor, cursor });
    if (!page.ok) throw new Error(page.refusal.code);
    take(page.value.rows, []);
    since ??= page.value.since;
    cursor = page.value.next;
  } while (cursor !== undefined);
  return {
    rows,
    titles: () => [...rows.values()].map(({ title }) => title).sort(),
    async follow() {
      let hasMore = true;
      while (hasMore) {
        const changes = await followRows(deps, { actor, since: since ?? "" });
        if (!changes.ok) throw new Error(changes.refusal.code);
        take(changes.value.rows, changes.value.gone);
        ({ since, hasMore } = changes.value);
      }
    },
  };
}

async function opened(): Promise<Deps> {
  const deps = await testDeps();
  deps.clock.set(now);
  return deps;
}

describe("the rows of events", () => {
  it("tell the office of everything, and a chair of what her commission holds and of nothing else, from the query on", async () => {
    const deps = await opened();
    await publishedEvent(deps, { title: "Tour", host: commission });
    await draftEvent(deps, { title: "Panel", host: office });
    await draftEvent(deps, { title: "Interview", host: school });
    const chair = actorWith("chair", commission as never);
    const both = { ...chair, grants: [...chair.grants, ...actorWith("viewer", school as never).grants] };
    expect((await follower(deps, director)).titles()).toEqual(["Interview", "Panel", "Tour"]);
    expect((await follower(deps, chair)).titles()).toEqual(["Tour"]);
    expect((await follower(deps, both)).titles()).toEqual(["Interview", "Tour"]);
    expect((await follower(deps, { ...chair, grants: [] })).titles()).toEqual([]);
    const [tour] = (await follower(deps, chair)).rows.values();
    expect(tour).toEqual({
      id: tour?.id,
      title: "Tour",
      status: "published",
      activityTypeId: "act_career-day",
      host: commission,
      boroughId: "bor_brooklyn",
      place: "Harbor High School",
      city: "Brooklyn",
      zone: "America/New_York",
      startsAt: "2026-12-01T15:00:00.000Z",
      endsAt: "2026-12-01T18:00:00.000Z",
      firstDay: "2026-12-01",
      lastDay: "2026-12-01",
      sessionCount: 2,
      capacity: 80,
      contact: "Career Day desk",
      version: 2,
    });
  });

  it("of all hosts within reach come in one answer, so that following them costs one question, and in more where there is no room", async () => {
    const deps = await opened();
    for (const host of [commission, otherCommission, school]) await draftEvent(deps, { host });
    const chair = actorWith("chair", commission as never);
    const three = { ...chair, grants: [commission, otherCommission, school].flatMap((host) => actorWith("chair", host as never).grants) };
    const first = await listRows(deps, { actor: three });
    expect(first).toMatchObject({ value: { rows: [{ host: commission }, { host: otherCommission }, { host: school }] } });
    expect(first).not.toHaveProperty("value.next");
    expect(await followRows(deps, { actor: three, since: first.ok ? first.value.since : "" })).toMatchObject({ value: { hasMore: false } });
    const asked = { reach: reachOf(three, "view_event", now), since: minutesAfter(now, -1), order: "oldest", most: 2 } as const;
    const page = await findRows(deps, asked);
    const rest = await findRows(deps, { ...asked, after: page.next });
    expect([page, rest].map(({ rows }) => rows.map(({ host }) => host))).toEqual([[commission, otherCommission], [school]]);
    expect(rest.next).toBeUndefined();
  });

  it("tell of every change, each once it stands, and tell a chair when an event is handed over to another host", async () => {
    const deps = await opened();
    const chair = actorWith("chair", commission as never);
    const other = actorWith("chair", otherCommission as never);
    const [hers, theirs, all] = [await follower(deps, chair), await follower(deps, other), await follower(deps, director)];
    const follow = () => Promise.all([hers, theirs, all].map((one) => one.follow()));
    const event = await draftEvent(deps, { title: "Tour", host: commission, sessions: [] });
    await follow();
    expect([hers, theirs, all].map((one) => one.titles())).toEqual([["Tour"], [], ["Tour"]]);
    const renamed = await editEvent(deps, { actor: director, eventId: event.id, version: 1, input: inputOf(event, { title: "Long Tour" }) });
    expect(renamed.ok).toBe(true);
    await follow();
    expect([hers, theirs, all].map((one) => one.titles())).toEqual([["Long Tour"], [], ["Long Tour"]]);
    const handedOver = await editEvent(deps, { actor: director, eventId: event.id, version: 2, input: inputOf(event, { host: otherCommission }) });
    expect(handedOver.ok).toBe(true);
    await follow();
    expect([hers, theirs, all].map((one) => one.titles())).toEqual([[], ["Tour"], ["Tour"]]);
    const back = await editEvent(deps, { actor: director, eventId: event.id, version: 3, input: inputOf(event, { host: commission }) });
    expect(back.ok).toBe(true);
    await follow();
    expect([hers, theirs, all].map((one) => one.titles())).toEqual([["Tour"], [], ["Tour"]]);
    expect((await follower(deps, chair)).titles(), "who comes only now").toEqual(["Tour"]);
    const discarded = await discardDraft(deps, { eventId: event.id, version: 4, by });
    expect(discarded.ok).toBe(true);
    await follow();
    expect([hers, theirs, all].map((one) => one.titles())).toEqual([[], [], []]);
    expect(await allItems(deps, "event-row")).toEqual([]);
  });

  it("are the events that there are, after any sequence of changes", async () => {
    const deps = await opened();
    const hosts = [office, commission, school];
    const step = fc.record({
      kind: fc.constantFrom("make", "rename", "hand over", "publish", "capacity", "cancel", "discard"),
      which: fc.nat(5),
      host: fc.nat(2),
    });
    const doing = (kind: string, which: number) => ({ kind, which, host: 1 });
    const everyState = [
      doing("make", 0),
      doing("make", 0),
      doing("make", 0),
      doing("publish", 0),
      doing("capacity", 0),
      doing("publish", 1),
      doing("cancel", 1),
    ];
    const all = await follower(deps, director);
    const seen = new Map<string, Set<string>>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const events: string[] = [];
        for (const { kind, which, host } of steps) {
          const id = events[which % Math.max(1, events.length)];
          if (kind === "make") events.push((await draftEvent(deps, { host: hosts[host] as typeof office, needsApproval: which % 2 === 0 })).id);
          const event = id === undefined || kind === "make" ? undefined : await findEvent(deps, id as Event["id"]);
          if (!event) continue;
          const named = { eventId: event.id, version: event.version, by };
          const edited = (over: Partial<EventInput>) =>
            editEvent(deps, {
              ...named,
              actor: director,
              input: { ...inputOf(event, over), sessions: event.sessions.map(({ status: _, ...rest }) => rest) } as EventInput,
            });
          if (kind === "rename") await edited({ title: `Event ${which} ${host}`, needsApproval: host > 0 });
          if (kind === "hand over") await edited({ host: hosts[host] as typeof office });
          if (kind === "publish") await publishEvent(deps, named);
          if (kind === "cancel") await cancelEvent(deps, { ...named, reason: "Snow" });
          if (kind === "discard") await discardDraft(deps, named);
          const [session] = event.sessions;
          const seats = kind === "capacity" && session ? await findSeats(deps, session.id) : undefined;
          if (seats && session) await changeCapacity(deps, { sessionId: session.id, capacity: 50 + which, settingsVersion: seats.seats.settingsVersion, by });
        }
        const stand = (await allItems(deps, "event")).map((item) => rowOf(eventFrom(item)));
        await all.follow();
        const byId = (rows: readonly EventRow[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId([...all.rows.values()])).toEqual(byId(stand));
        const deciding = (await allItems(deps, "event")).flatMap((item) => decidingOf(eventFrom(item)) ?? []);
        const kept = (await allItems(deps, "event-deciding")).map((item) => item.deciding as (typeof deciding)[number]);
        const inOrder = (some: typeof deciding) => some.toSorted((a, b) => (a.eventId < b.eventId ? -1 : 1));
        expect(inOrder(kept), "and so are those on whose people somebody decides").toEqual(inOrder(deciding));
        for (const row of stand) seen.set(row.status, (seen.get(row.status) ?? new Set()).add(row.id));
      }),
      // One walk that goes through every state, whatever chance brings.
      { numRuns: 12, examples: [[everyState]] },
    );
    expect([...seen.keys()].sort(), "the walk went through them").toEqual(["cancelled", "draft", "published"]);
  });

  it("are written by reconciling where an event is from before there were rows, as of when it last changed", async () => {
    const deps = await opened();
    const [old] = [await publishedEvent(deps, { title: "Old", needsApproval: true }), await draftEvent(deps, { title: "New" })];
    const written = await allItems(deps, "event-row");
    deps.clock.set(minutesAfter(now, 24 * 60));
    expect((await reconcileAll(deps)).mended, "the control").toBe(0);
    await deps.table.client.send(new DeleteCommand({ TableName: deps.table.name, Key: { pk: `EVT#${old.id}`, sk: "ROW" } }));
    expect((await follower(deps, director)).titles()).toEqual(["New"]);
    expect((await reconcileAll(deps)).mended).toBe(1);
    expect((await follower(deps, director)).titles()).toEqual(["New", "Old"]);
    const unstamped = (items: object[]) =>
      items.map((item) => ({ ...item, _by: "", _op: "" })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(unstamped(await allItems(deps, "event-row"))).toEqual(unstamped(written));
    await deps.table.client.send(new DeleteCommand({ TableName: deps.table.name, Key: { pk: `EVT#${old.id}`, sk: "DECIDES" } }));
    expect([(await reconcileAll(deps)).mended, (await allItems(deps, "event-deciding")).length], "where people are decided on").toEqual([1, 1]);
  });

  it("begin anew for whoever looked away for longer than what went is told, or whose reach is another by now", async () => {
    const deps = await opened();
    await draftEvent(deps, { title: "Tour", host: commission });
    const chair = actorWith("chair", commission as never);
    const first = await listRows(deps, { actor: chair });
    const since = first.ok ? first.value.since : "";
    const refused = { ok: false, refusal: { code: "cursor_invalid" } };
    expect(await followRows(deps, { actor: chair, since }), "the control").toMatchObject({ ok: true });
    const more = { ...chair, grants: [...chair.grants, ...actorWith("viewer", school as never).grants] };
    expect(await followRows(deps, { actor: more, since })).toEqual(refused);
    expect(await followRows(deps, { actor: { ...director, userId: chair.userId }, since })).toEqual(refused);
    expect(await followRows(deps, { actor: actorWith("chair", commission as never), since }), "another person").toEqual(refused);
    expect(await listRows(deps, { actor: chair, cursor: since })).toEqual(refused);
    deps.clock.set(minutesAfter(now, 25 * 60));
    expect(await followRows(deps, { actor: chair, since })).toEqual(refused);
  });

  it("leave out what last changed more than two years ago, and say so", async () => {
    const deps = await opened();
    await draftEvent(deps, { title: "Long ago" });
    deps.clock.set(minutesAfter(now, 731 * 24 * 60));
    await draftEvent(deps, { title: "Today" });
    expect((await follower(deps, director)).titles()).toEqual(["Today"]);
    expect(await listRows(deps, { actor: director })).toMatchObject({ value: { from: "2026-11-25" } });
  });
});
