import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, overflow, phone, pressEnterOn, smallTargets, tabTo, typeInto, withPage } from "./browser.ts";
import { fortySeats } from "./sign-ups.ts";

const origin = inject("origin");

describe("the public path", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** What must hold on each page of the path on a small phone. */
  const expectFitsAPhone = async (page: Page) => {
    expect(await overflow(page), `${page.url()} is wider than the screen`).toBe(0);
    expect(await smallTargets(page), page.url()).toEqual([]);
    expect(await page.locator("h1").count(), `${page.url()} has one first heading`).toBe(1);
  };

  it("goes from the list to a withdrawn sign-up on a phone, without JavaScript and with the keyboard alone", async () => {
    const { event, session } = await fortySeats(origin);
    const remaining = async () => (await fortySeats(origin)).session.remaining;
    const before = await remaining();

    await withPage(
      browser,
      { ...phone, javaScriptEnabled: false },
      async (page) => {
        // On the day of the event: other tests fill the list.
        const day = session.startsAt.slice(0, 10);
        await page.goto(`${origin}/?from=${day}&to=${day}`);
        await expectFitsAPhone(page);

        // The first stop of the keyboard leads past the site's head.
        await page.keyboard.press("Tab");
        expect(await page.locator(":focus").getAttribute("href")).toBe("#main");

        await pressEnterOn(page, page.locator(`a[href="/events/${event.slug}"]`));
        await expectFitsAPhone(page);
        expect(await page.locator("h1").innerText()).toBe(event.title);

        await pressEnterOn(page, page.locator(`a[href*="${session.id}"]`));
        await expectFitsAPhone(page);

        // Sent as it should not be: the page says so before anything else, and keeps what was right.
        const submit = page.locator("main form[method=post] button[type=submit]").last();
        await typeInto(page, page.locator("[name=name]"), "Rosa Example");
        await typeInto(page, page.locator("[name=email]"), "rosa at example.org");
        await pressEnterOn(page, submit);
        await expectFitsAPhone(page);
        expect(await page.title()).toMatch(/^Error: /);
        expect(await page.locator("[name=name]").inputValue()).toBe("Rosa Example");
        expect(await page.locator("[name=email]").inputValue()).toBe("rosa at example.org");
        expect(await page.locator("[name=email]").getAttribute("aria-invalid")).toBe("true");
        const described = (await page.locator("[name=email]").getAttribute("aria-describedby")) ?? "";
        expect(described.split(" ").length).toBeGreaterThan(0);
        for (const id of described.split(" ")) expect(await page.locator(`[id="${id}"]`).count(), `#${id}`).toBe(1);
        expect(await remaining()).toBe(before);

        // The summary's link leads to the field.
        const emailId = await page.locator("[name=email]").getAttribute("id");
        await tabTo(page, page.locator(`.error a[href="#${emailId}"]`));
        await page.keyboard.press("Enter");
        await expect.poll(() => page.locator(":focus").getAttribute("name")).toBe("email");

        await typeInto(page, page.locator("[name=email]"), "rosa.example@example.org");
        await typeInto(page, page.locator("[name=partySize]"), "3");
        await pressEnterOn(page, submit);
        await expectFitsAPhone(page);
        expect(await page.locator("h1").innerText()).toMatch(/^Confirmed\b/);
        expect(await remaining()).toBe(before - 3);

        // Manage: what is held, a smaller party, the calendar file, and back out.
        await pressEnterOn(page, page.locator('main a[href*="/manage/"]'));
        await expectFitsAPhone(page);
        expect(await page.locator("h1").innerText()).toMatch(/^Confirmed\b/);
        expect(await page.locator("main").innerText()).toContain("Rosa Example");
        expect(await page.locator("main").innerText()).toContain("rosa.example@example.org");
        expect(await page.locator("meta[name=robots]").getAttribute("content")).toContain("noindex");
        const manageUrl = page.url();

        const calendarPath = await page.locator('a[href$="/calendar.ics"]').getAttribute("href");
        const calendar = await page.request.get(new URL(calendarPath ?? "", manageUrl).href);
        expect(calendar.headers()["content-type"]).toContain("text/calendar");
        expect(await calendar.text()).toContain("BEGIN:VEVENT");

        await tabTo(page, page.locator("summary"));
        await page.keyboard.press("Enter");
        await typeInto(page, page.locator("[name=affiliation]"), "Example Robotics");
        await pressEnterOn(page, page.locator("form:has([name=affiliation]) button"));
        expect(await page.locator("main").innerText()).toContain("Example Robotics");

        // Three come; the choice begins with one fewer.
        await pressEnterOn(page, page.locator("form:has([name=partySize]) button"));
        await expectFitsAPhone(page);
        expect(await page.locator("h1").innerText()).toMatch(/^Confirmed: 2 /);
        expect(await remaining()).toBe(before - 2);

        const withdraw = page.locator('form[action$="/withdraw"] button');
        expect(await withdraw.count()).toBe(1);
        await pressEnterOn(page, withdraw);
        await expectFitsAPhone(page);
        expect(await page.locator("h1").innerText()).toMatch(/^Withdrawn\b/);
        expect(await remaining()).toBe(before);

        // The link goes on telling the truth, and opening it changes nothing.
        await page.goto(manageUrl);
        expect(await page.locator("h1").innerText()).toMatch(/^Withdrawn\b/);
        expect(await page.locator("form[method=post]").count()).toBe(0);
        // Chromium writes the answer to the wrongly filled form into its console.
      },
      [/status of 400/],
    );
  });

  it("leaves no trace in the browser: no cookie, nothing stored", async () => {
    const { event, session } = await fortySeats(origin);
    await withPage(browser, phone, async (page) => {
      for (const path of ["/", `/events/${event.slug}`, `/events/${event.slug}/${session.id}`]) {
        await page.goto(`${origin}${path}`);
        expect(await page.context().cookies(), path).toEqual([]);
        expect(await page.evaluate(() => localStorage.length + sessionStorage.length), path).toBe(0);
      }
    });
  });
});
