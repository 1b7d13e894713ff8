import { beforeEach, describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { beginSession } from "../access/begin-session.ts";
import { giveGrant } from "../access/give-grant.ts";
import { registerUser } from "../access/register-user.ts";
import { buildAdminApp } from "../admin-app.ts";

const by = { kind: "system", part: "test" } as const;
const late = { id: "late", title: "Who waits", search: "view=waiting&sort=-received" };

type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;
let somebody: (subject: string) => Promise<Ask>;

beforeEach(async () => {
  const deps = await testDeps();
  const app = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
  somebody = async (subject) => {
    const user = await registerUser(deps, { issuer: "https://login.example", subject, name: subject, by });
    await giveGrant(deps, { userId: user.id, role: "viewer", scope: { kind: "city" }, by });
    const cookie = `session=${await beginSession(deps, user)}`;
    return async (method, path, body) =>
      app.request(`/api/admin/views${path}`, {
        method,
        headers: { cookie, "x-requested-by": "console", "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  };
});

describe("kept views", () => {
  it("are the person's own, on every machine that they sign in from, and each list's by itself", async () => {
    const [dana, vic] = [await somebody("dana"), await somebody("vic")];
    expect(await (await dana("GET", "/roster")).json()).toEqual({ version: 0, views: [] });
    expect(await (await dana("PUT", "/roster", { version: 0, views: [late] })).json()).toEqual({ version: 1, views: [late] });
    expect(await (await dana("GET", "/roster")).json()).toEqual({ version: 1, views: [late] });
    expect(await (await dana("GET", "/events")).json()).toEqual({ version: 0, views: [] });
    expect(await (await vic("GET", "/roster")).json()).toEqual({ version: 0, views: [] });
    expect((await dana("PUT", "/roster", { version: 1, views: [] })).status).toBe(200);
    expect(await (await dana("GET", "/roster")).json(), "taken away again").toEqual({ version: 2, views: [] });
  });

  it("do not overwrite what was kept in another window meanwhile", async () => {
    const dana = await somebody("dana");
    const both = await Promise.all([dana("PUT", "/roster", { version: 0, views: [late] }), dana("PUT", "/roster", { version: 0, views: [] })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const stale = await dana("PUT", "/roster", { version: 7, views: [] });
    expect([stale.status, await stale.json()]).toMatchObject([409, { code: "version_conflict", current: 1 }]);
  });

  it("are few and short, since they are read with each request, and belong to lists that there are", async () => {
    const dana = await somebody("dana");
    const many = Array.from({ length: 11 }, (_, index) => ({ ...late, id: `v${index}` }));
    expect((await dana("PUT", "/roster", { version: 0, views: many })).status).toBe(400);
    expect((await dana("PUT", "/roster", { version: 0, views: many.slice(1) })).status, "the control").toBe(200);
    const both = [late, { ...late, id: "early" }].map((view) => ({ ...view, isDefault: true }));
    expect((await dana("PUT", "/roster", { version: 1, views: both })).status, "a list opens with one").toBe(400);
    expect((await dana("PUT", "/events", { version: 0, views: both.slice(1) })).status, "the control").toBe(200);
    expect((await dana("PUT", "/roster", { version: 1, views: [{ ...late, search: "x".repeat(501) }] })).status).toBe(400);
    expect((await dana("GET", "/grants")).status).toBe(404);
  });
});
