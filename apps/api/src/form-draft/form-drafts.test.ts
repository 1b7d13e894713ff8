import { minutesAfter } from "@cte-partnerships/domain";
import { beforeEach, describe, expect, it } from "vitest";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { eventInput } from "../../test/event-fixtures.ts";
import { beginSession } from "../access/begin-session.ts";
import { giveGrant } from "../access/give-grant.ts";
import { registerUser } from "../access/register-user.ts";
import { buildAdminApp } from "../admin-app.ts";
import { keptBytesAtMost, keptDepthAtMost } from "./contract.ts";

const by = { kind: "system", part: "test" } as const;
type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;
let deps: Awaited<ReturnType<typeof testDeps>>;
let somebody: (subject: string) => Promise<Ask>;

beforeEach(async () => {
  deps = await testDeps();
  const app = buildAdminApp(deps, { openid: { issuer: "http://127.0.0.1:9", clientId: "c", clientSecret: "s", isLocal: true } });
  somebody = async (subject) => {
    const user = await registerUser(deps, { issuer: "https://login.example", subject, name: subject, by });
    await giveGrant(deps, { userId: user.id, role: "director", scope: { kind: "city" }, by });
    const cookie = `session=${await beginSession(deps, user)}`;
    return async (method, path, body) =>
      app.request(`/api/admin${path}`, {
        method,
        headers: { cookie, "x-requested-by": "console", "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  };
});

const half = { begunFrom: 0, values: { title: "Half a ti", sessions: [{ date: "" }] } };
const kept = async (ask: Ask, subject = "new") => ((await (await ask("GET", `/form-drafts/${subject}`)).json()) as { draft?: unknown }).draft;

describe("a form that is left unsaved", () => {
  it("is there again on any machine, as it stood, and is nobody else's", async () => {
    const [dana, vic] = [await somebody("dana"), await somebody("vic")];
    expect(await kept(dana)).toBeUndefined();
    expect((await dana("PUT", "/form-drafts/new", half)).status).toBe(200);
    expect(await kept(dana)).toEqual({ ...half, keptAt: expect.stringMatching(/Z$/) });
    expect(await kept(vic)).toBeUndefined();
    expect((await vic("DELETE", "/form-drafts/new")).status, "their own, of which there is none").toBe(204);
    expect(await kept(dana)).toMatchObject(half);
  });

  it("is let go of by the save, by throwing it away, and after thirty days", async () => {
    const dana = await somebody("dana");
    await dana("PUT", "/form-drafts/new", half);
    const made = (await (await dana("POST", "/events", eventInput(deps.now()))).json()) as { event: { id: string; version: number } };
    expect(await kept(dana), "made").toBeUndefined();
    const { id, version } = made.event;
    await dana("PUT", `/form-drafts/${id}`, { ...half, begunFrom: version });
    const refused = await dana("PUT", `/events/${id}`, { version: 9, event: eventInput(deps.now()) });
    expect(refused.status).toBe(409);
    expect(await kept(dana, id), "a save that is refused loses nothing").toMatchObject({ begunFrom: version });
    expect((await dana("PUT", `/events/${id}`, { version, event: eventInput(deps.now(), { title: "Whole" }) })).status).toBe(200);
    expect(await kept(dana, id), "saved").toBeUndefined();

    await dana("PUT", "/form-drafts/new", half);
    await dana("DELETE", "/form-drafts/new");
    expect(await kept(dana), "thrown away").toBeUndefined();

    // Sessions of the console end long before: what is asked here is the use case's own clock.
    const { findFormDraft } = await import("./store.ts");
    await dana("PUT", "/form-drafts/new", half);
    const [item] = await allItems(deps, "form-draft");
    const userId = String(item?.pk).slice("FORM#".length) as never;
    expect(await findFormDraft(deps, userId, "new", minutesAfter(deps.now(), 29 * 24 * 60))).toBeDefined();
    expect(await findFormDraft(deps, userId, "new", minutesAfter(deps.now(), 31 * 24 * 60))).toBeUndefined();
    expect(item?.expires).toBeGreaterThan(Date.now() / 1000);
  });

  it("is bounded, and belongs to an event or to a new one", async () => {
    const dana = await somebody("dana");
    const nested = (depth: number): unknown => (depth === 0 ? "x" : { inner: nested(depth - 1) });
    const put = async (values: unknown) => (await dana("PUT", "/form-drafts/new", { begunFrom: 0, values })).status;
    expect(await put({ text: "x".repeat(keptBytesAtMost - 20) }), "the control").toBe(200);
    expect(await put({ text: "x".repeat(keptBytesAtMost) })).toBe(400);
    expect(await put({ text: "é".repeat(keptBytesAtMost / 2) }), "in bytes").toBe(400);
    expect(await put(nested(keptDepthAtMost)), "the control").toBe(200);
    expect(await put(nested(keptDepthAtMost + 1))).toBe(400);
    expect(await put([])).toBe(400);
    expect((await dana("PUT", "/form-drafts/new", { ...half, more: 1 })).status).toBe(400);
    for (const subject of ["old", "usr_01jd0000000000000000000000", "evt_"]) expect((await dana("GET", `/form-drafts/${subject}`)).status).toBe(404);
  });

  it("leaves no record and no line of the log: it is nobody's business", async () => {
    const dana = await somebody("dana");
    await dana("PUT", "/form-drafts/new", { begunFrom: 0, values: { contact: { email: "canary@example.org" } } });
    expect(deps.log.lines.join()).not.toContain("canary");
    const { auditFor } = await import("../audit/record.ts");
    const [item] = await allItems(deps, "form-draft");
    expect(auditFor({ before: undefined, after: item })).toBeUndefined();
  });
});
