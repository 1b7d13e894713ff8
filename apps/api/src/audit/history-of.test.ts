import { addDays, type Event, instantFrom, type Role, type Scope, SignUpInput, type UserId } from "@cte-partnerships/domain";
import { beforeEach, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { commission, otherCommission, publishedEvent } from "../../test/event-fixtures.ts";
import { beginSession } from "../access/begin-session.ts";
import { giveGrant } from "../access/give-grant.ts";
import { registerUser } from "../access/register-user.ts";
import { buildAdminApp } from "../admin-app.ts";
import { signUp } from "../sign-up/sign-up.ts";
import { beginningOf, todayOf } from "../today.ts";
import type { AuditPage } from "./contract.ts";
import { fileAuditRecord } from "./store.ts";

const by = { kind: "system", part: "test" } as const;
let deps: Awaited<ReturnType<typeof testDeps>>;
let ask: (cookie: string, path: string) => Promise<Response>;
let [mine, theirs]: Thing[] = [];

interface Thing {
  event: Event;
  sessionId: string;
  signUpId: string;
}

beforeEach(async () => {
  deps = await testDeps();
  const app = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
  ask = async (cookie, path) => app.request(`/api/admin${path}`, { headers: { cookie, "x-requested-by": "console" } });
  [mine, theirs] = [await thing(commission as Scope, 60), await thing(otherCommission as Scope, 1)];
});

/** An event of that host with a sign-up, and so many records of each. A page has room for fifty. */
async function thing(host: Scope, records: number): Promise<Thing> {
  const event = await publishedEvent(deps, { host: host as Event["host"] });
  const session = event.sessions[0];
  if (!session) throw new Error("it has sessions");
  const input = SignUpInput.parse({ name: "Alex Example", email: "alex@example.org" });
  const taken = await signUp(deps, { sessionId: session.id, input, idempotencyKey: event.id, by: { kind: "person" }, adder: "person" });
  if (taken.kind !== "taken_in") throw new Error(taken.kind);
  const signUpId = taken.signUp.id;
  for (const subject of [event.id, session.id, signUpId]) {
    const ids = Array.from({ length: records }, (_, index) => `${String(index).padStart(4, "0")}${subject}`);
    const record = { subject, at: deps.now(), by: "person" as UserId, op: `of.${subject}`, changed: ["title"], before: {}, after: {} };
    await Promise.all(ids.map((changeId) => fileAuditRecord(deps, { ...record, changeId })));
  }
  return { event, sessionId: session.id, signUpId };
}

async function as(role: Role, scope: Scope): Promise<string> {
  const user = await registerUser(deps, { issuer: "https://login.example", subject: role, name: role, by });
  await giveGrant(deps, { userId: user.id, role, scope, by });
  return `session=${await beginSession(deps, user)}`;
}

const pathsOf = ({ event, sessionId, signUpId }: Thing) => [
  [event.id, `/history/events/${event.id}`],
  [sessionId, `/history/sessions/${sessionId}`],
  [signUpId, `/history/sessions/${sessionId}/sign-ups/${signUpId}`],
];

it("tells a chair what happened to her commission's event, its session and its people, each to the end and nothing else", async () => {
  const chair = await as("chair", commission as Scope);
  for (const [subject, path] of pathsOf(mine as Thing)) {
    const seen: AuditPage["records"] = [];
    let cursor: string | undefined;
    do {
      const response = await ask(chair, `${path}${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ""}`);
      expect(response.status, path).toBe(200);
      const page = (await response.json()) as AuditPage;
      seen.push(...page.records);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen.filter(({ op }) => op === `of.${subject}`)).toHaveLength(60);
    expect(seen.every((record) => record.subject === subject)).toBe(true);
  }
  expect((await ask(chair, `/audit?subject=${mine?.event.id}`)).status, "the whole log stays the city's").toBe(403);
});

it("names an event by its title and a session by its event's, with its start, and a sign-up by nothing", async () => {
  const chair = await as("chair", commission as Scope);
  const [ofEvent, ofSession, ofSignUp] = await Promise.all(
    pathsOf(mine as Thing).map(async ([, path]) => ((await (await ask(chair, String(path))).json()) as AuditPage).records[0]),
  );
  const { title, sessions } = (mine as Thing).event;
  expect(ofEvent).toMatchObject({ subjectName: title });
  expect(ofSession).toMatchObject({ subjectName: title, subjectStartsAt: sessions[0]?.startsAt });
  expect(ofSignUp).not.toHaveProperty("subjectName");
});

it("knows nothing of another host's, nor of a sign-up that is not this session's", async () => {
  const chair = await as("chair", commission as Scope);
  for (const [, path] of pathsOf(theirs as Thing)) expect((await ask(chair, path ?? "")).status, path).toBe(404);
  const crossed = await ask(chair, `/history/sessions/${mine?.sessionId}/sign-ups/${theirs?.signUpId}`);
  expect([crossed.status, ((await crossed.json()) as { code: string }).code]).toEqual([404, "sign_up_unknown"]);
});

it("leads on past midnight", async () => {
  const chair = await as("chair", commission as Scope);
  const path = `/history/events/${mine?.event.id}`;
  const first = (await (await ask(chair, path)).json()) as AuditPage;
  const midnight = Date.parse(beginningOf(deps.agency.zone, addDays(todayOf(deps), 1)));
  deps.clock.set(instantFrom(midnight + 60_000));
  // Signed in anew: a session of the evening before may have ended.
  const next = await ask(await as("chair", commission as Scope), `${path}?cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
  expect(next.status).toBe(200);
});

it("leads on by a cursor in the records of that subject alone", async () => {
  const chair = await as("chair", commission as Scope);
  const first = (await (await ask(chair, `/history/events/${mine?.event.id}`)).json()) as AuditPage;
  const elsewhere = await ask(chair, `/history/sessions/${mine?.sessionId}?cursor=${encodeURIComponent(first.nextCursor ?? "")}`);
  expect([elsewhere.status, ((await elsewhere.json()) as { code: string }).code]).toEqual([400, "cursor_invalid"]);
});

it("is not for whoever sees counts alone", async () => {
  const viewer = await as("viewer", { kind: "city" });
  for (const [, path] of pathsOf(mine as Thing)) expect((await ask(viewer, path ?? "")).status, path).toBe(403);
});
