import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk, openBrowser, tabTo, withPage } from "./browser.ts";
import { type Subject, signedIn } from "./console.ts";
import { eventByApi } from "./event-by-api.ts";
import { fortySeats, signUpByJson, until } from "./sign-ups.ts";

const origin = inject("origin");

interface Row {
  id: string;
  title: string;
}

/** The list as the API gives it, page after page. */
async function askTheApi(page: Page, query: string): Promise<string[]> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const more = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer = (await (await page.request.get(`${origin}/api/admin/events?${query}${more}`)).json()) as { items: Row[]; nextCursor?: string };
    titles.push(...answer.items.map(({ title }) => title));
    cursor = answer.nextCursor;
  } while (cursor !== undefined);
  return titles;
}

const byTitle = (a: string, b: string) => a.toLowerCase().localeCompare(b.toLowerCase());
const shownTitles = (page: Page) => page.locator("tr[data-event] a[data-row]").allInnerTexts();
/** Once the console holds the events itself, it tells how many of all it shows. */
const held = (page: Page) => page.getByText(/^[\d,]+ of [\d,]+ events$/).waitFor();

describe("the list of events", () => {
  let browser: Browser;
  const states: Partial<Record<Subject, Awaited<ReturnType<typeof signedIn>>>> = {};
  const onList = <Value>(subject: Subject, path: string, body: (page: Page) => Promise<Value>) =>
    withPage(browser, { ...desk, storageState: states[subject] as never }, async (page) => {
      await page.goto(`${origin}/admin/events${path}`);
      return body(page);
    });

  beforeAll(async () => {
    browser = await openBrowser();
    for (const subject of ["demo-director", "demo-chair"] as const) states[subject] = await signedIn(browser, origin, subject);
  });
  afterAll(() => browser.close());

  it("is searched, sorted, filtered and kept as a view by keyboard alone, and all of it stands in the address", async () => {
    await onList("demo-director", "", async (page) => {
      const name = `Mine ${randomUUID().slice(0, 8)}`;
      await page.locator("tr[data-event]").first().waitFor();
      await page.keyboard.press("/");
      await page.keyboard.type("harbor");
      await expect.poll(() => page.url()).toContain("q=harbor");
      await held(page);
      const found = await askTheApi(page, "order=upcoming&q=harbor");
      expect(found.length).toBeGreaterThan(1);
      // Typing goes before drawing: until then, what was there before.
      await expect.poll(() => shownTitles(page)).toEqual(found);

      await tabTo(page, page.getByRole("table").getByRole("button", { name: "Event", exact: true }));
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toContain("sort=title");
      await expect.poll(() => page.getByRole("columnheader", { name: "Event" }).getAttribute("aria-sort")).toBe("ascending");
      await expect.poll(() => shownTitles(page)).toEqual(found.toSorted(byTitle));

      await tabTo(page, page.getByRole("search", { name: "Events" }).getByRole("button", { name: "State" }), "Shift+Tab");
      await page.keyboard.press("Enter");
      await tabTo(page, page.getByRole("checkbox", { name: "Published" }));
      await page.keyboard.press("Space");
      await page.keyboard.press("Escape");
      await expect.poll(() => page.url()).toContain("status=published");
      // The address is there before the rows are: they are drawn again when there is time.
      const published = (await askTheApi(page, "order=upcoming&q=harbor&status=published")).toSorted(byTitle);
      expect(published.length).toBeGreaterThan(0);
      await expect.poll(() => shownTitles(page)).toEqual(published);

      await tabTo(page, page.getByRole("button", { name: "Views" }));
      await page.keyboard.press("Enter");
      await tabTo(page, page.getByLabel("Keep this view as"));
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name, exact: true }).waitFor();

      await page.goto(`${origin}/admin/events`);
      await page.locator("tr[data-event]").first().waitFor();
      await tabTo(page, page.getByRole("button", { name: "Views" }));
      await page.keyboard.press("Enter");
      await tabTo(page, page.getByRole("button", { name, exact: true }));
      await page.keyboard.press("Enter");
      await expect.poll(() => page.url()).toMatch(/q=harbor.*status=published|status=published.*q=harbor/);
      await held(page);
      await expect.poll(() => shownTitles(page)).toEqual(published);
      await page.getByRole("button", { name: "Views" }).click();
      await page.getByRole("button", { name: `Forget the view ${name}` }).click();
      await page.getByRole("button", { name, exact: true }).waitFor({ state: "detached" });
      await page.keyboard.press("Escape");

      await tabTo(page, page.locator("tr[data-event] a[data-row]").first());
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: published[0] ?? "" }).waitFor();
    });
  });

  it.each([
    ["", "order=upcoming"],
    ["?q=career day", "order=upcoming&q=career%20day"],
    ["?status=draft,cancelled&sort=start", "order=soonest&status=draft,cancelled"],
    ["?borough=bor_queens,bor_brooklyn&sort=-start", "order=latest&borough=bor_queens,bor_brooklyn"],
    ["?host=office", "order=upcoming&host=office"],
    ["?from=2026-01-01&q=EXÁMPLE", "order=upcoming&from=2026-01-01&q=ex%C3%A1mple"],
  ])("shows the same by itself for %j as the API finds", async (path, query) => {
    await onList("demo-director", path, async (page) => {
      await page.waitForResponse((response) => response.url().includes("/events/rows/changes"));
      const expected = await askTheApi(page, query);
      expect(expected.length).toBeGreaterThan(0);
      // Only rows in view are drawn: so many of them as there are.
      const asExpected = async () => {
        const shown = await shownTitles(page);
        return { isAny: shown.length > 0, shown, expected: expected.slice(0, shown.length) };
      };
      await until("the rows that the API finds", asExpected, ({ isAny, shown, expected: wanted }) => isAny && isDeepStrictEqual(shown, wanted));
      await expect.poll(() => page.getByRole("table").getAttribute("aria-rowcount")).toBe(String(expected.length + 1));
    });
  });

  it("follows what others change: a seat taken, and a new event, which waits while somebody points at the rows", async () => {
    const { event, session } = await fortySeats(origin);
    await onList("demo-director", `?q=${encodeURIComponent(event.title)}`, async (page) => {
      const row = page.locator(`tr[data-event="${event.id}"]`);
      const taken = async () => Number(/(\d+) of/.exec(await row.innerText())?.[1] ?? -1);
      await expect.poll(taken).toBeGreaterThanOrEqual(0);
      const before = await taken();
      await signUpByJson(origin, session.id, { name: "Live Example", email: `live-${randomUUID()}@example.org` });
      await expect.poll(taken).toBeGreaterThan(before);
    });
    // So few that a new one is drawn, wherever it belongs.
    await onList("demo-director", "?q=harbor", async (page) => {
      await page.waitForResponse((response) => response.url().includes("/events/rows/changes"));
      const shown = await shownTitles(page);
      await page.locator("tr[data-event]").first().hover();
      const title = `Harbor, a new one ${randomUUID().slice(0, 8)}`;
      const { id } = await eventByApi(page, origin, { title, startInHours: [], closesInHours: 1, isDraft: true });
      await page.getByRole("button", { name: "1 new" }).waitFor();
      expect(await shownTitles(page), "nothing moved under the pointer").toEqual(shown);
      await page.mouse.move(5, 5);
      await page.getByRole("link", { name: title }).waitFor();
      await page.request.delete(`${origin}/api/admin/events/${id}`, {
        headers: { "x-requested-by": "console", origin },
        data: { version: 1 },
      });
      await page.getByRole("link", { name: title }).waitFor({ state: "detached" });
    });
  });

  it("holds for a chair what is her commission's and nothing else", async () => {
    const hers = await onList("demo-chair", "", async (page) => {
      await page.waitForResponse((response) => response.url().includes("/events/rows/changes"));
      const { rows } = (await (await page.request.get(`${origin}/api/admin/events/rows`)).json()) as { rows: { host: object }[] };
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map(({ host }) => JSON.stringify(host))).size).toBe(1);
      await page.locator("tr[data-event]").first().waitFor();
      return shownTitles(page);
    });
    await onList("demo-director", "", async (page) => {
      await expect.poll(async () => (await shownTitles(page)).length).toBeGreaterThan(hers.length);
    });
  });
});
