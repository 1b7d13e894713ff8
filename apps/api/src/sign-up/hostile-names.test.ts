import { beforeAll, describe, expect, it } from "vitest";
import { freshTable, patient, testDeps } from "../../test/deps.ts";
import { publishedEvent } from "../../test/event-fixtures.ts";
import { formsIn, textOf } from "../../test/form-page.ts";
import { hostileTexts } from "../../test/hostile-texts.ts";
import { buildPublicApp } from "../public-app.ts";

let app: ReturnType<typeof buildPublicApp>;
let formPath = "";
let postPath = "";

beforeAll(async () => {
  const opened = await testDeps({ table: await freshTable(undefined, patient) });
  const deps = { ...opened, config: { ...opened.config, isRateLimited: false } };
  app = buildPublicApp(deps);
  const session = (label?: string) => {
    const startsAt = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const endsAt = new Date(Date.now() + 8 * 86_400_000).toISOString();
    return { startsAt, endsAt, capacity: 100, partySizeLimit: 1, waitlistLimit: 0, ...(label ? { label } : {}) };
  };
  const event = await publishedEvent(deps, {
    title: `<script>alert("title")</script>`,
    description: `"><img src=x onerror=alert(1)>`,
    sessions: [session(`'"><svg onload=alert(1)>`)] as never,
  });
  formPath = `/events/${event.slug}/${event.sessions[0]?.id}`;
  postPath = `/api/public/sessions/${event.sessions[0]?.id}/sign-ups`;
});

/** The tags and attributes of a page, without any text: what a hostile name must never add to. */
const skeleton = (html: string): string =>
  [...html.replace(/<style>[\s\S]*?<\/style>/g, "").matchAll(/<[a-z!/][^>]*>/gi)].map(([tag]) => tag.replace(/"[^"]*"/g, '""')).join("\n");

let people = 0;
async function sendJson(name: string) {
  const answer = await app.request(postPath, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": `hostile-${people}` },
    body: JSON.stringify({ name, affiliation: name, email: `hostile.${people++}@firm.example` }),
  });
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
}

describe("hostile names", () => {
  it("stay text on the manage page and in the form that comes back, whatever they are", async () => {
    expect(hostileTexts.length).toBeGreaterThanOrEqual(60);
    const calm = await sendJson("Ann Sample");
    const managePath = (body: string) => new URL((JSON.parse(body) as { manageUrl: string }).manageUrl).pathname;
    const calmPage = await (await app.request(managePath(calm.body))).text();
    let shown = 0;
    for (const name of hostileTexts) {
      const { status, type, body } = await sendJson(name);
      expect([201, 400], name).toContain(status);
      expect(type).toMatch(/^application\/(problem\+)?json/);
      if (status === 201) {
        const page = await (await app.request(managePath(body))).text();
        // Tags apart from those of a calm name would be the name's own; links differ only in what stands in quotes.
        expect(skeleton(page), name).toBe(skeleton(calmPage));
        shown += 1;
      } else {
        expect(JSON.parse(body)).toMatchObject({ code: "malformed", errors: expect.arrayContaining([expect.objectContaining({ path: "name" })]) });
      }
      const form = new URLSearchParams({ name, affiliation: name, email: "nobody", partySize: "1" });
      const back = await app.request(formPath, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: form.toString() });
      const backPage = await back.text();
      expect(skeleton(backPage), name).toBe(skeleton(await calmForm()));
      expect(formsIn(backPage)[0]?.fields.get("name")?.length, name).toBeGreaterThanOrEqual(0);
    }
    expect(shown).toBeGreaterThan(20);
  });

  it("stay text also where the office wrote them: title, description, label", async () => {
    for (const path of ["/events", formPath, formPath.replace(/\/ses_.*/, "")]) {
      const html = await (await app.request(path)).text();
      expect(html).not.toMatch(/<script>|<img|<svg onload/);
      expect(textOf(html)).toContain('<script>alert("title")</script>');
    }
  });
});

let keptCalmForm: Promise<string> | undefined;
const calmForm = (): Promise<string> => {
  keptCalmForm ??= (async () => {
    const form = new URLSearchParams({ name: "Ann", affiliation: "Ann", email: "nobody", partySize: "1" });
    return (await app.request(formPath, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: form.toString() })).text();
  })();
  return keptCalmForm;
};
