import { type Event, type EventInput, minutesAfter } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { beginSession } from "../src/access/begin-session.ts";
import { giveGrant } from "../src/access/give-grant.ts";
import { registerUser } from "../src/access/register-user.ts";
import { adminRouteTable, buildAdminApp } from "../src/admin-app.ts";
import { editEvent } from "../src/event/edit-event.ts";
import { sweep } from "../src/lambda/schedule.ts";
import { deliver } from "../src/mail/deliver.ts";
import { buildPublicApp } from "../src/public-app.ts";
import { findSeats } from "../src/sign-up/seats-store.ts";
import { withdraw } from "../src/sign-up/withdraw.ts";
import { write } from "../src/table/transact.ts";
import { allItems } from "./all-items.ts";
import { testDeps } from "./deps.ts";
import { actorWith, commission, type EventFields, eventInput, publishedEvent } from "./event-fixtures.ts";
import { deliverAll, follow, StreamTail, withQueue } from "./follow-stream.ts";
import { signUpPerson } from "./published-event.ts";

/**
 * What a deployed function does on a good day, gone through from its door: under its policy (under-policy.ts), so that a
 * grant that is missing is found here and not on the first day on AWS.
 */

const by = { kind: "system", part: "test" } as const;

async function consoleDeps() {
  const deps = withQueue(await testDeps());
  const admin = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
  const user = await registerUser(deps, { issuer: "https://login.example", subject: "director", name: "Dana", by });
  const given = await giveGrant(deps, { userId: user.id, role: "director", scope: { kind: "city" }, by });
  if (!given.ok) throw new Error(given.refusal.code);
  const cookie = `session=${await beginSession(deps, user, "dana@example.org")}`;
  const walked = new Set<string>();
  /** Asks the console's API; throws where it is refused. */
  const ask = async <Answer>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await admin.request(path, {
      method,
      headers: { cookie, "x-requested-by": "console", ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    const route = adminRouteTable.find(
      (each) => each.method === method.toLowerCase() && new RegExp(`^${each.path.replace(/\{\w+\}/g, "[^/]+")}$`).test(path.split("?")[0] ?? ""),
    );
    if (route) walked.add(`${method} ${route.path}`);
    return (text.startsWith("{") ? JSON.parse(text) : text) as Answer;
  };
  return { deps, ask, walked };
}

/** Somebody is invited, another is given a role that is changed and ended; then who could see what, and what was done. */
async function giveAndTake(deps: Awaited<ReturnType<typeof testDeps>>, ask: Awaited<ReturnType<typeof consoleDeps>>["ask"]): Promise<void> {
  const access = "/api/admin/access";
  const role = { role: "director", scope: { kind: "city" } };
  for (const _again of [1, 2]) await ask("POST", `${access}/users`, { address: "kim@example.org", ...role });
  const other = await registerUser(deps, { issuer: "https://login.example", subject: "other", name: "Other", by });
  const given = await ask<{ grants: { id: string }[] }>("POST", `${access}/users/${other.id}/grants`, role);
  const grant = `${access}/users/${other.id}/grants/${given.grants[0]?.id}`;
  await ask("POST", `${grant}/expiry`, { version: 1, expiresAt: minutesAfter(deps.now(), 60) });
  await ask("POST", `${grant}/end`, { version: 2 });
  await ask("POST", `${access}/users/${other.id}/sign-out-everywhere`);
  const { users } = await ask<{ users: unknown[] }>("GET", `${access}/users`);
  expect(users).toHaveLength(3);
  const today = deps.now().slice(0, 10);
  for (const of of [other.id, "cms_information-technology"]) await ask("GET", `${access}/could-see?on=${today}&of=${of}`);
  for (const query of ["", `?subject=${other.id}`]) await ask("GET", `/api/admin/audit${query}`);
  await ask("POST", "/api/admin/audit/export", { op: "grant" });
}

/** A form is kept, found and let go; an event is looked at before it is saved, cloned, made a series of, and all of it published. */
async function formsAndSeries(ask: Awaited<ReturnType<typeof consoleDeps>>["ask"], event: Event, input: EventInput): Promise<void> {
  const form = `/api/admin/form-drafts/${event.id}`;
  await ask("PUT", form, { begunFrom: 1, values: { title: "Half a ti" } });
  expect(await ask("GET", form)).toMatchObject({ draft: { begunFrom: 1, values: { title: "Half a ti" } } });
  await ask("DELETE", form);
  await ask("POST", "/api/admin/events/previews", { event: input });
  await ask("GET", `/api/admin/events/${event.id}/previews`);
  await ask("POST", `/api/admin/events/${event.id}/clone`, { shiftDays: 7, title: "A clone" }, { "idempotency-key": "key-of-the-clone" });
  const { dates } = await ask<{ dates: { on: string; isSkipped: boolean }[] }>("POST", `/api/admin/events/${event.id}/series-dates`, {
    rule: { every: "weeks", weeks: 1, times: 3 },
    skipsClosures: true,
  });
  // Some weeks of the year have a day off.
  const days = dates.slice(1).flatMap(({ on, isSkipped }) => (isSkipped ? [] : [on]));
  const made = await ask<{ events: { id: string; version: number }[] }>(
    "POST",
    `/api/admin/events/${event.id}/series`,
    { version: event.version, dates: days },
    { "idempotency-key": "key-of-the-series" },
  );
  expect(made.events).toHaveLength(3);
  await ask("GET", `/api/admin/events/${event.id}/series`);
  const events = made.events.map(({ id, version }) => ({ id, version }));
  const { outcomes } = await ask<{ outcomes: { status?: string }[] }>("POST", "/api/admin/events/publish-many", { events });
  expect(outcomes.map(({ status }) => status)).toEqual(["published", "published", "published"]);
}

const halfAnHourLater = ({ sessions }: Event) =>
  sessions.map(({ id, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
    id,
    startsAt: minutesAfter(startsAt, 30),
    endsAt: minutesAfter(endsAt, 30),
    capacity,
    partySizeLimit,
    waitlistLimit,
  }));

interface Detail {
  event: Event;
}

describe("the console's function", () => {
  it("does what each of its routes is for, and every route is gone through", async () => {
    const { deps, ask, walked } = await consoleDeps();
    const make = async (over: EventFields, key: string) =>
      (await ask<Detail>("POST", "/api/admin/events", eventInput(deps.now(), { host: commission, ...over }), { "idempotency-key": key })).event;
    const change = async (event: Event, path: string, body: object = {}) =>
      (await ask<Detail>("POST", `/api/admin/events/${event.id}/${path}`, { version: event.version, ...body })).event;

    await ask("GET", "/api/admin/me");
    await giveAndTake(deps, ask);
    await ask("PUT", "/api/admin/views/roster", { version: 0, views: [{ id: "own", title: "Own", search: "view=waiting" }] });
    await ask("GET", "/api/admin/views/roster");
    const draft = await make({ title: "A draft that goes" }, "key-of-the-draft");
    expect((await make({ title: "A draft that goes" }, "key-of-the-draft")).id, "asked again").toBe(draft.id);
    await ask("GET", `/api/admin/events/${draft.id}/preview`);
    await ask("DELETE", `/api/admin/events/${draft.id}`, { version: draft.version });

    await formsAndSeries(ask, await make({ title: "Every Tuesday" }, "key-of-the-series"), eventInput(deps.now(), { host: commission }));

    let event = await make({ needsApproval: true, oneSessionPerPerson: true }, "key-of-the-event");
    for (const verb of ["publish", "close", "reopen"]) event = await change(event, verb);
    const [first, second] = event.sessions;
    if (!first || !second) throw new Error("there are two sessions");
    for (const query of ["", "?status=done", "?host=cms_information-technology", "?order=upcoming"]) await ask("GET", `/api/admin/events${query}`);
    const { since } = await ask<{ since: string }>("GET", "/api/admin/events/rows");
    await ask("GET", `/api/admin/events/rows/changes?since=${encodeURIComponent(since)}`);
    await ask("POST", "/api/admin/events/numbers", { ids: [event.id] });

    await ask("GET", "/api/admin/today");
    const month = deps.now().slice(0, 7);
    for (const query of ["", "&host=cms_information-technology"]) await ask("GET", `/api/admin/calendar?from=${month}-01&to=${month}-28${query}`);

    const session = `/api/admin/sessions/${first.id}`;
    for (const email of ["one@example.org", "two@example.org", "three@example.org"]) {
      await ask("POST", `${session}/sign-ups`, { name: "Alex Example", email }, { "idempotency-key": `add-${email}` });
    }
    const rows = ["one@example.org", "four@example.org"].map((email) => ({ key: `many-${email}`, input: { name: "Alex Example", email } }));
    for (const isPreview of [true, false]) await ask("POST", `${session}/sign-ups/many`, { rows: rows.slice(0, 1), isPreview });
    await ask("POST", `${session}/sign-ups/many`, { rows: rows.slice(1), isPreview: true });
    const message = { subject: "Doors", text: "Open at eight." };
    const toThosePending = { message, audience: { kind: "states", states: ["pending"] }, reach: "event" };
    await ask("POST", `${session}/messages/preview`, toThosePending);
    await ask("POST", `${session}/messages/test`, { message });
    for (const _again of [1, 2]) await ask("POST", `${session}/messages`, toThosePending, { "idempotency-key": "a-message" });
    const sent = await ask<{ messages: { id: string }[] }>("GET", `${session}/messages`);
    expect(sent.messages).toHaveLength(1);
    expect(await ask("GET", `${session}/messages/${sent.messages[0]?.id}`)).toMatchObject(message);
    const { people } = await ask<{ people: { id: string; version: number }[] }>("GET", `${session}/roster/people`);
    await ask("GET", `${session}/roster`);
    await ask("GET", `${session}/roster/changes?since=${deps.now()}`);
    expect(people).toHaveLength(3);
    for (const [index, verb] of ["approve", "decline", "withdraw"].entries()) {
      await ask("POST", `${session}/sign-ups/${people[index]?.id}/${verb}`, { version: people[index]?.version });
    }
    await ask("POST", `${session}/decide`, { step: "approve", people: people.slice(0, 1).map(({ id, version }) => ({ id, version })), isPreview: true });
    await ask("POST", `${session}/withdraw`, { people: people.slice(0, 1).map(({ id }) => ({ id, version: 999 })) });
    const history = "/api/admin/history";
    for (const path of [`events/${event.id}`, `sessions/${first.id}`, `sessions/${first.id}/sign-ups/${people[0]?.id}`]) await ask("GET", `${history}/${path}`);
    await ask("POST", `${session}/export`, {});
    await ask("POST", `${session}/export-without-personal-data`, {});
    const seats = await findSeats(deps, first.id);
    await ask("POST", `${session}/capacity`, { version: seats?.seats.settingsVersion, capacity: 41 });

    // Changing an event looks whether anybody ever signed up for what goes.
    ({ event } = await ask<Detail>("GET", `/api/admin/events/${event.id}`));
    const input = eventInput(deps.now(), { host: commission, needsApproval: true, oneSessionPerPerson: true, sessions: halfAnHourLater(event) });
    const preview = await ask<{ mailCount: number }>("POST", `/api/admin/events/${event.id}/edit-preview`, { version: event.version, event: input });
    expect(preview.mailCount, "those who still stand in it").toBeGreaterThan(0);
    ({ event } = await ask<Detail>("PUT", `/api/admin/events/${event.id}`, { version: event.version, event: input }));
    event = await change(event, `sessions/${second.id}/cancel`, { reason: "No room." });
    await change(event, "cancel", { reason: "Snow." });

    const routes = adminRouteTable.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(
      routes.filter((route) => !walked.has(route)),
      "routes that nobody went through: do it here",
    ).toEqual([]);
    expect((await allItems(deps, "audit-record")).length, "grants, approvals and drafts leave a record at once").toBeGreaterThan(2);
  });
});

describe("the public function", () => {
  it("takes a person in at an event with one session a person, and at its other session says that they are in", async () => {
    const deps = await testDeps();
    const app = buildPublicApp(deps);
    const event = await publishedEvent(deps, { oneSessionPerPerson: true });
    const signUp = (index: number) =>
      app.request(`/api/public/sessions/${event.sessions[index]?.id}/sign-ups`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": `key-of-${index}` },
        body: JSON.stringify({ name: "Alex Example", email: "alex@example.org" }),
      });
    expect((await signUp(0)).status).toBe(201);
    const answer = await signUp(1);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("already_signed_up")]);
    expect(await allItems(deps, "claim")).toHaveLength(1);
  });
});

describe("the mailer", () => {
  it("tells somebody in line their place, and somebody whose session was taken out of its event what became of it", async () => {
    const deps = { ...withQueue(await testDeps()), mailer: { send: async () => undefined } };
    const event = await publishedEvent(deps, {
      sessions: eventInput(deps.now()).sessions.map((session) => ({ ...session, capacity: 1, partySizeLimit: 1 })) as never,
    });
    const [session] = event.sessions;
    if (!session) throw new Error("there is a session");
    for (const email of ["one@example.org", "two@example.org"]) await signUpPerson(deps, session.id, { email });
    await follow(deps, new StreamTail(deps));
    expect(await Promise.all(deps.mailQueue.sent.splice(0).map((mailId) => deliver(deps, mailId)))).toEqual(["sent", "sent"]);

    // The office cancelled and took the session out while somebody was being taken in.
    const [first] = (await allItems(deps, "sign-up")).filter(({ state }) => state === "confirmed");
    await withdraw(deps, { sessionId: session.id, signUpId: first?.id as never, by: { kind: "person" } });
    const [item] = await allItems(deps, "event");
    const left = ((item?.sessions ?? []) as { id: string }[]).filter(({ id }) => id !== session.id);
    await write(deps, [{ Put: { TableName: deps.table.name, Item: { ...item, sessions: left } } }]);
    await follow(deps, new StreamTail(deps));
    const outcomes = await Promise.all(deps.mailQueue.sent.splice(0).map((mailId) => deliver(deps, mailId)));
    expect(outcomes, "whoever withdrew is told so").toContain("sent");
  });
});

describe("the sweeper", () => {
  it("goes on with telling people of a change that stood still", async () => {
    const deps = withQueue(await testDeps());
    const event = await publishedEvent(deps);
    const [session] = event.sessions;
    if (!session) throw new Error("there is a session");
    await signUpPerson(deps, session.id);
    const tail = new StreamTail(deps);
    await follow(deps, tail);
    deps.clock.set(minutesAfter(deps.now(), 1));
    const edited = await editEvent(deps, {
      actor: actorWith("director"),
      eventId: event.id,
      version: event.version,
      input: eventInput(deps.now(), { sessions: halfAnHourLater(event) }),
    });
    expect(edited.ok).toBe(true);
    // The change starts the fan-out; its first page is never delivered.
    await deliverAll(deps, await tail.next());
    deps.clock.set(minutesAfter(deps.now(), 10));
    expect(await sweep(deps)).toMatchObject({ continuedFanOuts: 2 });
    expect((await allItems(deps, "mail")).map(({ kind }) => kind)).toContain("session_changed");
  });
});
