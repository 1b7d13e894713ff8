import { dateIn } from "@cte-partnerships/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { testDeps } from "../../test/deps.ts";
import { buildPublicApp } from "../public-app.ts";
import { durationInWords, settingsInWords } from "./pages.tsx";

describe("the ways to get involved", () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let page: string;
  beforeAll(async () => {
    deps = await testDeps();
    const response = await buildPublicApp(deps).request("/get-involved");
    expect(response.status).toBe(200);
    page = await response.text();
  });

  it("tell every activity type of today once, with what is asked of a partner and the way to its dates", () => {
    const types = deps.agency.activityTypes.on(dateIn(deps.agency.zone, deps.now()));
    expect(types.length).toBeGreaterThan(10);
    for (const { id, title, description, asks } of types) {
      expect(page.split(`<h3>${title.en}</h3>`)).toHaveLength(2);
      for (const { en } of [description, ...asks]) expect(page).toContain(en.replaceAll("'", "&#39;"));
      expect(page).toContain(`href="/events?activityType=${id}"`);
    }
  });

  it("stand under students, teachers and advice, in the order of the office's page", () => {
    const places = ["Work with students", "Career Day", "Train teachers", "Teacher Externship", "Advise schools", "Commission Meeting", "Sector commissions"];
    const found = places.map((text) =>
      page.indexOf(text.startsWith("Work") || text.startsWith("Train") ? `class="part">${text}` : text, page.indexOf('class="part"')),
    );
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  it("name the commissions as they are called today", () => {
    for (const { label } of deps.agency.commissions.on(dateIn(deps.agency.zone, deps.now()))) expect(page).toContain(`<li>${label}</li>`);
  });

  it("have one heading of the first order, a title, a description and an address of their own", () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).toContain(`<title>Ways to get involved – ${deps.agency.office.title}</title>`);
    expect(page).toMatch(/<meta name="description" content="[^"]{50,200}"/);
    expect(page).toContain(`<link rel="canonical" href="${deps.config.publicOrigin}/get-involved"/>`);
  });

  it("are linked from every page's head, and say there where one is", async () => {
    const list = await (await buildPublicApp(deps).request("/events")).text();
    expect(list).toContain('<a href="/get-involved">Ways to get involved</a>');
    expect(page).toContain('<a href="/get-involved" aria-current="page">Ways to get involved</a>');
  });
});

describe("bounds in words", () => {
  it.each([
    [{ unit: "hours", min: 1, max: 3 }, "1 to 3 hours"],
    [{ unit: "hours", min: 1.5, max: 2 }, "1½ to 2 hours"],
    [{ unit: "days", min: 0.5, max: 2 }, "Half a day to 2 days"],
    [{ unit: "days", min: 3, max: 14 }, "3 days to 2 weeks"],
    [{ unit: "days", min: 1, max: 1 }, "1 day"],
    [{ unit: "days", min: 0.5, max: 0.5 }, "Half a day"],
  ] as const)("are what people say: %o", (bounds, said) => expect(durationInWords(bounds)).toBe(said));

  it.each([
    [["school"], "At a school"],
    [["school", "virtual"], "At a school or online"],
    [["school", "workplace", "virtual"], "At a school, at a workplace or online"],
  ] as const)("say where: %o", (settings, said) => expect(settingsInWords(settings)).toBe(said));
});
