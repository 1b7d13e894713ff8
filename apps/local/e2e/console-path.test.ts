import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk, openBrowser, overflow, phone, withPage } from "./browser.ts";
import { makeEvent, notSignedIn, publishEvent, signedIn, signIn } from "./console.ts";
import { eventByApi } from "./event-by-api.ts";
import { listEvents, signUpByJson, until } from "./sign-ups.ts";

const origin = inject("origin");
const mailboxOrigin = inject("mailboxOrigin");
const address = (word: string) => `${word}-${randomUUID()}@example.org`;

describe("the console's path", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** The state that the roster shows for somebody. */
  const stateOf = (page: Page, name: string) =>
    page
      .getByRole("row", { name: new RegExp(name) })
      .first()
      .innerText();

  it("goes from sign-in to a promoted waitlister, and the roster follows by itself", async () => {
    await withPage(
      browser,
      desk,
      async (page) => {
        await signIn(page, origin, "demo-director");
        const title = `Browser test ${randomUUID().slice(0, 8)}`;
        await makeEvent(page, { title, seats: 1, mayWait: 5 });
        await publishEvent(page);
        const event = (await listEvents(origin)).find((found) => found.title === title);
        const session = event?.sessions[0];
        expect(session, "the public sees it").toMatchObject({ capacity: 1, remaining: 1, signUps: "open" });

        await page.getByRole("link", { name: /^Roster/ }).click();
        await page.getByRole("region", { name: "Seats" }).waitFor();

        // The public comes, while the office looks on without touching anything.
        const [first, second] = [address("first"), address("second")];
        const taken = await signUpByJson(origin, session?.id ?? "", { name: "First Example", email: first });
        expect(taken).toMatchObject({ status: 201, body: { state: "confirmed" } });
        const waits = await signUpByJson(origin, session?.id ?? "", { name: "Second Example", email: second });
        expect(waits).toMatchObject({ status: 201, body: { state: "waitlisted", place: 1 } });
        // Asked for every second and a half; how soon it shows is measured by `pnpm bench console`.
        await expect.poll(() => stateOf(page, "Second Example")).toMatch(/in line/i);
        await expect.poll(() => stateOf(page, "First Example")).toMatch(/Confirmed/i);

        await page.getByRole("button", { name: "More for First Example" }).click();
        await page.getByRole("menuitem", { name: "Withdraw for them" }).click();
        await page.getByRole("button", { name: "Do it now" }).click();
        await expect.poll(() => stateOf(page, "Second Example")).toMatch(/Confirmed/i);

        // Each of the two is told, once.
        const manage = await fetch(waits.body.manageUrl);
        expect(await manage.text()).toMatch(/<h1[^>]*>Confirmed\b/);
        const mails = await until(
          "a mail to the promoted",
          async () => (await fetch(`${mailboxOrigin}/store`)).text(),
          (text) => text.includes(second) && text.includes(first),
        );
        expect(mails).toContain(second);
      },
      [notSignedIn],
    );
  });

  it("shows the second of two clerks what the first did, and lets nobody decide on what is gone", async () => {
    const state = await signedIn(browser, origin, "demo-director");
    await withPage(browser, { ...desk, storageState: state }, async (first) => {
      const title = `Two clerks ${randomUUID().slice(0, 8)}`;
      const { id } = await eventByApi(first, origin, { title, startInHours: [240], isDraft: true });
      await first.goto(`${origin}/admin/events/${id}`);
      await withPage(
        browser,
        { ...desk, storageState: await signedIn(browser, origin, "demo-coordinator") },
        async (second) => {
          await second.goto(`${first.url()}/edit`);
          await second.getByRole("textbox", { name: /^Description/ }).fill("What the second clerk wrote.");
          await first.getByRole("link", { name: "Edit" }).click();
          await first.getByRole("textbox", { name: /^Description/ }).fill("What the first clerk wrote.");
          await first.getByRole("button", { name: "Save" }).click();
          await first.getByRole("heading", { level: 1, name: title }).waitFor();
          await second.getByRole("button", { name: "Save" }).click();
          await expect.poll(() => second.getByRole("dialog").innerText()).toContain("What the first clerk wrote.");
        },
        [/status of 409/],
      );
    });
  });

  it("lets a viewer count and not read", async () => {
    await withPage(browser, { ...phone, storageState: await signedIn(browser, origin, "demo-viewer") }, async (page) => {
      const event = (await listEvents(origin)).find(({ sessions }) => sessions.some(({ remaining, capacity }) => remaining < capacity));
      await page.goto(`${origin}/admin/sessions/${event?.sessions.find(({ remaining, capacity }) => remaining < capacity)?.id}`);
      await page.getByRole("region", { name: "Seats" }).waitFor();
      await page.locator("main").getByText("You see counts only").first().waitFor();
      expect(await page.content()).not.toContain("@example.org");
      expect(await page.getByRole("button", { name: /Add a person|Change capacity|More for/ }).count()).toBe(0);
      expect(await overflow(page)).toBe(0);
    });
  });

  it("is closed without a session: 401 before anything else, and the way back to where one was going", async () => {
    for (const path of ["/api/admin/me", "/api/admin/events", "/api/admin/sessions/no-such-session/roster", "/api/admin/no-such-route"]) {
      expect((await fetch(`${origin}${path}`)).status, path).toBe(401);
    }
    await withPage(
      browser,
      desk,
      async (page) => {
        await page.goto(`${origin}/admin/events?status=published`);
        await page.getByRole("link", { name: "Sign in" }).click();
        await page.locator('button[value="demo-coordinator"]').click();
        await page.getByRole("heading", { level: 1 }).waitFor();
        await expect.poll(() => page.url()).toContain("/admin/events?status=published");
      },
      [notSignedIn],
    );
  });
});
