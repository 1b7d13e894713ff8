import {
  dateIn,
  type Event,
  type Grant,
  instantFrom,
  minutesAfter,
  Role,
  type Scope,
  SessionId,
  type SignUp,
  SignUpInput,
  UserId,
} from "@cte-partnerships/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { beginSession } from "../src/access/begin-session.ts";
import { giveGrant } from "../src/access/give-grant.ts";
import { registerUser } from "../src/access/register-user.ts";
import { adminRouteTable, buildAdminApp, refuseUnpoliced } from "../src/admin-app.ts";
import { WriteInput } from "../src/message/contract.ts";
import { writeMessage } from "../src/message/write-message.ts";
import { buildPublicApp } from "../src/public-app.ts";
import { linkToken } from "../src/sign-up/link.ts";
import { signUp } from "../src/sign-up/sign-up.ts";
import { testDeps } from "./deps.ts";
import { commission, draftEvent, eventInput, otherCommission, publishedEvent } from "./event-fixtures.ts";

/**
 * Walks every route of both apps as nobody and as each role, with a grant over the host concerned, over another host, over
 * the whole city, and with one that has run out. What each is answered stands in a committed file: a change of it is a
 * change of who may do what, and is reviewed as one.
 */

const canary = { name: "Canary Leakwell", email: "canary.leakwell@example.org", affiliation: "Canary Firm" };
const draftTitle = "Unannounced Canary Draft";
const publishedTitle = "Published Canary Event";
const by = { kind: "system", part: "test" } as const;

let deps: Awaited<ReturnType<typeof testDeps>>;
let admin: ReturnType<typeof buildAdminApp>;
let publicApp: ReturnType<typeof buildPublicApp>;
let event: Event;
let draft: Event;
let person: SignUp;
let messageId: string;
const cookies = new Map<string, string>();

const scopes: Record<"own" | "other" | "city", Scope> = { own: commission as Scope, other: otherCommission as Scope, city: { kind: "city" } };
const who = ["anonymous", ...Role.options.flatMap((role) => ["own", "city", "other", "run out"].map((scope) => `${role}, ${scope}`))];

beforeAll(async () => {
  deps = await testDeps();
  admin = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
  // Any file stands for the API's description, which is there only after a build.
  publicApp = buildPublicApp(deps, { openApiFile: new URL("../package.json", import.meta.url) });
  event = await publishedEvent(deps, { host: commission, title: publishedTitle, needsApproval: true });
  draft = await draftEvent(deps, { host: commission, title: draftTitle });
  const taken = await signUp(deps, { sessionId: sessionId(), input: SignUpInput.parse(canary), idempotencyKey: "k", by: { kind: "person" }, adder: "person" });
  if (taken.kind !== "taken_in") throw new Error(taken.kind);
  person = taken.signUp;
  // What the office writes may name people.
  const input = WriteInput.parse({ ...toThosePending, message: { subject: "Doors", text: `${canary.name} brings the key.` } });
  const written = await writeMessage(deps, { userId: UserId.parse(nobody), event, sessionId: sessionId(), input, idempotencyKey: "k" });
  if (!written.ok) throw new Error(written.refusal.code);
  messageId = written.value.id;
  for (const role of Role.options) {
    for (const [word, scope] of Object.entries(scopes)) cookies.set(`${role}, ${word}`, await cookieWith(role, { scope }));
    cookies.set(`${role}, run out`, await cookieWith(role, { scope: scopes.city, expiresAt: minutesAfter(instantFrom(Date.now()), -1) }));
  }
});

const sessionId = () => (event.sessions[0] as Event["sessions"][number]).id;

async function cookieWith(role: Role, { scope, expiresAt }: Pick<Grant, "scope" | "expiresAt">): Promise<string> {
  const user = await registerUser(deps, { issuer: "https://login.example", subject: JSON.stringify([role, scope, expiresAt]), name: role, by });
  const given = await giveGrant(deps, { userId: user.id, role, scope, by, ...(expiresAt ? { expiresAt } : {}) });
  if (!given.ok) throw new Error(given.refusal.code);
  return `session=${await beginSession(deps, user)}`;
}

/** A version that nobody has: whoever gets as far as being told so, was let through, and nothing changes. */
const version = 999_999;

const nobody = "usr_01jd0000000000000000000000";
const noGrant = "grt_01jd0000000000000000000000";
const nowhere = { kind: "commission", commissionId: "cms_nowhere" };

const toThosePending = { message: { subject: "Doors", text: "Open at eight." }, audience: { kind: "states", states: ["pending"] }, reach: "event" };

/** What is asked of each route of the console. A route that is not here fails the test. */
const asked: Record<string, () => { path: string; body?: unknown; headers?: Record<string, string> }> = {
  "GET /api/admin/me": () => ({ path: "/api/admin/me" }),
  "GET /api/admin/access/users": () => ({ path: "/api/admin/access/users" }),
  "POST /api/admin/access/users": () => ({ path: "/api/admin/access/users", body: { address: "a@example.org", role: "chair", scope: nowhere } }),
  "POST /api/admin/access/users/{userId}/grants": () => ({ path: `/api/admin/access/users/${nobody}/grants`, body: { role: "viewer", scope: scopes.city } }),
  "POST /api/admin/access/users/{userId}/grants/{grantId}/expiry": () => ({
    path: `/api/admin/access/users/${nobody}/grants/${noGrant}/expiry`,
    body: { version },
  }),
  "POST /api/admin/access/users/{userId}/grants/{grantId}/end": () => ({ path: `/api/admin/access/users/${nobody}/grants/${noGrant}/end`, body: { version } }),
  "POST /api/admin/access/users/{userId}/sign-out-everywhere": () => ({ path: `/api/admin/access/users/${nobody}/sign-out-everywhere` }),
  "GET /api/admin/access/could-see": () => ({ path: `/api/admin/access/could-see?on=2026-01-05&of=${event.id}` }),
  "GET /api/admin/audit": () => ({ path: "/api/admin/audit" }),
  "POST /api/admin/audit/export": () => ({ path: "/api/admin/audit/export", body: { subject: "evt_nothing" } }),
  "GET /api/admin/history/events/{eventId}": () => ({ path: `/api/admin/history/events/${event.id}` }),
  "GET /api/admin/history/sessions/{sessionId}": () => ({ path: `/api/admin/history/sessions/${sessionId()}` }),
  "GET /api/admin/history/sessions/{sessionId}/sign-ups/{signUpId}": () => ({ path: `/api/admin/history/sessions/${sessionId()}/sign-ups/${person.id}` }),
  "GET /api/admin/events": () => ({ path: "/api/admin/events" }),
  "GET /api/admin/events/rows": () => ({ path: "/api/admin/events/rows" }),
  "GET /api/admin/events/rows/changes": () => ({ path: "/api/admin/events/rows/changes?since=of-nobody" }),
  "POST /api/admin/events/numbers": () => ({ path: "/api/admin/events/numbers", body: { ids: [event.id] } }),
  "POST /api/admin/events": () => ({ path: "/api/admin/events", body: eventInput(deps.now(), { host: commission, activityTypeId: "act_nothing" }) }),
  "GET /api/admin/events/{eventId}": () => ({ path: `/api/admin/events/${event.id}` }),
  "PUT /api/admin/events/{eventId}": () => ({ path: `/api/admin/events/${event.id}`, body: { version, event: eventInput(deps.now()) } }),
  "DELETE /api/admin/events/{eventId}": () => ({ path: `/api/admin/events/${draft.id}`, body: { version } }),
  "GET /api/admin/events/{eventId}/preview": () => ({ path: `/api/admin/events/${draft.id}/preview` }),
  "POST /api/admin/events/{eventId}/publish": () => ({ path: `/api/admin/events/${draft.id}/publish`, body: { version } }),
  "POST /api/admin/events/{eventId}/close": () => ({ path: `/api/admin/events/${event.id}/close`, body: { version } }),
  "POST /api/admin/events/{eventId}/reopen": () => ({ path: `/api/admin/events/${event.id}/reopen`, body: { version } }),
  "POST /api/admin/events/{eventId}/cancel": () => ({ path: `/api/admin/events/${event.id}/cancel`, body: { version, reason: "Snow" } }),
  "POST /api/admin/events/{eventId}/sessions/{sessionId}/cancel": () => ({
    path: `/api/admin/events/${event.id}/sessions/${sessionId()}/cancel`,
    body: { version, reason: "Snow" },
  }),
  "POST /api/admin/events/{eventId}/clone": () => ({ path: `/api/admin/events/${event.id}/clone`, body: { shiftDays: 3650 } }),
  "GET /api/admin/events/{eventId}/series": () => ({ path: `/api/admin/events/${draft.id}/series` }),
  "POST /api/admin/events/{eventId}/series-dates": () => ({
    path: `/api/admin/events/${draft.id}/series-dates`,
    body: { rule: { every: "weeks", weeks: 1, times: 3 }, skipsClosures: true },
  }),
  "POST /api/admin/events/{eventId}/series": () => ({
    path: `/api/admin/events/${draft.id}/series`,
    headers: { "idempotency-key": "series" },
    body: { version, dates: ["2000-01-04"] },
  }),
  "POST /api/admin/events/publish-many": () => ({ path: "/api/admin/events/publish-many", body: { events: [{ id: draft.id, version }] } }),
  "POST /api/admin/events/{eventId}/edit-preview": () => ({
    path: `/api/admin/events/${event.id}/edit-preview`,
    body: { version, event: eventInput(deps.now()) },
  }),
  "GET /api/admin/events/{eventId}/previews": () => ({ path: `/api/admin/events/${draft.id}/previews` }),
  "POST /api/admin/events/previews": () => ({ path: "/api/admin/events/previews", body: { event: eventInput(deps.now(), { host: commission }) } }),
  // Each person's own form: nobody reaches anybody else's.
  "GET /api/admin/form-drafts/{subject}": () => ({ path: "/api/admin/form-drafts/new" }),
  "PUT /api/admin/form-drafts/{subject}": () => ({ path: "/api/admin/form-drafts/new", body: { begunFrom: 0, values: { title: "Half" } } }),
  "DELETE /api/admin/form-drafts/{subject}": () => ({ path: `/api/admin/form-drafts/${draft.id}` }),
  "GET /api/admin/calendar": () => {
    // Days of the venue, whatever the hour at which this runs: in UTC it may be the next one already.
    const [first, last] = [event.sessions[0], draft.sessions.at(-1)] as [Event["sessions"][number], Event["sessions"][number]];
    return { path: `/api/admin/calendar?from=${dateIn(event.venue.zone, first.startsAt)}&to=${dateIn(event.venue.zone, last.endsAt)}` };
  },
  "GET /api/admin/today": () => ({ path: "/api/admin/today" }),
  "GET /api/admin/views/{list}": () => ({ path: "/api/admin/views/roster" }),
  // Each person keeps their own, once: it is nobody's business but theirs.
  "PUT /api/admin/views/{list}": () => ({ path: "/api/admin/views/events", body: { version: 0, views: [] } }),
  "GET /api/admin/sessions/{sessionId}/roster": () => ({ path: `/api/admin/sessions/${sessionId()}/roster` }),
  "POST /api/admin/sessions/{sessionId}/capacity": () => ({ path: `/api/admin/sessions/${sessionId()}/capacity`, body: { version, capacity: 41 } }),
  "GET /api/admin/sessions/{sessionId}/roster/people": () => ({ path: `/api/admin/sessions/${sessionId()}/roster/people` }),
  "GET /api/admin/sessions/{sessionId}/roster/changes": () => ({ path: `/api/admin/sessions/${sessionId()}/roster/changes?since=${person.receivedAt}` }),
  "POST /api/admin/sessions/{sessionId}/sign-ups": () => ({ path: `/api/admin/sessions/${sessionId()}/sign-ups`, body: { name: "A", email: "a@example.org" } }),
  "POST /api/admin/sessions/{sessionId}/sign-ups/many": () => ({
    path: `/api/admin/sessions/${sessionId()}/sign-ups/many`,
    body: { rows: [{ key: "k", input: { name: "A", email: "a@example.org" } }], isPreview: true },
  }),
  "GET /api/admin/sessions/{sessionId}/messages": () => ({ path: `/api/admin/sessions/${sessionId()}/messages` }),
  "GET /api/admin/sessions/{sessionId}/messages/{messageId}": () => ({ path: `/api/admin/sessions/${sessionId()}/messages/${messageId}` }),
  "POST /api/admin/sessions/{sessionId}/messages/preview": () => ({ path: `/api/admin/sessions/${sessionId()}/messages/preview`, body: toThosePending }),
  "POST /api/admin/sessions/{sessionId}/messages/test": () => ({
    path: `/api/admin/sessions/${sessionId()}/messages/test`,
    body: { message: toThosePending.message },
  }),
  "POST /api/admin/sessions/{sessionId}/messages": () => ({ path: `/api/admin/sessions/${sessionId()}/messages`, body: toThosePending }),
  "POST /api/admin/sessions/{sessionId}/export": () => ({ path: `/api/admin/sessions/${sessionId()}/export`, body: {} }),
  "POST /api/admin/sessions/{sessionId}/export-without-personal-data": () => ({
    path: `/api/admin/sessions/${sessionId()}/export-without-personal-data`,
    body: {},
  }),
  "POST /api/admin/sessions/{sessionId}/decide": () => ({
    path: `/api/admin/sessions/${sessionId()}/decide`,
    body: { step: "approve", people: [{ id: person.id, version }] },
  }),
  "POST /api/admin/sessions/{sessionId}/withdraw": () => ({
    path: `/api/admin/sessions/${sessionId()}/withdraw`,
    body: { people: [{ id: person.id, version }] },
  }),
  "POST /api/admin/sessions/{sessionId}/sign-ups/{signUpId}/approve": () => ({ path: `${signUpPath()}/approve`, body: { version } }),
  "POST /api/admin/sessions/{sessionId}/sign-ups/{signUpId}/decline": () => ({ path: `${signUpPath()}/decline`, body: { version } }),
  "POST /api/admin/sessions/{sessionId}/sign-ups/{signUpId}/withdraw": () => ({ path: `${signUpPath()}/withdraw`, body: { version } }),
};
const signUpPath = () => `/api/admin/sessions/${sessionId()}/sign-ups/${person.id}`;

interface Answer {
  who: string;
  route: string;
  status: number;
  text: string;
  words: string;
}

async function ask(route: string, name: string, over: { body?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  const method = route.slice(0, route.indexOf(" "));
  const request = asked[route]?.();
  if (!request) throw new Error(`${route} is not walked: say in this test what is asked of it`);
  const cookie = cookies.get(name);
  const response = await admin.request(request.path, {
    method,
    headers: {
      "x-requested-by": "console",
      ...(cookie === undefined ? {} : { cookie }),
      ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      ...request.headers,
      ...over.headers,
    },
    ...(request.body === undefined ? {} : { body: over.body ?? JSON.stringify(request.body) }),
  });
  const text = await response.text();
  return { who: name, route, status: response.status, text, words: `${response.status} ${wordFor(text)}`.trim() };
}

/** What an answer amounts to. */
function wordFor(text: string): string {
  if (text.startsWith("<")) return "page";
  if (text.startsWith("changed_at")) return "file";
  const body =
    text === ""
      ? {}
      : (JSON.parse(text) as {
          code?: string;
          users?: unknown[];
          records?: unknown[];
          held?: unknown[];
          items?: unknown[];
          sessions?: unknown[];
          decisions?: unknown[];
          people?: unknown[] | number;
          messages?: unknown[];
          text?: string;
          mail?: object;
          seats?: unknown;
          showsPeople?: boolean;
          csv?: string;
          outcomes?: { state?: string; refusal?: string; foreseen?: string }[];
        });
  if (body.code !== undefined) return body.code;
  if (body.users) return `${body.users.length} users`;
  if (body.records) return "records";
  if (body.held) return `${body.held.length} grants`;
  if (body.sessions) return `${body.sessions.length} sessions${body.decisions ? `, ${body.decisions.length} with people to decide on` : ""}`;
  if (body.items) return `${body.items.length} events`;
  if (body.csv) return `a file ${/Leakwell/.test(body.csv) ? "with people" : "without people"}`;
  if (body.outcomes) return `an outcome each: ${body.outcomes.map(({ state, refusal, foreseen }) => state ?? refusal ?? foreseen).join(", ")}`;
  if (body.messages) return `${body.messages.length} messages`;
  if (body.text !== undefined) return "what a message says";
  if (body.mail) return `a mail to ${String(body.people)} people`;
  if (Array.isArray(body.people)) return `${body.people.length} people`;
  if (body.showsPeople !== undefined) return body.showsPeople ? "counts, may ask who" : "counts alone";
  return "";
}

const routes = adminRouteTable.map(({ method, path }) => `${method.toUpperCase()} ${path}`);

describe("every route of the console", () => {
  const answers: Answer[] = [];
  beforeAll(async () => {
    for (const route of routes) for (const name of who) answers.push(await ask(route, name));
  });

  it("answers each person as the golden file says", async () => {
    const rows = routes.map((route) => {
      const byWords = new Map<string, string[]>();
      for (const answer of answers.filter((each) => each.route === route)) byWords.set(answer.words, [...(byWords.get(answer.words) ?? []), answer.who]);
      return [route, ...[...byWords].map(([words, people]) => `  ${words.padEnd(30)} ${grouped(people)}`)].join("\n");
    });
    await expect(`${rows.join("\n\n")}\n`).toMatchFileSnapshot("./every-route.golden.txt");
  });

  it("answers 401 to nobody in particular, before anything else", () => {
    for (const answer of answers.filter(({ who: name }) => name === "anonymous")) expect(answer.words, answer.route).toBe("401 unauthenticated");
  });

  it("tells whoever's grant is over another host, or has run out, nothing of an event, a person or a count", () => {
    const outside = answers.filter(({ who: name }) => / (other|run out)$/.test(name));
    expect(outside.length).toBe(routes.length * 10);
    for (const { route, who: name, status, text } of outside) {
      expect(text, `${name}: ${route}`).not.toMatch(/Canary|canary/);
      const isOwnAffair =
        [
          "GET /api/admin/me",
          "GET /api/admin/today",
          "GET /api/admin/calendar",
          "GET /api/admin/events",
          "GET /api/admin/events/rows",
          "GET /api/admin/events/rows/changes",
          "POST /api/admin/events/numbers",
          "GET /api/admin/views/{list}",
          "PUT /api/admin/views/{list}",
          "GET /api/admin/form-drafts/{subject}",
          "PUT /api/admin/form-drafts/{subject}",
          "DELETE /api/admin/form-drafts/{subject}",
        ].includes(route) && name.endsWith("other");
      // What somebody sent themselves is drawn for them, and each event that they name is answered for by itself.
      const isOfWhatIsSent = ["POST /api/admin/events/previews", "POST /api/admin/events/publish-many"].includes(route) && name.endsWith("other");
      // A mark of where one had got to is one's own: another one is answered 400.
      const expected = isOwnAffair ? [200, 204, ...(route.endsWith("/rows/changes") ? [400] : [])] : [403, 404, ...(isOfWhatIsSent ? [200] : [])];
      expect(expected.includes(status) && status, `${name}: ${route}`).toBe(status);
    }
  });

  it("tells viewers counts and never a person", () => {
    for (const { route, who: name, text } of answers.filter(({ who: each }) => each.startsWith("viewer"))) {
      expect(text, `${name}: ${route}`).not.toMatch(/Leakwell|leakwell/);
    }
  });

  it("does tell it to those within reach (the control of the two above)", () => {
    const told = answers.filter(({ text }) => /Leakwell/.test(text)).map(({ who: name, route }) => `${name}: ${route}`);
    expect(told).toContain("chair, own: GET /api/admin/sessions/{sessionId}/roster/people");
    expect(answers.some(({ who: name, text }) => name === "chair, own" && text.includes(draftTitle))).toBe(true);
  });

  it("answers a body that does not fit with 400, one that is no JSON with 415, and unknown ids with 404, as problem+json", async () => {
    for (const route of routes.filter((each) => asked[each]?.().body !== undefined)) {
      for (const body of ["{", '"text"', "[]", "null", '{"version":"1"}', '{"__proto__":{"version":1}}', `${"[".repeat(20_000)}`]) {
        const answer = await ask(route, "director, city", { body });
        expect(answer.words, `${route} ${body.slice(0, 20)}`).toBe("400 malformed");
        expect(answer.text.length).toBeLessThan(2000);
      }
      expect((await ask(route, "director, city", { headers: { "content-type": "text/plain" } })).words, route).toBe("415 media_type_unsupported");
    }
    const cookie = { cookie: cookies.get("director, city") ?? "" };
    for (const path of [
      "events/evt_01jd0000000000000000000000",
      "events/x",
      "sessions/ses_01jd0000000000000000000000/roster",
      "sessions/%00/roster",
      "nowhere",
    ]) {
      const answer = await admin.request(`/api/admin/${path}`, { headers: cookie });
      expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 404, "application/problem+json"]);
    }
  });

  it("is never kept by a cache", async () => {
    for (const path of [
      "/api/admin/me",
      `/api/admin/events/${event.id}`,
      `/api/admin/sessions/${sessionId()}/roster`,
      "/api/admin/nowhere",
      `/api/admin/events/${draft.id}/preview`,
    ]) {
      for (const cookie of [cookies.get("director, city") ?? "", ""]) {
        expect((await admin.request(path, { headers: { cookie } })).headers.get("cache-control"), path).toBe("no-store");
      }
    }
  });
});

/** `director, own` and its like by role, so that a line can be read. */
function grouped(people: string[]): string {
  const byRole = new Map<string, string[]>();
  for (const name of people) {
    const [role = "", scope] = name.split(", ");
    byRole.set(role, [...(byRole.get(role) ?? []), ...(scope === undefined ? [] : [scope])]);
  }
  return [...byRole].map(([role, its]) => (its.length === 0 ? role : `${role} (${its.join(", ")})`)).join(", ");
}

describe("a route without a policy", () => {
  it("does not start", () => {
    expect(() => refuseUnpoliced(admin.routes)).not.toThrow();
    expect(() => refuseUnpoliced([...admin.routes, { method: "GET", path: "/api/admin/backdoor" }])).toThrow("GET /api/admin/backdoor");
    expect(() => refuseUnpoliced([...admin.routes, { method: "DELETE", path: "/api/admin/me" }])).toThrow("DELETE /api/admin/me");
  });

  it("is not among those that the app serves, and each that has one is served", () => {
    const served = new Set(
      admin.routes
        .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/admin"))
        .map(({ method, path }) => `${method} ${path.replace(/\/$/, "")}`),
    );
    expect([...served].sort()).toEqual(routes.map((route) => route.replace(/\{(\w+)\}/g, ":$1")).sort());
  });
});

describe("every route of sign-in", () => {
  it("is one of these four, and none says anything about an event or a person", async () => {
    const served = admin.routes.filter(({ method, path }) => method !== "ALL" && path.startsWith("/auth")).map(({ method, path }) => `${method} ${path}`);
    const words: Record<string, number[]> = {};
    for (const route of [...new Set(served)]) {
      const [method = "", path = ""] = route.split(" ");
      const cookie = { cookie: await cookieWith("director", { scope: scopes.own }), "x-requested-by": "console" };
      words[route] = [(await admin.request(path, { method })).status, (await admin.request(path, { method, headers: cookie })).status];
    }
    // No provider answers in this test: whoever wants to sign in is told so, signed in or not.
    expect(words).toEqual({
      "GET /auth/sign-in": [503, 503],
      "GET /auth/callback": [400, 400],
      "POST /auth/sign-out": [401, 204],
      "POST /auth/sign-out-everywhere": [401, 204],
    });
  });
});

describe("every route of the public", () => {
  /** What stands for a parameter: of what the public may see, of what it may not, and of nothing. */
  const filled = (path: string, of: "published" | "draft" | "nothing"): string => {
    const stands = { published: event, draft, nothing: undefined }[of];
    const session = of === "published" ? sessionId() : (stands?.sessions[0]?.id ?? SessionId.parse("ses_01jd0000000000000000000000"));
    const token =
      of === "published"
        ? (purpose: "manage" | "status") => linkToken(deps.secrets, purpose, { sessionId: session, signUpId: person.id, linkVersion: 1 })
        : () => "made-up";
    return path
      .replace(":slug", stands?.slug ?? "no-such-event")
      .replace(":sessionId", session)
      .replace(":token", token(path.startsWith("/manage") ? "manage" : "status"));
  };

  /** The JSON endpoint is sent a sign-up; forms are sent nothing, which they do not take. */
  const sent = (path: string, cookie: string): RequestInit =>
    path.endsWith("/sign-ups")
      ? {
          headers: { cookie, "content-type": "application/json", "idempotency-key": "walk" },
          body: JSON.stringify({ name: "Walker", email: "walker@example.org" }),
        }
      : { headers: { cookie } };

  it("is the same with and without a session of the console, tells no draft, and is in the golden file", async () => {
    const lines: string[] = [];
    const served = [...new Set(publicApp.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`))].sort();
    for (const route of served) {
      const [method = "", path = ""] = route.split(" ");
      const words: string[] = [];
      for (const of of ["published", "draft", "nothing"] as const) {
        if (of !== "published" && !path.includes(":")) continue;
        const statuses = new Set<number>();
        for (const cookie of ["", cookies.get("director, city") ?? ""]) {
          const response = await publicApp.request(filled(path, of), { method, ...sent(path, cookie) });
          const text = await response.text();
          statuses.add(response.status);
          expect(response.status, route).toBeLessThan(500);
          expect(text, `${route} of ${of}`).not.toContain(draftTitle);
          if (!path.includes(":token")) expect(text, `${route} of ${of}`).not.toMatch(/Leakwell|leakwell/);
        }
        expect(statuses.size, `${route} of ${of} looks at the console's cookie`).toBe(1);
        words.push(`${of} ${[...statuses]}`);
      }
      lines.push(`${route.padEnd(50)} ${words.join(", ")}`);
    }
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./every-public-route.golden.txt");
  });
});
