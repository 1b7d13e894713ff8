import { marshall } from "@aws-sdk/util-dynamodb";
import { type Event, minutesAfter, type SessionId, type SignUpId, SignUpInput } from "@cte-partnerships/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { type EventFields, publishedEvent } from "../../test/event-fixtures.ts";
import { beginSession } from "../access/begin-session.ts";
import { giveGrant } from "../access/give-grant.ts";
import { registerUser } from "../access/register-user.ts";
import { buildAdminApp } from "../admin-app.ts";
import { editEvent } from "../event/edit-event.ts";
import { findEvent } from "../event/store.ts";
import { write } from "../table/transact.ts";
import { makeArrival } from "./arrival.ts";
import type { PeopleChanges, PeoplePage, Roster, RosterRow } from "./contract.ts";
import { correct } from "./correct.ts";
import { signUp } from "./sign-up.ts";
import { newSignUpWrite } from "./store.ts";
import { withdraw } from "./withdraw.ts";

const by = { kind: "person" } as const;
const question = { id: "diet", kind: "text", label: "Diet", required: false } as const;

let deps: Awaited<ReturnType<typeof testDeps>>;
let ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>;
let event: Event;
let sessionId: SessionId;
let actor: { userId: never; grants: never[] };

const begin = async (over: EventFields = {}) => {
  event = await publishedEvent(deps, over);
  sessionId = (event.sessions[0] as Event["sessions"][number]).id;
};
const two = (now: string) => ({ startsAt: now, endsAt: now, capacity: 2, partySizeLimit: 2, waitlistLimit: 3 });

beforeEach(async () => {
  deps = await testDeps();
  const app = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
  const user = await registerUser(deps, { issuer: "https://login.example", subject: "clerk", name: "Clerk", by: { kind: "system", part: "test" } });
  const given = await giveGrant(deps, { userId: user.id, role: "director", scope: { kind: "city" }, by: { kind: "system", part: "test" } });
  if (!given.ok) throw new Error(given.refusal.code);
  actor = { userId: user.id as never, grants: [given.value as never] };
  const cookie = `session=${await beginSession(deps, user)}`;
  ask = async (method, path, body, headers = {}) =>
    app.request(`/api/admin${path}`, {
      method,
      headers: { cookie, "x-requested-by": "console", ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
});

const small = () => {
  const slot = two("");
  const startsAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
  return [{ ...slot, startsAt, endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString() }] as never;
};
const person = async (name: string, over: Record<string, unknown> = {}) => {
  const input = SignUpInput.parse({ name, email: `${name.toLowerCase()}@example.org`, ...over });
  const answered = await signUp(deps, { sessionId, input, idempotencyKey: name, by, adder: "person" });
  if (answered.kind !== "taken_in") throw new Error(answered.kind);
  return answered.signUp;
};
const roster = async () => (await (await ask("GET", `/sessions/${sessionId}/roster`)).json()) as Roster;
const peopleFrom = async (query = "") => {
  const answer = await ask("GET", `/sessions/${sessionId}/roster/people${query}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as PeoplePage;
};
const changesSince = async (since: string) => (await (await ask("GET", `/sessions/${sessionId}/roster/changes?since=${since}`)).json()) as PeopleChanges;
/** Everybody, page by page, in the order in which the session settled. */
async function everybody(): Promise<RosterRow[]> {
  const people: RosterRow[] = [];
  for (let query: string | undefined = ""; query !== undefined; ) {
    const page: PeoplePage = await peopleFrom(query);
    people.push(...page.people);
    query = page.next === undefined ? undefined : `?after=${encodeURIComponent(page.next)}`;
  }
  return people.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
}
const line = async () => (await everybody()).map(({ name, state, place }) => `${name} ${state}${place === undefined ? "" : ` ${place}`}`);
/** So many people as they stand after a rush, put straight into the table: settling them one by one would take minutes. */
async function crowd(size: number): Promise<void> {
  const request = (index: number) => ({ input: SignUpInput.parse({ name: `Person ${index}`, email: `p${index}@example.org` }), idempotencyKey: `k${index}` });
  for (let from = 0; from < size; from += 100) {
    const members = Array.from({ length: Math.min(100, size - from) }, (_, offset) => {
      const asked = { sessionId, ...request(from + offset), by, adder: "person" } as const;
      const { id, keyHash, contentHash } = makeArrival(deps, asked, event);
      const at = deps.now();
      const who = { id, sessionId, eventId: event.id, ...asked.input, receivedAt: at, version: 1 };
      const signUp = { state: "confirmed", ...who, number: from + offset + 1, seatedAt: at } as const;
      return newSignUpWrite(deps, { signUp, linkVersion: 1, keyHash, contentHash }, { by, at, op: "test" });
    });
    expect(await write(deps, members)).toEqual({ ok: true });
  }
}
/** What the table is asked for an answer, in units. */
async function unitsOf(work: () => Promise<unknown>): Promise<number> {
  const { client } = deps.table;
  const send = client.send.bind(client) as (command: { input: object }, ...rest: never[]) => Promise<{ ConsumedCapacity?: unknown }>;
  let units = 0;
  const counting = async (command: { input: object }, ...rest: never[]) => {
    Object.assign(command.input, { ReturnConsumedCapacity: "TOTAL" });
    const answer = await send(command, ...rest);
    for (const { CapacityUnits } of [answer.ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[]) units += CapacityUnits ?? 0;
    return answer;
  };
  Object.defineProperty(client, "send", { value: counting, configurable: true, writable: true });
  await work();
  Object.defineProperty(client, "send", { value: send, configurable: true, writable: true });
  return units;
}

describe("a roster", () => {
  it("shows who is in and who waits in which place, as it now stands", async () => {
    await begin({ sessions: small() });
    const people = [];
    for (const name of ["Ann", "Ben", "Cat", "Dan", "Eve"]) people.push(await person(name));
    expect(await line()).toEqual(["Ann confirmed", "Ben confirmed", "Cat waitlisted 1", "Dan waitlisted 2", "Eve waitlisted 3"]);
    expect((await roster()).seats).toMatchObject({ capacity: 2, confirmed: 2, waiting: 3, remaining: 0 });
    await withdraw(deps, { sessionId, signUpId: (people[0] as (typeof people)[number]).id, by });
    // A place is told as it was given; the console counts who is before whom.
    expect(await line()).toEqual(["Ann withdrawn", "Ben confirmed", "Cat confirmed", "Dan waitlisted 2", "Eve waitlisted 3"]);
    expect((await roster()).seats).toMatchObject({ confirmed: 2, waiting: 2 });
  });

  it("is read in bounded pages, each person once, and a page costs the same among many as among few", async () => {
    await begin();
    await crowd(700);
    const pageOf500 = async () => (await peopleFrom(`?after=${encodeURIComponent((await peopleFrom()).next ?? "")}`)).people.length;
    const few = await unitsOf(pageOf500);
    const fewChanges = await unitsOf(() => changesSince(deps.now()));
    await begin();
    await crowd(1700);
    expect((await peopleFrom()).people.length, "the first page, which somebody waits for").toBe(100);
    expect(await pageOf500()).toBe(500);
    expect(new Set((await everybody()).map(({ email }) => email)).size).toBe(1700);
    expect(few, "the control: reading is counted").toBeGreaterThan(20);
    expect(Math.abs((await unitsOf(pageOf500)) - few)).toBeLessThan(few / 10);
    expect(await unitsOf(() => changesSince(deps.now()))).toBe(fewChanges);
  }, 60_000);

  it("opens no cursor of another session, nor one that was changed", async () => {
    await begin();
    await crowd(101);
    const cursor = (await peopleFrom()).next ?? "";
    const other = sessionId;
    await begin();
    for (const after of [cursor, `${cursor}x`, "x"]) {
      const answer = await ask("GET", `/sessions/${sessionId}/roster/people?after=${encodeURIComponent(after)}`);
      expect([answer.status, await answer.json()]).toMatchObject([400, { code: "cursor_invalid" }]);
    }
    expect((await ask("GET", `/sessions/${other}/roster/people?after=${encodeURIComponent(cursor)}`)).status, "the control").toBe(200);
  });

  it("tells every kind of change of a person since a moment, and nothing of those who stayed as they were", async () => {
    await begin({ questions: [question] as never, needsApproval: true, sessions: small() });
    const { readAt } = await peopleFrom();
    // The overlap of the log reaches back some seconds; what was before that is not told again.
    const still = await person("Still");
    deps.clock.set(minutesAfter(deps.now(), 1));
    const since = deps.now();
    const told = async () => Object.fromEntries((await changesSince(since)).people.map(({ name, state, version }) => [name, `${state} ${version}`]));
    expect(await told()).toEqual({});
    const ann = await person("Ann");
    expect(await told()).toEqual({ Ann: "pending 2" });
    await correct(deps, { sessionId, signUpId: ann.id, by, correction: { answers: { diet: "none" } } });
    expect(await told()).toEqual({ Ann: "pending 3" });
    await person("Ben");
    await ask("POST", `/sessions/${sessionId}/sign-ups/${ann.id}/approve`, { version: 3 });
    expect(await told()).toEqual({ Ann: "confirmed 4", Ben: "waitlisted 2" });
    await withdraw(deps, { sessionId, signUpId: ann.id, by });
    expect(await told(), "the line moved up").toEqual({ Ann: "withdrawn 5", Ben: "pending 3" });
    const again = { sessionId, input: SignUpInput.parse({ name: "Ann", email: "ann@example.org" }), idempotencyKey: "again", by, adder: "person" } as const;
    expect(await signUp(deps, again)).toMatchObject({ kind: "taken_in" });
    expect(await told(), "the same person anew, in the place of their earlier sign-up").toMatchObject({ Ann: expect.stringMatching(/^waitlisted/) });
    expect((await changesSince(readAt)).people.map(({ id }) => id)).toContain(still.id);
  });

  it("loses no change between two questions, however many there are", async () => {
    await begin({ sessions: [{ ...(small() as { capacity: number }[])[0], capacity: 500, partySizeLimit: 1 }] as never });
    let since: string = (await peopleFrom()).readAt;
    const seen = new Set<string>();
    const ask4 = async () => {
      for (let more: boolean | undefined = true; more; ) {
        const changes = await changesSince(since);
        for (const { name } of changes.people) seen.add(name);
        [since, more] = [changes.until, changes.hasMore];
      }
    };
    for (let from = 0; from < 60; from += 20) {
      for (let index = from; index < from + 20; index++) await person(`Guest${index}`);
      await ask4();
    }
    expect(seen.size).toBe(60);
  });

  it("costs a lone sign-up no record of its own: seven share one, and the seats stay within the kilobyte of one unit", async () => {
    await begin({ sessions: [{ ...(small() as { capacity: number }[])[0], capacity: 500, partySizeLimit: 1 }] as never });
    const { readAt } = await peopleFrom();
    for (let index = 0; index < 20; index++) await person(`Guest${index}`);
    expect(new Set((await changesSince(readAt)).people.map(({ name }) => name)).size).toBe(20);
    expect(await allItems(deps, "roster-log")).toHaveLength(2);
    const [seats] = await allItems(deps, "seats");
    expect(seats?.unlogged).toHaveLength(6);
    const bytes = Object.entries(marshall(seats ?? {})).reduce((sum, [name, value]) => sum + name.length + JSON.stringify(Object.values(value)[0]).length, 0);
    expect(bytes).toBeLessThan(1024);
  });

  it("says so where nobody knows any more what changed", async () => {
    await begin();
    const longAgo = minutesAfter(deps.now(), -61);
    expect(await changesSince(longAgo)).toMatchObject({ isTooLongAgo: true, people: [] });
    expect(await changesSince(minutesAfter(deps.now(), -50))).toMatchObject({ isTooLongAgo: false });
  });

  it("answers 304 while nothing changed, and anew after every kind of change", async () => {
    await begin({ questions: [question] as never });
    const mark = async () => (await ask("GET", `/sessions/${sessionId}/roster`)).headers.get("etag") ?? "";
    let known = await mark();
    expect(known).toMatch(/^"[\w-]{27}"$/);
    const expectChange = async (what: string) => {
      const answer = await ask("GET", `/sessions/${sessionId}/roster`, undefined, { "if-none-match": known });
      expect(answer.status, what).toBe(200);
      known = answer.headers.get("etag") ?? "";
      const again = await ask("GET", `/sessions/${sessionId}/roster`, undefined, { "if-none-match": known });
      expect([again.status, await again.text()], what).toEqual([304, ""]);
    };
    await ask("GET", `/sessions/${sessionId}/roster`, undefined, { "if-none-match": known }).then((answer) => expect(answer.status).toBe(304));
    const ann = await person("Ann");
    await expectChange("somebody signed up");
    await correct(deps, { sessionId, signUpId: ann.id, by, correction: { answers: { diet: "none" } } });
    await expectChange("answers were corrected");
    const request = { sessionId, input: SignUpInput.parse({ name: "Ben", email: "ben@example.org" }), idempotencyKey: "k", by, adder: "person" } as const;
    const arrival = makeArrival(deps, request, event);
    const received = { state: "received", id: arrival.id, sessionId, eventId: event.id, ...request.input, receivedAt: deps.now(), version: 1 } as const;
    await write(deps, [
      newSignUpWrite(
        deps,
        { signUp: received, linkVersion: 1, keyHash: arrival.keyHash, contentHash: arrival.contentHash },
        { by, at: deps.now(), op: "test" },
      ),
    ]);
    await expectChange("somebody was taken in and not settled yet");
    const { seats } = await roster();
    expect((await ask("POST", `/sessions/${sessionId}/capacity`, { version: seats.version, capacity: 50 })).status).toBe(200);
    await expectChange("capacity was changed");
    await withdraw(deps, { sessionId, signUpId: ann.id, by });
    await expectChange("somebody withdrew");
    const stands = (await findEvent(deps, event.id)) as Event;
    expect((await ask("POST", `/events/${event.id}/close`, { version: stands.version })).status).toBe(200);
    await expectChange("the event was closed");
  });

  it("is decided on by two clerks, and the second sees what the first did", async () => {
    await begin({ needsApproval: true });
    const ann = await person("Ann");
    const path = `/sessions/${sessionId}/sign-ups/${ann.id}`;
    const answers = await Promise.all([
      ask("POST", `${path}/approve`, { version: ann.version }),
      ask("POST", `${path}/decline`, { version: ann.version, reason: "Full" }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const refused = answers.find((answer) => answer.status === 409);
    expect(await refused?.json()).toMatchObject({ code: "version_conflict", current: ann.version + 1 });
  });

  it("takes people in by the public's path: the same key again is the same person, and a full session has a line", async () => {
    await begin({ sessions: small() });
    const add = (name: string, key?: string) =>
      ask("POST", `/sessions/${sessionId}/sign-ups`, { name, email: `${name.toLowerCase()}@example.org` }, key === undefined ? {} : { "idempotency-key": key });
    expect((await add("Ann")).status).toBe(400);
    const first = await add("Ann", "1");
    expect([first.status, await first.json()]).toEqual([201, { id: expect.stringMatching(/^sgn_/), state: "confirmed" }]);
    expect(await (await add("Ann", "1")).json()).toMatchObject({ state: "confirmed" });
    const other = await add("Ann", "2");
    expect([other.status, await other.json()]).toEqual([200, { state: "already_signed_up" }]);
    await add("Ben", "3");
    expect(await (await add("Cat", "4")).json()).toMatchObject({ state: "waitlisted", place: 1 });
    expect(await line()).toEqual(["Ann confirmed", "Ben confirmed", "Cat waitlisted 1"]);
  });
});

describe("an event with sign-ups", () => {
  const inputOf = (over: Record<string, unknown> = {}) => {
    const {
      id: _id,
      slug: _slug,
      version: _version,
      createdAt: _made,
      status: _status,
      publishedAt: _published,
      ...rest
    } = event as Event & { publishedAt: string };
    const sessions = event.sessions.map(({ status: _s, sequence: _q, ...slot }) => slot);
    return { ...rest, sessions, ...over } as never;
  };

  it("keeps its sessions and its answered questions", async () => {
    await begin({ questions: [question, { ...question, id: "topic", label: "Topic" }] as never });
    const ann = await person("Ann", { answers: { topic: "robots" } });
    const edit = (over: Record<string, unknown>) => editEvent(deps, { actor, eventId: event.id, version: event.version, input: inputOf(over) });
    expect(await edit({ sessions: event.sessions.slice(1).map(({ status: _s, sequence: _q, ...slot }) => slot) })).toMatchObject({
      refusal: { code: "session_has_sign_ups", sessionId },
    });
    expect(await edit({ questions: [] })).toMatchObject({ refusal: { code: "question_answered", questionId: "topic" } });
    await withdraw(deps, { sessionId, signUpId: ann.id as SignUpId, by });
    expect(await edit({ questions: [] }), "also once the person has withdrawn: their answers are kept").toMatchObject({
      refusal: { code: "question_answered" },
    });
    expect(await edit({ questions: event.questions.filter(({ id }) => (id as string) === "topic") }), "the other was never answered").toMatchObject({
      ok: true,
    });
  });

  it("moves the line up when an edit makes room", async () => {
    await begin({ sessions: small() });
    for (const name of ["Ann", "Ben", "Cat"]) await person(name);
    const sessions = event.sessions.map(({ status: _s, sequence: _q, ...slot }) => ({ ...slot, capacity: 3 }));
    expect(await editEvent(deps, { actor, eventId: event.id, version: event.version, input: inputOf({ sessions }) })).toMatchObject({ ok: true });
    expect(await line()).toEqual(["Ann confirmed", "Ben confirmed", "Cat confirmed"]);
  });

  it("cannot be edited from before its capacity was changed, so the change is not undone unseen", async () => {
    await begin({});
    expect((await ask("POST", `/sessions/${sessionId}/capacity`, { version: 1, capacity: 60 })).status).toBe(200);
    const stale = await ask("PUT", `/events/${event.id}`, { version: event.version, event: inputOf({ title: "Renamed" }) });
    expect([stale.status, await stale.json()]).toMatchObject([409, { code: "version_conflict", current: event.version + 1 }]);
    const stands = await findEvent(deps, event.id);
    expect(stands?.sessions[0]?.capacity).toBe(60);
    const second = await ask("POST", `/sessions/${sessionId}/capacity`, { version: 1, capacity: 10 });
    expect([second.status, await second.json()]).toMatchObject([409, { code: "version_conflict", current: 2 }]);
  });
});
