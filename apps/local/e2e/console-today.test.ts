import { randomUUID } from "node:crypto";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { violationsOn } from "./accessibility.ts";
import { desk, openBrowser, overflow, phone, tabTo, withPage } from "./browser.ts";
import { signedIn } from "./console.ts";
import { eventByApi } from "./event-by-api.ts";
import { signUpByJson } from "./sign-ups.ts";

const origin = inject("origin");
const made = (word: string) => `${word} ${randomUUID().slice(0, 8)}`;
const person = () => ({ name: "Ann Example", email: `${randomUUID()}@example.org` });

describe("the first page and the calendar", () => {
  let browser: Browser;
  let storageState: NonNullable<BrowserContextOptions["storageState"]>;
  beforeAll(async () => {
    browser = await openBrowser();
    storageState = await signedIn(browser, origin, "demo-director");
  });
  afterAll(() => browser.close());

  const onPage = (body: (page: Page) => Promise<void>) =>
    withPage(browser, { ...desk, storageState, reducedMotion: "reduce" }, async (page) => {
      await page.goto(`${origin}/admin`);
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
      await body(page);
    });
  const list = (page: Page, title: RegExp) => page.getByRole("region", { name: title });

  it("tell of an approval that waits, lead to it by keyboard, and tell of it no more once it is decided", async () => {
    await onPage(async (page) => {
      const title = made("Waits for approval");
      const event = await eventByApi(page, origin, { title, startInHours: [50], needsApproval: true });
      expect((await signUpByJson(origin, event.sessionIds[0] ?? "", person())).status).toBe(201);
      await page.reload();
      const toDecide = list(page, /^To decide on/)
        .getByRole("listitem")
        .filter({ hasText: title });
      await toDecide.getByText("1 person").waitFor();
      await expect.poll(() => toDecide.innerText()).toMatch(/waiting for under an hour/);
      await expect.poll(() => list(page, /^This week/).innerText()).toContain(title);

      await tabTo(page, page.getByRole("link", { name: `Decide ${title}` }));
      await page.keyboard.press("Enter");
      await page.getByRole("row", { name: /Ann Example/ }).waitFor();
      await tabTo(page, page.getByRole("button", { name: "Approve Ann Example" }));
      await page.keyboard.press("Enter");
      await page.getByRole("row", { name: /Ann Example.*Confirmed/ }).waitFor();

      // The keys of the console lead back.
      await page.getByRole("heading", { level: 1 }).focus();
      await page.keyboard.press("g");
      await page.keyboard.press("t");
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
      await list(page, /^This week/)
        .getByText(title)
        .waitFor();
      await expect.poll(() => toDecide.count()).toBe(0);
    });
  });

  it("tell of a session short of people, a draft that is near and sign-ups that close, each leading to where it is dealt with", async () => {
    await onPage(async (page) => {
      const [short, draft] = [made("Nobody comes"), made("Half done")];
      await eventByApi(page, origin, { title: short, startInHours: [30, 80] });
      const { id } = await eventByApi(page, origin, { title: draft, startInHours: [100], isDraft: true });
      await page.reload();
      await expect
        .poll(() =>
          list(page, /^Short of people/)
            .getByRole("listitem")
            .filter({ hasText: short })
            .count(),
        )
        .toBe(2);
      await expect.poll(() => list(page, /^Sign-ups close soon/).innerText()).toMatch(new RegExp(`${short}[\\s\\S]*20 of 20 seats free`));
      await list(page, /^Drafts to finish/)
        .getByRole("link", { name: `Finish ${draft}` })
        .click();
      await page.getByRole("heading", { level: 1, name: draft }).waitFor();
      expect(page.url()).toContain(id);
    });
  });

  it("show the calendar as agenda, week and month by keyboard, with what is shown in the address bar", async () => {
    await onPage(async (page) => {
      const title = made("In the calendar");
      await eventByApi(page, origin, { title, startInHours: [26] });
      await page.keyboard.press("g");
      await page.keyboard.press("c");
      await page.getByRole("heading", { level: 1, name: "Calendar" }).waitFor();
      await page.getByRole("link", { name: title }).waitFor();

      const heading = page.getByRole("heading", { level: 2 }).first();
      const first = await heading.innerText();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => heading.innerText()).not.toBe(first);
      await expect.poll(() => page.url()).toMatch(/on=\d{4}-\d\d-\d\d/);
      await page.keyboard.press("t");
      await expect.poll(() => heading.innerText()).toBe(first);

      await page.keyboard.press("w");
      await expect.poll(() => page.url()).toContain("view=week");
      await page.keyboard.press("m");
      const chosen = page.getByRole("button", { pressed: true });
      await chosen.waitFor();
      await tabTo(page, chosen);
      const before = await chosen.innerText();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => chosen.innerText()).not.toBe(before);
      await expect.poll(() => chosen.evaluate((element) => element === document.activeElement), { message: "the focus goes along" }).toBe(true);
      await page.keyboard.press("PageDown");
      await expect.poll(() => chosen.evaluate((element) => element === document.activeElement)).toBe(true);

      await page.keyboard.press("a");
      await expect.poll(() => page.url()).not.toContain("view=");
      await page.getByRole("combobox", { name: "State" }).click();
      await page.getByRole("option", { name: "Cancelled" }).click();
      await expect.poll(() => page.url()).toContain("status=cancelled");
      await expect.poll(() => page.getByRole("link", { name: title }).count()).toBe(0);
    });
  });

  it("print the agenda and the month without the console around them", async () => {
    await onPage(async (page) => {
      for (const view of ["", "?view=month"]) {
        await page.goto(`${origin}/admin/calendar${view}`);
        await page.getByRole("heading", { level: 2 }).first().waitFor();
        await page.emulateMedia({ media: "print" });
        expect(await page.getByRole("navigation", { name: "Console" }).isVisible()).toBe(false);
        expect(await page.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
        expect(await page.getByRole("heading", { level: 2 }).first().isVisible()).toBe(true);
        await page.emulateMedia({ media: "screen" });
      }
    });
  });

  it("have nothing that axe finds and fit a phone, with much to do", async () => {
    await onPage(async (page) => {
      await eventByApi(page, origin, {
        title: made("Much to do, with a title that is longer than most of those that a clerk would write"),
        startInHours: [25, 27, 29, 31, 49],
      });
      for (const [path, says] of [
        ["/admin", /^Short of people/],
        ["/admin/calendar", /^Calendar$/],
        ["/admin/calendar?view=week", /^Calendar$/],
        ["/admin/calendar?view=month", /^Calendar$/],
      ] as const) {
        for (const [colorScheme, size] of [
          ["light", desk.viewport],
          ["dark", phone.viewport],
        ] as const) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(size);
          await page.goto(`${origin}${path}`);
          await page.getByRole("heading", { name: says }).first().waitFor();
          await page
            .getByText(/Much to do/)
            .first()
            .waitFor({ state: "attached" });
          expect([path, colorScheme, await violationsOn(page), await overflow(page)]).toEqual([path, colorScheme, [], 0]);
        }
      }
    });
  });
});
