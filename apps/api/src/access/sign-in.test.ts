import { instantFrom, minutesAfter, type UserId } from "@cte-partnerships/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Browser } from "../../test/browser.ts";
import { testDeps } from "../../test/deps.ts";
import { clientId, clientSecret, type Forgery, type RunningProvider, signedBy, startForger, startProvider, unsigned } from "../../test/openid-provider.ts";
import { buildAdminApp } from "../admin-app.ts";
import { queryAll } from "../table/read.ts";
import { write } from "../table/transact.ts";
import { beginSession } from "./begin-session.ts";
import { giveGrant } from "./give-grant.ts";
import { registerUser } from "./register-user.ts";
import { sealSignIn } from "./sealed-sign-in.ts";
import { takeGrant } from "./take-grant.ts";
import { nextEpochWrite, type User } from "./user-store.ts";

const origin = "https://console.example";
const seed = { kind: "system", part: "test" } as const;
type TestDeps = Awaited<ReturnType<typeof testDeps>>;

let deps: TestDeps;
beforeEach(async () => {
  const local = await testDeps();
  deps = { ...local, config: { ...local.config, consoleOrigin: origin } };
});

const appWith = (issuer: string, over: Partial<TestDeps> = {}) =>
  buildAdminApp({ ...deps, ...over }, { openid: { issuer, clientId, clientSecret, isLocal: true } });
const browserFor = (app: ReturnType<typeof appWith>) => new Browser(origin, async (url, init) => app.request(url.pathname + url.search, init));
const me = (browser: Browser) => browser.go(`${origin}/api/admin/me`);
const isCallback = (url: URL) => url.pathname === "/auth/callback";

describe("signing in against a real provider", () => {
  let provider: RunningProvider;
  beforeAll(async () => {
    provider = await startProvider(`${origin}/auth/callback`);
  });
  afterAll(() => provider.stop());

  const signedIn = async (returnTo = "/admin/events?q=x") => {
    const app = appWith(provider.issuer);
    const browser = browserFor(app);
    const { url, response } = await browser.follow(`${origin}/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`, (to) => to.pathname.startsWith("/admin"));
    return { app, browser, url, response };
  };
  /** Up to the moment before the callback is called. */
  const atCallback = async () => {
    const app = appWith(provider.issuer);
    const browser = browserFor(app);
    const { url } = await browser.follow(`${origin}/auth/sign-in`, isCallback);
    return { app, browser, url };
  };
  const grantTo = async (subject: string) => {
    const user = await registerUser(deps, { issuer: provider.issuer, subject, name: "Pat Example", by: seed });
    const given = await giveGrant(deps, { userId: user.id, role: "director", scope: { kind: "city" }, by: seed });
    if (!given.ok) throw new Error(given.refusal.code);
    return { user, grant: given.value };
  };

  it("ends at the console's page that was asked for, with a session in a cookie that no script and no other site gets", async () => {
    await grantTo("person-1");
    const { browser, url, response } = await signedIn();
    expect(url.href).toBe(`${origin}/admin/events?q=x`);
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith("__Host-session="));
    expect(cookie).toMatch(/^__Host-session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const answer = await me(browser);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ user: { name: "Pat Example" }, grants: [{ role: "director" }] });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("gives plain cookies over plain http, where not every browser takes secure ones, and never reads these behind https", async () => {
    await grantTo("person-1");
    const here = "http://127.0.0.1:3000";
    const local = { ...deps, config: { ...deps.config, consoleOrigin: here } };
    const app = buildAdminApp(local, { openid: { issuer: provider.issuer, clientId, clientSecret, isLocal: true } });
    const begun = (await app.request("/auth/sign-in")).headers.getSetCookie().join();
    expect(begun).toMatch(/^sign-in=/);
    expect(begun).not.toContain("Secure");
    const { user } = await grantTo("person-2");
    const headers = { cookie: `session=${await beginSession(local, user)}` };
    expect((await app.request("/api/admin/me", { headers })).status).toBe(200);
    expect((await appWith(provider.issuer).request("/api/admin/me", { headers })).status).toBe(401);
  });

  it("asks the provider with code, PKCE by S256, state and nonce, and nothing more than who it is", async () => {
    const app = appWith(provider.issuer);
    const asked = new URL((await app.request("/auth/sign-in")).headers.get("location") ?? "");
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      response_type: "code",
      client_id: clientId,
      redirect_uri: `${origin}/auth/callback`,
      scope: "openid profile email",
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      state: expect.stringMatching(/^.{43}$/),
      nonce: expect.stringMatching(/^.{43}$/),
    });
  });

  it("keeps no token, no address and no secret of the session anywhere in the table", async () => {
    const { browser } = await signedIn();
    const secret = browser.jar(new URL(origin)).get("__Host-session") ?? "none";
    const { Items } = await deps.table.client.send(new (await import("@aws-sdk/lib-dynamodb")).ScanCommand({ TableName: deps.table.name }));
    const stored = JSON.stringify(Items);
    expect(stored).toContain("Pat Example");
    expect(stored).not.toContain(secret);
    expect(stored).not.toMatch(/eyJ|@|id_token|access_token/);
  });

  it("lets a stranger sign in and see nothing: 403 no_grants", async () => {
    provider.next.subject = "stranger";
    const { browser } = await signedIn();
    provider.next.subject = "person-1";
    for (const path of ["/me", "/events", "/events/evt_01jdaaaaaaaaaaaaaaaaaaaaaa"]) {
      const answer = await browser.go(`${origin}/api/admin${path}`);
      expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([path, 403, "no_grants"]);
    }
  });

  it.each([
    ["another host by two slashes", "//evil.example/admin"],
    ["another host by a backslash", "/\\evil.example/admin"],
    ["another host by scheme", "https://evil.example/admin"],
    ["a tab between slashes", "/\t/evil.example"],
    ["a tab between slashes, encoded", "/%09/evil.example"],
    ["script", "javascript:alert(1)"],
    ["a line end for a header", "/admin\r\nset-cookie: a=b"],
    ["dots out of the console", "/admin/../../evil"],
    ["encoded dots out of the console", "/admin/%2e%2e/events"],
    ["two slashes after dots", "/admin/..//evil.example"],
    ["a backslash further on", "/admin\\@evil.example"],
    ["a host behind an at", "/admin@evil.example/"],
    ["a namesake path", "/administrator"],
    ["another page of this origin", "/events/career-day"],
    ["something endless", `/admin/${"a".repeat(2000)}`],
  ])("leads nobody out of the console after signing in: %s", async (_name, returnTo) => {
    const answer = await appWith(provider.issuer).request(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("location")).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  const refusesCallback = async (answer: Response | Promise<Response>) => {
    const { status, headers } = await answer;
    expect(status).toBe(400);
    expect(
      headers.getSetCookie().some((line) => /^__Host-session=./.test(line)),
      "no session is begun",
    ).toBe(false);
  };

  it("tells whoever is led here during an outage so on a page, and what calls by itself as a problem", async () => {
    const { browser, url } = await atCallback();
    const cookie = `__Host-sign-in=${browser.jar(new URL(origin)).get("__Host-sign-in")}`;
    const send = () => Promise.reject(Object.assign(new Error("gone"), { name: "Unavailable" }));
    const gone = appWith(provider.issuer, { table: { ...deps.table, client: { send } as never } });
    const page = await gone.request(url.pathname + url.search, { headers: { cookie } });
    expect([page.status, page.headers.get("content-type"), page.headers.get("retry-after")]).toEqual([503, "text/html; charset=UTF-8", "5"]);
    expect(await page.text()).toContain("<h1>Please try again in a moment</h1>");
    const nowhere = await gone.request("/auth/nowhere");
    expect([nowhere.status, nowhere.headers.get("content-type")]).toEqual([404, "text/html; charset=UTF-8"]);
    const call = await gone.request("/auth/sign-out", { method: "POST", headers: { cookie: `__Host-session=${"a".repeat(43)}` } });
    expect([call.status, call.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
  });

  it("refuses a callback in a browser in which no sign-in began (login CSRF)", async () => {
    const { app, url } = await atCallback();
    await refusesCallback(app.request(url.pathname + url.search));
  });

  it("refuses a callback with another browser's sign-in under way", async () => {
    const mine = await atCallback();
    const theirs = await atCallback();
    await refusesCallback(mine.browser.go(theirs.url));
  });

  it("refuses another state, no state, and the state twice", async () => {
    for (const change of [
      (all: URLSearchParams) => all.set("state", "x".repeat(43)),
      (all: URLSearchParams) => all.delete("state"),
      (all: URLSearchParams) => all.append("state", "y"),
    ]) {
      const { browser, url } = await atCallback();
      change(url.searchParams);
      await refusesCallback(browser.go(url));
    }
  });

  it("refuses an answer that names another issuer, or none (mix-up)", async () => {
    for (const change of [(all: URLSearchParams) => all.set("iss", "https://evil.example"), (all: URLSearchParams) => all.delete("iss")]) {
      const { browser, url } = await atCallback();
      change(url.searchParams);
      await refusesCallback(browser.go(url));
    }
  });

  it("refuses a code that was used once already, and one that was made up", async () => {
    const { browser, url, app } = await atCallback();
    const cookie = `__Host-sign-in=${browser.jar(new URL(origin)).get("__Host-sign-in")}`;
    expect((await browser.go(url)).status).toBe(303);
    await refusesCallback(app.request(url.pathname + url.search, { headers: { cookie } }));
    const other = await atCallback();
    other.url.searchParams.set("code", "made-up");
    await refusesCallback(other.browser.go(other.url));
  });

  it("refuses a code that belongs to another sign-in (its verifier does not fit)", async () => {
    const mine = await atCallback();
    const theirs = await atCallback();
    mine.url.searchParams.set("code", theirs.url.searchParams.get("code") ?? "");
    await refusesCallback(mine.browser.go(mine.url));
  });

  it("refuses a sealed cookie that was changed, is too old, or was sealed with another key", async () => {
    const changed = await atCallback();
    const jar = changed.browser.jar(new URL(origin));
    const sealed = jar.get("__Host-sign-in") ?? "";
    jar.set("__Host-sign-in", sealed.slice(0, -8) + (sealed.endsWith("AAAAAAAA") ? "BBBBBBBB" : "AAAAAAAA"));
    await refusesCallback(changed.browser.go(changed.url));

    const late = await atCallback();
    deps.clock.set(minutesAfter(instantFrom(Date.now()), 11));
    await refusesCallback(late.browser.go(late.url));

    const foreign = await atCallback();
    const forged = await sealSignIn(
      { ...deps, secrets: { ...deps.secrets, cookies: [{ id: 1, key: "another" }] } },
      { state: "s", nonce: "n", verifier: "v", returnTo: "/admin/" },
    );
    foreign.browser.jar(new URL(origin)).set("__Host-sign-in", forged);
    await refusesCallback(foreign.browser.go(foreign.url));
  });

  it("still opens what an older key sealed: keys can be rotated in the middle of a sign-in", async () => {
    const { browser, url } = await atCallback();
    const rotated = appWith(provider.issuer, { secrets: { ...deps.secrets, cookies: [{ id: 2, key: "newer" }, ...deps.secrets.cookies] } });
    const cookie = `__Host-sign-in=${browser.jar(new URL(origin)).get("__Host-sign-in")}`;
    expect((await rotated.request(url.pathname + url.search, { headers: { cookie } })).status).toBe(303);
  });

  it("refuses what the provider refused, in a page that repeats nothing", async () => {
    const { browser, url } = await atCallback();
    url.searchParams.delete("code");
    url.searchParams.set("error", "access_denied");
    url.searchParams.set("error_description", "<script>alert(1)</script>");
    const answer = await browser.go(url);
    await refusesCallback(answer.clone());
    expect(await answer.text()).not.toContain("alert(1)");
  });

  it("begins a session of its own, whatever cookie was there before (fixation), and ends the one before", async () => {
    const { user } = await grantTo("person-1");
    const planted = await beginSession(deps, user);
    const app = appWith(provider.issuer);
    const browser = browserFor(app);
    browser.jar(new URL(origin)).set("__Host-session", planted);
    await browser.follow(`${origin}/auth/sign-in`, (to) => to.pathname.startsWith("/admin"));
    expect(browser.jar(new URL(origin)).get("__Host-session")).not.toBe(planted);
    expect((await app.request("/api/admin/me", { headers: { cookie: `__Host-session=${planted}` } })).status).toBe(401);
  });

  it("takes its own address from its configuration and never from the Host header", async () => {
    const app = appWith(provider.issuer);
    const answer = await app.request("http://evil.example/auth/sign-in", { headers: { host: "evil.example", "x-forwarded-host": "evil.example" } });
    expect(new URL(answer.headers.get("location") ?? "").searchParams.get("redirect_uri")).toBe(`${origin}/auth/callback`);
  });

  it("knows a person by issuer and subject, never by name", async () => {
    const { user } = await grantTo("person-1");
    const namesake = await registerUser(deps, { issuer: "https://other.example", subject: "person-1", name: "Pat Example", by: seed });
    expect(namesake.id).not.toBe(user.id);
    const again = await Promise.all([1, 2, 3, 4].map(() => registerUser(deps, { issuer: provider.issuer, subject: "new", name: "Once", by: seed })));
    expect(new Set(again.map((each) => each.id)).size).toBe(1);
  });
});

describe("an ID token", () => {
  let forger: Awaited<ReturnType<typeof startForger>>;
  beforeAll(async () => {
    forger = await startForger();
  });
  afterAll(() => forger.stop());

  const callbackWith = async (forge: Forgery) => {
    forger.forge.claims = forge.claims ?? {};
    if (forge.sign) forger.forge.sign = forge.sign;
    else delete forger.forge.sign;
    const browser = browserFor(appWith(forger.issuer));
    const asked = new URL((await browser.go(`${origin}/auth/sign-in`)).headers.get("location") ?? "");
    forger.nonce.current = asked.searchParams.get("nonce") ?? "";
    const back = new URL(`${origin}/auth/callback`);
    back.search = String(new URLSearchParams({ code: "c", state: asked.searchParams.get("state") ?? "", iss: forger.issuer }));
    return browser.go(back);
  };

  it("that is good signs in (the control of the cases below)", async () => {
    expect((await callbackWith({})).status).toBe(303);
  });

  const past = Math.floor(Date.now() / 1000) - 3600;
  it.each<[string, Forgery]>([
    ["with another nonce", { claims: { nonce: "replayed" } }],
    ["without a nonce", { claims: { nonce: undefined } }],
    ["for another audience", { claims: { aud: "somebody-else" } }],
    ["from another issuer", { claims: { iss: "https://evil.example" } }],
    ["that has expired", { claims: { iat: past, exp: past + 60 } }],
    ["without a subject", { claims: { sub: undefined } }],
    ["with no signature (alg none)", { sign: unsigned }],
    ["signed by another key under a known key id", { sign: (claims, { foreign }) => signedBy(foreign, { alg: "RS256", kid: "real" }, claims) }],
    [
      "signed by a key that it brings along (jwk)",
      { sign: (claims, { foreign, foreignPublic }) => signedBy(foreign, { alg: "RS256", jwk: foreignPublic }, claims) },
    ],
    [
      "signed by a key that it points to (jku)",
      { sign: (claims, { foreign }) => signedBy(foreign, { alg: "RS256", kid: "foreign", jku: "http://127.0.0.1:1/jwks" }, claims) },
    ],
    [
      "with the public key as an HMAC secret",
      { sign: (claims, { realPublic }) => signedBy(Buffer.from(JSON.stringify(realPublic)), { alg: "HS256", kid: "real" }, claims) },
    ],
    [
      "changed after it was signed",
      {
        sign: async (claims, { real }) => {
          const [header, , signature] = (await signedBy(real, { alg: "RS256", kid: "real" }, claims)).split(".");
          return [header, Buffer.from(JSON.stringify({ ...claims, sub: "director" })).toString("base64url"), signature].join(".");
        },
      },
    ],
  ])("%s signs nobody in", async (_name, forge) => {
    const answer = await callbackWith(forge);
    expect(answer.status).toBe(400);
    expect(answer.headers.getSetCookie().some((line) => /^__Host-session=./.test(line))).toBe(false);
  });
});

describe("a session", () => {
  const app = () => appWith("http://127.0.0.1:9");
  const clerk = async () => {
    const user = await registerUser(deps, { issuer: "https://login.example", subject: "clerk", name: "Clerk", by: seed });
    const given = await giveGrant(deps, { userId: user.id, role: "coordinator", scope: { kind: "city" }, by: seed });
    if (!given.ok) throw new Error(given.refusal.code);
    return { user, grant: given.value };
  };
  const statusWith = async (secret: string | undefined, path = "/api/admin/me") =>
    (await app().request(path, secret === undefined ? {} : { headers: { cookie: `__Host-session=${secret}` } })).status;
  const leave = (secret: string, path: string, headers: Record<string, string> = { "x-requested-by": "console" }) =>
    app().request(path, { method: "POST", headers: { cookie: `__Host-session=${secret}`, ...headers } });

  it("is needed before anything else is looked at: also for what is not there, malformed, too large or from elsewhere", async () => {
    const huge = "x".repeat(2_000_000);
    for (const [path, init] of [
      ["/api/admin/nowhere", {}],
      ["/api/admin", {}],
      ["/api/admin/events/not-an-id", {}],
      ["/api/admin/events", { method: "POST", body: "{" }],
      ["/api/admin/events", { method: "POST", body: huge, headers: { "content-type": "text/plain" } }],
      ["/api/admin/events", { method: "PATCH", headers: { origin: "https://evil.example" } }],
    ] as const) {
      const answer = await app().request(path, init);
      expect([path, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([path, 401, "unauthenticated"]);
    }
  });

  it("is not made up: a secret of any shape that was never given is nobody", async () => {
    for (const secret of ["", "x", "a".repeat(43), "a".repeat(5000), "../../etc", "%00", "__proto__"]) expect(await statusWith(secret)).toBe(401);
  });

  it("is over after 45 minutes without use, and lives on while it is used", async () => {
    const { user } = await clerk();
    const start = instantFrom(Date.now());
    deps.clock.set(start);
    const secret = await beginSession(deps, user);
    deps.clock.set(minutesAfter(start, 44));
    expect(await statusWith(secret)).toBe(200);
    deps.clock.set(minutesAfter(start, 44 + 44));
    expect(await statusWith(secret)).toBe(200);
    deps.clock.set(minutesAfter(start, 44 + 44 + 45));
    expect(await statusWith(secret)).toBe(401);
  });

  it("is not kept alive by a page that only follows what happens, and is as good for it as for anything else until then", async () => {
    const { user } = await clerk();
    const start = instantFrom(Date.now());
    deps.clock.set(start);
    const secret = await beginSession(deps, user);
    const follow = async (mark: string) =>
      (await app().request("/api/admin/me", { headers: { cookie: `__Host-session=${secret}`, "x-following": mark } })).status;
    for (const minutes of [10, 20, 30, 44]) {
      deps.clock.set(minutesAfter(start, minutes));
      expect(await follow("1")).toBe(200);
    }
    deps.clock.set(minutesAfter(start, 45));
    expect(await follow("1")).toBe(401);

    const other = await beginSession(deps, user);
    expect((await app().request("/api/admin/me", { headers: { "x-following": "1" } })).status, "the mark is no session").toBe(401);
    deps.clock.set(minutesAfter(start, 45 + 44));
    expect((await app().request("/api/admin/me", { headers: { cookie: `__Host-session=${other}`, "x-following": "0" } })).status).toBe(200);
    deps.clock.set(minutesAfter(start, 45 + 44 + 44));
    expect(await statusWith(other), "any other mark is no mark").toBe(200);
  });

  it("is over after ten hours, however busy", async () => {
    const { user } = await clerk();
    const start = instantFrom(Date.now());
    deps.clock.set(start);
    const secret = await beginSession(deps, user);
    for (let minutes = 40; minutes < 600; minutes += 40) {
      deps.clock.set(minutesAfter(start, minutes));
      expect(await statusWith(secret)).toBe(200);
    }
    deps.clock.set(minutesAfter(start, 600));
    expect(await statusWith(secret)).toBe(401);
  });

  it("is worth nothing after signing out, also to somebody who copied the cookie", async () => {
    const { user } = await clerk();
    const secret = await beginSession(deps, user);
    const answer = await leave(secret, "/auth/sign-out");
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-session=; Max-Age=0; Path=\/;.*Secure/);
    expect(await statusWith(secret)).toBe(401);
  });

  it("ends with all others of the same person, and nobody else's, when they sign out everywhere", async () => {
    const { user } = await clerk();
    const other = await registerUser(deps, { issuer: "https://login.example", subject: "other", name: "Other", by: seed });
    const [here, there, theirs] = await Promise.all([beginSession(deps, user), beginSession(deps, user), beginSession(deps, other)]);
    expect((await leave(here, "/auth/sign-out-everywhere")).status).toBe(204);
    expect([await statusWith(here), await statusWith(there), await statusWith(theirs)]).toEqual([401, 401, 403]);
    const rows = await queryAll(deps, {
      IndexName: "list",
      KeyConditionExpression: "listPk = :pk",
      ExpressionAttributeValues: { ":pk": `USER#${user.id}` },
    });
    expect(rows).toEqual([]);
  });

  it("ends by the person's epoch alone, where the index has not yet heard of the row", async () => {
    const { user } = await clerk();
    const secret = await beginSession(deps, user);
    await write(deps, [nextEpochWrite(deps, user.id, { by: seed, at: deps.now(), op: "test" })]);
    expect(await statusWith(secret)).toBe(401);
    expect(await statusWith(await beginSession(deps, { ...user, epoch: 2 } satisfies User))).toBe(200);
  });

  it("that was ended is not brought back by a request that was under way", async () => {
    const { user } = await clerk();
    const start = instantFrom(Date.now());
    deps.clock.set(start);
    const secret = await beginSession(deps, user);
    deps.clock.set(minutesAfter(start, 5));
    await Promise.all([leave(secret, "/auth/sign-out"), ...Array.from({ length: 10 }, () => statusWith(secret))]);
    expect(await statusWith(secret)).toBe(401);
  });

  it("has the rights of this moment: a role that is taken, or has run out, is gone with the next request", async () => {
    const { user, grant } = await clerk();
    const secret = await beginSession(deps, user);
    expect(await statusWith(secret)).toBe(200);
    expect(await takeGrant(deps, { userId: user.id, grantId: grant.id, by: seed })).toMatchObject({ ok: true });
    expect(await statusWith(secret)).toBe(403);
    expect(await takeGrant(deps, { userId: user.id, grantId: grant.id, by: seed })).toMatchObject({ ok: false, refusal: { code: "grant_unknown" } });
    const soon = minutesAfter(instantFrom(Date.now()), 5);
    await giveGrant(deps, { userId: user.id, role: "viewer", scope: { kind: "city" }, expiresAt: soon, by: seed });
    expect(await statusWith(secret)).toBe(200);
    deps.clock.set(soon);
    expect(await statusWith(secret)).toBe(403);
  });

  it.each([
    ["no mark of the console", {}],
    ["another mark", { "x-requested-by": "form" }],
    ["another origin", { "x-requested-by": "console", origin: "https://evil.example" }],
    ["a namesake origin", { "x-requested-by": "console", origin: "https://console.example.evil.example" }],
    ["no origin at all (null)", { "x-requested-by": "console", origin: "null" }],
    ["a site elsewhere", { "x-requested-by": "console", "sec-fetch-site": "cross-site" }],
    ["a sister site", { "x-requested-by": "console", "sec-fetch-site": "same-site" }],
  ])("cannot be used by a page elsewhere: %s", async (_name, headers) => {
    const { user } = await clerk();
    const secret = await beginSession(deps, user);
    for (const path of ["/auth/sign-out", "/auth/sign-out-everywhere", "/api/admin/events"]) {
      const answer = await leave(secret, path, headers as Record<string, string>);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, "cross_site"]);
    }
    expect(await statusWith(secret)).toBe(200);
  });
});

describe("a provider that takes another secret from the console than the one it was told", () => {
  it("begins no session and says who can mend it; whoever is signed in stays, and with the new secret people sign in", async () => {
    const secret = "the-secret-after-the-rotation";
    const provider = await startProvider(`${origin}/auth/callback`, { secret });
    try {
      const logged: string[] = [];
      const app = appWith(provider.issuer, { log: { ...deps.log, error: (message) => void logged.push(message) } });
      const browser = browserFor(app);
      const answer = await browser.go((await browser.follow(`${origin}/auth/sign-in`, isCallback)).url);
      expect(answer.status).toBe(503);
      expect(await answer.text()).toContain("no longer takes the console&#39;s secret");
      expect(logged, "which rings an alarm").toEqual(["the OpenID provider does not know the console"]);
      expect(answer.headers.getSetCookie().some((line) => /^__Host-session=./.test(line))).toBe(false);
      const user = await registerUser(deps, { issuer: provider.issuer, subject: "clerk", name: "Clerk", by: seed });
      await giveGrant(deps, { userId: user.id, role: "viewer", scope: { kind: "city" }, by: seed });
      const cookie = `__Host-session=${await beginSession(deps, user)}`;
      expect((await app.request("/api/admin/me", { headers: { cookie } })).status).toBe(200);
      const rotated = buildAdminApp(deps, { openid: { issuer: provider.issuer, clientId, clientSecret: secret, isLocal: true } });
      const again = browserFor(rotated);
      await again.follow(`${origin}/auth/sign-in`, (to) => to.pathname.startsWith("/admin"));
      expect(again.jar(new URL(origin)).get("__Host-session")).toBeDefined();
    } finally {
      await provider.stop();
    }
  });
});

describe("a provider that is gone", () => {
  it("leaves sessions alone, is told in a page with 503, and is asked again as soon as it is back", async () => {
    const first = await startProvider(`${origin}/auth/callback`);
    const { issuer } = first;
    await first.stop();
    const app = appWith(issuer);
    const gone = await app.request("/auth/sign-in");
    expect(gone.status).toBe(503);
    expect(gone.headers.get("content-type")).toContain("text/html");
    expect(await gone.text()).toContain("not available right now");
    const user = await registerUser(deps, { issuer, subject: "clerk", name: "Clerk", by: seed });
    await giveGrant(deps, { userId: user.id, role: "viewer", scope: { kind: "city" }, by: seed });
    const cookie = `__Host-session=${await beginSession(deps, user)}`;
    expect((await app.request("/api/admin/me", { headers: { cookie } })).status).toBe(200);

    const back = await startProvider(`${origin}/auth/callback`, { port: Number(new URL(issuer).port) });
    try {
      expect((await app.request("/auth/sign-in")).status).toBe(303);
    } finally {
      await back.stop();
    }
  });

  it("at the very end of a sign-in is a 503 as well, and no session is begun", async () => {
    const provider = await startProvider(`${origin}/auth/callback`);
    const browser = browserFor(appWith(provider.issuer));
    const { url } = await browser.follow(`${origin}/auth/sign-in`, isCallback);
    await provider.stop();
    const answer = await browser.go(url);
    expect(answer.status).toBe(503);
    expect(answer.headers.getSetCookie().some((line) => /^__Host-session=./.test(line))).toBe(false);
  });

  it("is never spoken to over plain http, unless it is on this machine and said to be", () => {
    const settings = { clientId, clientSecret };
    for (const [issuer, isLocal] of [
      ["http://login.example.org", true],
      ["http://127.0.0.1:4000", false],
      ["http://127.0.0.1.evil.example", true],
      ["ftp://127.0.0.1", true],
    ] as const) {
      expect(() => buildAdminApp(deps, { openid: { ...settings, issuer, isLocal } }), issuer).toThrow(/https/);
    }
  });
});

describe("grants", () => {
  it("are written with their audit record or not at all, and are not given twice", async () => {
    const user = await registerUser(deps, { issuer: "https://login.example", subject: "a", name: "A", by: seed });
    const give = () => giveGrant(deps, { userId: user.id, role: "viewer", scope: { kind: "city" }, by: seed });
    const [first, second] = [await give(), await give()];
    expect(first).toEqual(second);
    if (!first.ok) throw new Error();
    await takeGrant(deps, { userId: user.id, grantId: first.value.id, by: seed });
    const records = await queryAll(deps, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": `AUD#${user.id}` } });
    expect(records.map((record) => record.op)).toEqual(["grant.give", "grant.take"]);
    expect(await giveGrant(deps, { userId: "usr_01jd0000000000000000000000" as UserId, role: "viewer", scope: { kind: "city" }, by: seed })).toMatchObject({
      ok: false,
      refusal: { code: "user_unknown" },
    });
    expect(
      await giveGrant(deps, { userId: user.id, role: "chair", scope: { kind: "commission", commissionId: "cms_nowhere" as never }, by: seed }),
    ).toMatchObject({ ok: false, refusal: { code: "scope_unknown" } });
  });
});
