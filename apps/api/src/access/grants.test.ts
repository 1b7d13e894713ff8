import { instantFrom, minutesAfter, type Role, type Scope, type UserId } from "@cte-partnerships/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { Browser } from "../../test/browser.ts";
import { testDeps } from "../../test/deps.ts";
import { commission, publishedEvent } from "../../test/event-fixtures.ts";
import { deliverAll, StreamTail, withQueue } from "../../test/follow-stream.ts";
import { clientId, clientSecret, type RunningProvider, startProvider } from "../../test/openid-provider.ts";
import { buildAdminApp } from "../admin-app.ts";
import { listAuditRecords } from "../audit/store.ts";
import { todayOf } from "../today.ts";
import { beginSession } from "./begin-session.ts";
import { giveGrant } from "./give-grant.ts";
import type { AccessUser, AccessUserList, CouldSee } from "./grant-contract.ts";
import { registerUser } from "./register-user.ts";

const by = { kind: "system", part: "test" } as const;
const city: Scope = { kind: "city" };
type TestDeps = Awaited<ReturnType<typeof testDeps>>;
type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: never }>;

let deps: TestDeps;
let app: ReturnType<typeof buildAdminApp>;
beforeEach(async () => {
  deps = await testDeps();
  deps.clock.set(instantFrom(Date.parse("2027-03-10T15:00:00.000Z")));
  app = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
});

const later = (minutes: number) => deps.clock.set(minutesAfter(deps.now(), minutes));

async function somebody(name: string, role?: Role, scope: Scope = city): Promise<{ id: UserId; grantId: string; ask: Ask }> {
  const user = await registerUser(deps, { issuer: "https://login.example", subject: name, name, by });
  const given = role && (await giveGrant(deps, { userId: user.id, role, scope, by }));
  const cookie = `session=${await beginSession(deps, user)}`;
  return {
    id: user.id,
    grantId: given?.ok ? given.value.id : "none",
    ask: async (method, path, body) => {
      const response = await app.request(`/api/admin${path}`, {
        method,
        headers: { cookie, "x-requested-by": "console", ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as never };
    },
  };
}

const codeOf = ({ status, body }: { status: number; body: { code?: string } | undefined }) => [status, body?.code];

describe("the access page's people", () => {
  it("are all who have signed in or were invited, by name, with what they hold, found by any part of their name", async () => {
    const dana = await somebody("Dana Example", "director");
    await somebody("Vic Example", "viewer");
    await somebody("Newcomer");
    await dana.ask("POST", "/access/users", { address: "Kim@School.example", role: "coordinator", scope: city });
    const list = (await dana.ask("GET", "/access/users")).body as AccessUserList;
    expect(list.users.map(({ name, standing, grants }) => [name, standing, grants.map(({ role }) => role)])).toEqual([
      ["Dana Example", "known", ["director"]],
      ["Newcomer", "known", []],
      ["Vic Example", "known", ["viewer"]],
      ["kim@school.example", "invited", ["coordinator"]],
    ]);
    expect(list.users[0]?.lastSignInAt).toBe(deps.now());
    const found = (await dana.ask("GET", "/access/users?q=EX%20vic")).body as AccessUserList;
    expect([found.matching, found.users.map(({ name }) => name)]).toEqual([1, ["Vic Example"]]);
  });

  it("come a page at a time, each once", async () => {
    const dana = await somebody("Dana Example", "director");
    for (let index = 0; index < 60; index++) await registerUser(deps, { issuer: "https://login.example", subject: `p${index}`, name: `Person ${index}`, by });
    const first = (await dana.ask("GET", "/access/users")).body as AccessUserList;
    const second = (await dana.ask("GET", `/access/users?cursor=${first.nextCursor}`)).body as AccessUserList;
    expect([first.users.length, second.users.length, second.nextCursor]).toEqual([50, 11, undefined]);
    expect(new Set([...first.users, ...second.users].map(({ id }) => id)).size).toBe(61);
    expect(codeOf(await dana.ask("GET", `/access/users?q=other&cursor=${first.nextCursor}`))).toEqual([400, "cursor_invalid"]);
  });
});

describe("giving, changing and ending a grant", () => {
  it("counts from the person's next request on, and leaves a record of who did it in the same moment", async () => {
    const [dana, vic] = [await somebody("Dana", "director"), await somebody("Vic")];
    expect(codeOf(await vic.ask("GET", "/me"))).toEqual([403, "no_grants"]);
    const expiresAt = minutesAfter(deps.now(), 60 * 24);
    const given = await dana.ask("POST", `/access/users/${vic.id}/grants`, { role: "viewer", scope: city, expiresAt });
    const grant = (given.body as AccessUser).grants[0];
    expect([given.status, grant]).toMatchObject([201, { role: "viewer", expiresAt, version: 1, isOver: false }]);
    expect((await vic.ask("GET", "/me")).status).toBe(200);
    later(1);
    const grantPath = `/access/users/${vic.id}/grants/${grant?.id}`;
    expect(((await dana.ask("POST", `${grantPath}/expiry`, { version: 1 })).body as AccessUser).grants[0]).toMatchObject({ version: 2 });
    expect(codeOf(await dana.ask("POST", `${grantPath}/expiry`, { version: 1, expiresAt }))).toEqual([409, "version_conflict"]);
    expect(codeOf(await dana.ask("POST", `${grantPath}/end`, { version: 1 }))).toEqual([409, "version_conflict"]);
    later(1);
    expect(((await dana.ask("POST", `${grantPath}/end`, { version: 2 })).body as AccessUser).grants).toEqual([]);
    expect(codeOf(await vic.ask("GET", "/me"))).toEqual([403, "no_grants"]);
    expect(codeOf(await dana.ask("POST", `${grantPath}/end`, { version: 3 }))).toEqual([404, "grant_unknown"]);
    const records = await listAuditRecords(deps, vic.id);
    expect(records.map(({ op, by: who, before, after }) => [op, who, before.expiresAt, after.expiresAt ?? after.takenAt])).toEqual([
      ["grant.give", dana.id, undefined, expiresAt],
      ["grant.change", dana.id, expiresAt, "never"],
      ["grant.take", dana.id, undefined, deps.now()],
    ]);
  });

  it("is recorded once, also where the stream makes records of the same changes", async () => {
    const following = withQueue(deps);
    const tail = new StreamTail(deps);
    const [dana, vic] = [await somebody("Dana", "director"), await somebody("Vic", "viewer")];
    later(1);
    await dana.ask("POST", `/access/users/${vic.id}/grants/${vic.grantId}/expiry`, { version: 1, expiresAt: minutesAfter(deps.now(), 9) });
    await dana.ask("POST", `/access/users/${vic.id}/sign-out-everywhere`);
    later(1);
    await dana.ask("POST", `/access/users/${vic.id}/grants/${vic.grantId}/end`, { version: 2 });
    await dana.ask("POST", "/access/users", { address: "kim@school.example", role: "viewer", scope: city });
    await deliverAll(following, await tail.next());
    const ops = (await listAuditRecords(deps, vic.id)).map(({ op }) => op).sort();
    expect(ops).toEqual(["grant.change", "grant.give", "grant.take", "session.end_all", "user.register"]);
    const invited = (await allItems(deps, "audit-record")).filter(({ op }) => op === "user.invite");
    expect(invited).toHaveLength(1);
    expect(JSON.stringify(await allItems(deps, "audit-record"))).not.toContain("kim@");
  });

  it("is for directors over the whole city, and never for oneself", async () => {
    const [dana, vic] = [await somebody("Dana", "director"), await somebody("Vic")];
    for (const other of [await somebody("Coordinator", "coordinator"), await somebody("Small", "director", commission as Scope)]) {
      expect(codeOf(await other.ask("POST", `/access/users/${vic.id}/grants`, { role: "viewer", scope: city }))).toEqual([403, "forbidden"]);
      expect(codeOf(await other.ask("POST", `/access/users/${other.id}/grants`, { role: "director", scope: city }))).toEqual([403, "forbidden"]);
      expect(codeOf(await other.ask("POST", "/access/users", { address: "a@b.example", role: "director", scope: city }))).toEqual([403, "forbidden"]);
      expect(codeOf(await other.ask("POST", `/access/users/${vic.id}/sign-out-everywhere`))).toEqual([403, "forbidden"]);
    }
    expect(codeOf(await dana.ask("POST", `/access/users/${dana.id}/grants`, { role: "viewer", scope: city }))).toEqual([403, "own_grant"]);
    expect(codeOf(await dana.ask("POST", `/access/users/${dana.id}/grants/${dana.grantId}/expiry`, { version: 1 }))).toEqual([403, "own_grant"]);
  });

  it("refuses an end that has passed, a scope that the agency does not have, and a person whom nobody knows", async () => {
    const [dana, vic] = [await somebody("Dana", "director"), await somebody("Vic", "viewer")];
    const expiresAt = deps.now();
    expect(codeOf(await dana.ask("POST", `/access/users/${vic.id}/grants`, { role: "viewer", scope: city, expiresAt }))).toEqual([400, "expiry_not_ahead"]);
    expect(codeOf(await dana.ask("POST", `/access/users/${vic.id}/grants/${vic.grantId}/expiry`, { version: 1, expiresAt }))).toEqual([
      400,
      "expiry_not_ahead",
    ]);
    const nowhere = { role: "chair", scope: { kind: "commission", commissionId: "cms_nowhere" } };
    expect(codeOf(await dana.ask("POST", `/access/users/${vic.id}/grants`, nowhere))).toEqual([400, "reference_unknown"]);
    expect(codeOf(await dana.ask("POST", "/access/users", { address: "a@b.example", ...nowhere }))).toEqual([400, "reference_unknown"]);
    expect(codeOf(await dana.ask("POST", "/access/users/usr_01jd0000000000000000000000/grants", { role: "viewer", scope: city }))).toEqual([
      404,
      "user_unknown",
    ]);
    expect(codeOf(await dana.ask("POST", "/access/users/usr_01jd0000000000000000000000/sign-out-everywhere"))).toEqual([404, "user_unknown"]);
  });

  it("signs a person out everywhere, and nobody else", async () => {
    const [dana, vic] = [await somebody("Dana", "director"), await somebody("Vic", "viewer")];
    expect((await dana.ask("POST", `/access/users/${vic.id}/sign-out-everywhere`)).status).toBe(204);
    expect(codeOf(await vic.ask("GET", "/me"))).toEqual([401, "unauthenticated"]);
    expect((await dana.ask("GET", "/me")).status).toBe(200);
  });
});

describe("the last director over the whole city", () => {
  it("stays: their grant is neither ended nor given an end, by nobody", async () => {
    const [dana, kim] = [await somebody("Dana", "director"), await somebody("Kim", "director")];
    expect((await dana.ask("POST", `/access/users/${kim.id}/grants/${kim.grantId}/end`, { version: 1 })).status).toBe(200);
    expect(codeOf(await dana.ask("POST", `/access/users/${dana.id}/grants/${dana.grantId}/end`, { version: 1 }))).toEqual([409, "last_director"]);
    expect((await dana.ask("GET", "/me")).status).toBe(200);
  });

  it("is not somebody whose grant runs out, and not somebody who was invited and has not come", async () => {
    const [dana, kim] = [await somebody("Dana", "director"), await somebody("Kim", "director")];
    await dana.ask("POST", "/access/users", { address: "new@school.example", role: "director", scope: city });
    later(1);
    const end = { version: 1, expiresAt: minutesAfter(deps.now(), 60) };
    expect((await dana.ask("POST", `/access/users/${kim.id}/grants/${kim.grantId}/expiry`, end)).status).toBe(200);
    expect(codeOf(await kim.ask("POST", `/access/users/${dana.id}/grants/${dana.grantId}/end`, { version: 1 }))).toEqual([409, "last_director"]);
    expect(codeOf(await kim.ask("POST", `/access/users/${dana.id}/grants/${dana.grantId}/expiry`, end))).toEqual([409, "last_director"]);
    expect((await dana.ask("POST", `/access/users/${kim.id}/grants/${kim.grantId}/expiry`, { version: 2 })).status).toBe(200);
    expect((await kim.ask("POST", `/access/users/${dana.id}/grants/${dana.grantId}/end`, { version: 1 })).status, "the control").toBe(200);
  });

  it("is left over where two take each other's grant at once, in each of 20 rounds", async () => {
    for (let round = 0; round < 20; round++) {
      deps = await testDeps();
      app = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
      const [dana, kim] = [await somebody("Dana", "director"), await somebody("Kim", "director")];
      const answers = await Promise.all([
        dana.ask("POST", `/access/users/${kim.id}/grants/${kim.grantId}/end`, { version: 1 }),
        kim.ask("POST", `/access/users/${dana.id}/grants/${dana.grantId}/end`, { version: 1 }),
      ]);
      const left = (await allItems(deps, "grant")).filter(({ takenAt }) => takenAt === undefined);
      expect([left.length, answers.filter(({ status }) => status === 200).length], JSON.stringify(answers)).toEqual([1, 1]);
    }
  });
});

describe("who could see what", () => {
  it("follows the grants as they were on the day, whatever became of them", async () => {
    await somebody("Dana", "director");
    // A session lasts hours, and this goes on for weeks.
    const asDana: Ask = async (...asked) => (await somebody("Dana")).ask(...asked);
    later(60 * 24 * 5); // 15 March
    const chair = await somebody("Chair", "chair", commission as Scope);
    const event = await publishedEvent(deps, { host: commission });
    later(60 * 24 * 5); // 20 March: ends on the 22nd
    await asDana("POST", `/access/users/${chair.id}/grants/${chair.grantId}/expiry`, { version: 1, expiresAt: minutesAfter(deps.now(), 60 * 48) });
    later(60 * 24 * 5); // 25 March: for good again
    await asDana("POST", `/access/users/${chair.id}/grants/${chair.grantId}/expiry`, { version: 2 });
    later(60 * 24 * 5); // 30 March: taken
    await asDana("POST", `/access/users/${chair.id}/grants/${chair.grantId}/end`, { version: 3 });
    const who = async (of: string, day: string) =>
      ((await asDana("GET", `/access/could-see?on=2027-03-${day}&of=${of}`)).body as CouldSee).held.map(({ name }) => name);
    const days = ["09", "10", "14", "15", "22", "23", "24", "25", "30", "31"];
    const seen = Object.fromEntries(await Promise.all(days.map(async (day) => [day, await who(event.id, day)])));
    const both = ["Chair", "Dana"];
    expect(seen).toEqual({
      "09": [],
      "10": ["Dana"],
      "14": ["Dana"],
      "15": both,
      "22": both,
      "23": ["Dana"],
      "24": ["Dana"],
      "25": both,
      "30": both,
      "31": ["Dana"],
    });
    expect(await who(chair.id, "22")).toEqual(["Chair"]);
    expect(await who(chair.id, "23")).toEqual([]);
    expect(await who("cms_information-technology", "15")).toEqual(both);
    const { held, title } = (await asDana("GET", `/access/could-see?on=2027-03-20&of=${event.id}`)).body as CouldSee;
    expect([title, held.map(({ role, seesPeople }) => [role, seesPeople])]).toEqual([
      event.title,
      [
        ["chair", true],
        ["director", true],
      ],
    ]);
  });

  it("tells viewers apart, and refuses what nobody knows", async () => {
    const [dana, vic] = [await somebody("Dana", "director"), await somebody("Vic", "viewer")];
    const { held } = (await dana.ask("GET", `/access/could-see?on=2027-03-10&of=${vic.id}`)).body as CouldSee;
    expect(held).toMatchObject([{ role: "viewer", seesPeople: false, from: deps.now() }]);
    expect(codeOf(await dana.ask("GET", "/access/could-see?on=2027-03-10&of=evt_01jd0000000000000000000000"))).toEqual([404, "event_unknown"]);
    expect(codeOf(await dana.ask("GET", "/access/could-see?on=2027-03-10&of=usr_01jd0000000000000000000000"))).toEqual([404, "user_unknown"]);
    expect(codeOf(await dana.ask("GET", "/access/could-see?on=2027-03-10&of=cms_nowhere"))).toEqual([400, "reference_unknown"]);
    expect(codeOf(await dana.ask("GET", "/access/could-see?on=2027-02-30&of=cms_nowhere"))).toEqual([400, "malformed"]);
  });
});

describe("whoever is invited, or named as the first director", () => {
  const origin = "https://console.example";
  let provider: RunningProvider;
  beforeAll(async () => {
    provider = await startProvider(`${origin}/auth/callback`);
  });
  afterAll(() => provider.stop());

  async function signIn(who: RunningProvider["next"], firstDirector?: string) {
    for (const name of ["email", "isVerified"] as const) delete provider.next[name];
    Object.assign(provider.next, who);
    const here = {
      ...deps,
      now: () => instantFrom(Date.now()),
      config: { ...deps.config, consoleOrigin: origin, ...(firstDirector ? { firstDirector } : {}) },
    };
    const signingIn = buildAdminApp(here, { openid: { issuer: provider.issuer, clientId, clientSecret, isLocal: true } });
    const browser = new Browser(origin, async (url, init) => signingIn.request(url.pathname + url.search, init));
    await browser.follow(`${origin}/auth/sign-in`, (to) => to.pathname.startsWith("/admin"));
    const me = await browser.go(`${origin}/api/admin/me`);
    return me.status === 200 ? ((await me.json()) as { grants: { role: string }[] }).grants.map(({ role }) => role) : me.status;
  }

  const invited = async (role: Role, address = "kim@school.example") => {
    deps = { ...deps, now: () => instantFrom(Date.now()) };
    app = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
    const dana = await somebody("Dana", "director");
    expect((await dana.ask("POST", "/access/users", { address, role, scope: city })).status).toBe(201);
    return dana;
  };

  it("finds the role that waits, by an address that the provider vouches for, once; the address is kept no longer", async () => {
    const dana = await invited("coordinator");
    expect(await signIn({ subject: "kim", name: "Kim Example", email: "Kim@School.Example" })).toEqual(["coordinator"]);
    expect(await signIn({ subject: "kim", name: "Kim Example", email: "other@school.example" }), "known by subject from here on").toEqual(["coordinator"]);
    expect(await signIn({ subject: "another", name: "Another", email: "kim@school.example" }), "the address passed on").toBe(403);
    expect(codeOf(await dana.ask("POST", "/access/users", { address: "kim@school.example", role: "viewer", scope: city }))).toEqual([409, "already_joined"]);
    expect(JSON.stringify([await allItems(deps, "user"), await allItems(deps, "invitation")])).not.toMatch(/school\.example/i);
    const { users } = (await dana.ask("GET", "/access/users?q=kim")).body as AccessUserList;
    expect(users).toMatchObject([{ name: "Kim Example", standing: "known" }]);
    expect(users[0]).not.toHaveProperty("invitedUntil");
  });

  it("finds nothing where the provider does not vouch for the address, or the invitation is over; asked again it holds anew", async () => {
    const dana = await invited("viewer");
    expect(await signIn({ subject: "thief", name: "Thief", email: "kim@school.example", isVerified: false })).toBe(403);
    const [item] = (await allItems(deps, "user")).filter(({ invitedUntil }) => invitedUntil !== undefined);
    const { PutCommand } = await import("@aws-sdk/lib-dynamodb");
    await deps.table.client.send(new PutCommand({ TableName: deps.table.name, Item: { ...item, invitedUntil: minutesAfter(deps.now(), -1) } }));
    expect(((await dana.ask("GET", "/access/users?q=kim")).body as AccessUserList).users).toMatchObject([{ standing: "invitation_over" }]);
    expect(await signIn({ subject: "late", name: "Late", email: "kim@school.example" })).toBe(403);
    expect((await dana.ask("POST", "/access/users", { address: "kim@school.example", role: "viewer", scope: city })).status).toBe(201);
    expect(await signIn({ subject: "kim", name: "Kim", email: "kim@school.example" })).toEqual(["viewer"]);
  });

  it("could see nothing before they came, whatever waited for them, and counts as a director from then on", async () => {
    const dana = await invited("director");
    const today = todayOf(deps);
    const who = async () =>
      ((await dana.ask("GET", `/access/could-see?on=${today}&of=cms_information-technology`)).body as CouldSee).held.map(({ name }) => name);
    expect(await who()).not.toContain("kim@school.example");
    await signIn({ subject: "kim", name: "Kim", email: "kim@school.example" });
    expect(await who()).toContain("Kim");
    expect((await dana.ask("POST", `/access/users/${dana.id}/grants/${dana.grantId}/end`, { version: 1 })).status).toBe(200);
  });

  it("counts as a director as well where that was given in the moment in which they came, in each of 12 rounds", async () => {
    for (let round = 0; round < 12; round++) {
      deps = await testDeps();
      const dana = await invited("viewer");
      const { users } = (await dana.ask("GET", "/access/users?q=kim")).body as AccessUserList;
      const id = users[0]?.id as UserId;
      await Promise.all([
        giveGrant(deps, { userId: id, role: "director", scope: city, by }),
        registerUser(deps, { issuer: "https://login.example", subject: "kim", name: "Kim", verifiedAddress: "kim@school.example", by }),
      ]);
      const ended = await dana.ask("POST", `/access/users/${dana.id}/grants/${dana.grantId}/end`, { version: 1 });
      expect(codeOf(ended), `round ${round}`).toEqual([200, undefined]);
    }
  });

  it("is made first director by signing in, once in a deployment's life, with a record of it", async () => {
    expect(await signIn({ subject: "other", name: "Other", email: "other@agency.example" }, "dana@agency.example")).toBe(403);
    expect(await signIn({ subject: "thief", name: "Thief", email: "dana@agency.example", isVerified: false }, "dana@agency.example")).toBe(403);
    expect(await signIn({ subject: "dana", name: "Dana", email: "Dana@agency.example" }, "dana@agency.example")).toEqual(["director"]);
    expect(await signIn({ subject: "dana", name: "Dana", email: "dana@agency.example" }, "dana@agency.example"), "again").toEqual(["director"]);
    expect(await signIn({ subject: "kim", name: "Kim", email: "kim@agency.example" }, "kim@agency.example"), "the configuration was changed").toBe(403);
    const records = (await allItems(deps, "audit-record")).filter(({ op }) => op === "grant.give");
    expect(records).toMatchObject([{ by: "system:configuration", after: { role: "director", scope: { kind: "city" } } }]);
  });

  it("is named by the provider's own name of them as well; and nobody is, where somebody was director already", async () => {
    expect(await signIn({ subject: "00u1", name: "Dana" }, "sub:00u1")).toEqual(["director"]);
    deps = await testDeps();
    await somebody("Before", "director");
    expect(await signIn({ subject: "00u1", name: "Dana" }, "sub:00u1")).toBe(403);
  });
});
