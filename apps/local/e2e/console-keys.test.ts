import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { violationsOn } from "./accessibility.ts";
import { desk, openBrowser, withPage } from "./browser.ts";
import { notSignedIn, signedIn } from "./console.ts";
import { listEvents, type PublicSession, signUpByJson } from "./sign-ups.ts";

const origin = inject("origin");
const withoutNetwork = [notSignedIn, /ERR_INTERNET_DISCONNECTED/, /Failed to fetch/];

describe("the console by keys, and without the network", () => {
  let browser: Browser;
  let director: Awaited<ReturnType<typeof signedIn>>;
  beforeAll(async () => {
    browser = await openBrowser();
    director = await signedIn(browser, origin, "demo-director");
  });
  afterAll(() => browser.close());

  const asDirector = (body: (page: Page) => Promise<void>, expected = [notSignedIn]) => withPage(browser, { ...desk, storageState: director }, body, expected);
  const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? "");
  const palette = (page: Page) => page.getByRole("combobox", { name: /Search events, pages/ });
  /** Letters that come before it has the focus are keys of the page. */
  const openPalette = async (page: Page, key = "ControlOrMeta+K") => {
    await page.keyboard.press(key);
    await expect.poll(() => palette(page).evaluate((field) => field === document.activeElement)).toBe(true);
  };

  /** A published event with one session, made as the console makes it; ends on its page. */
  async function published(page: Page, title: string): Promise<PublicSession> {
    await page.goto(`${origin}/admin/rules`);
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const event = {
      title,
      activityTypeId: "act_career-day",
      description: "Made by a browser test.",
      host: { kind: "office" },
      venue: { kind: "virtual", zone: "America/New_York", online: { joinUrl: "https://meet.example.org/keys" } },
      audience: "industry_partners",
      contact: { title: "Partnerships desk", email: "desk@example.org" },
      signUpWindow: { opensAt: day(-1), closesAt: day(9) },
      needsApproval: false,
      oneSessionPerPerson: false,
      details: { firms: 3, groups: 2, minutesPerRotation: 20 },
      questions: [],
      sessions: [{ startsAt: day(10), endsAt: day(10.1), capacity: 5, partySizeLimit: 1, waitlistLimit: 0 }],
    };
    const eventId = await page.evaluate(
      async ({ json, key }) => {
        const send = async (path: string, body: unknown) => {
          const headers = { "content-type": "application/json", "x-requested-by": "console", "idempotency-key": key };
          const response = await fetch(`/api/admin/events${path}`, { method: "POST", headers, body: JSON.stringify(body) });
          if (!response.ok) throw new Error(await response.text());
          return response.json();
        };
        const made = await send("", json);
        await send(`/${made.event.id}/publish`, { version: made.event.version });
        return made.event.id as string;
      },
      { json: event, key: randomUUID() },
    );
    await page.goto(`${origin}/admin/events/${eventId}`);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    const session = (await listEvents(origin)).find((found) => found.title === title)?.sessions[0];
    if (!session) throw new Error("the public does not see it");
    return session;
  }

  it("finds an event by its title and what can be done there, and keeps the focus where it was", async () => {
    await asDirector(async (page) => {
      await page.goto(`${origin}/admin/rules`);
      await page.getByRole("heading", { level: 1, name: "Rules" }).waitFor();
      await page.getByRole("button", { name: "Search and actions" }).focus();
      await openPalette(page, "Enter");
      await page.keyboard.type("robotics");
      const found = page.getByRole("option", { name: /Workplace Tour: Example Robotics/ });
      await found.waitFor();
      await page.getByRole("status").filter({ hasText: "1 found" }).waitFor();
      await expect.poll(() => found.getAttribute("aria-selected")).toBe("true");
      const id = await found.getAttribute("id");
      await expect.poll(() => palette(page).getAttribute("aria-activedescendant"), { message: "told to who hears it" }).toBe(id);
      await page.keyboard.press("Escape");
      await palette(page).waitFor({ state: "hidden" });
      await expect.poll(() => focused(page)).toContain("Search and actions");

      await openPalette(page);
      await page.keyboard.type("robotics");
      await found.waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Workplace Tour: Example Robotics" }).waitFor();

      await openPalette(page);
      await page.keyboard.type("edit");
      await page.getByRole("option", { name: "Edit this event" }).waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/edit$/);
    });
  });

  it("goes by keys, never while somebody types, and not at all once they are switched off", async () => {
    await asDirector(async (page) => {
      await page.goto(`${origin}/admin/rules`);
      await page.getByRole("heading", { level: 1, name: "Rules" }).waitFor();
      await page.keyboard.press("g");
      await page.keyboard.press("e");
      await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
      const search = page.getByRole("searchbox");
      await search.waitFor();
      await page.keyboard.press("/");
      await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
      await page.keyboard.type("gen?");
      await expect.poll(() => search.inputValue()).toBe("gen?");
      expect(new URL(page.url()).pathname, "letters are letters").toBe("/admin/events");
      await page.getByRole("heading", { level: 1 }).focus();

      await page.keyboard.press("?");
      const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
      await list.getByText("New event").waitFor();
      await list.getByRole("switch", { name: /Single-key/ }).press("Space");
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "hidden" });
      await page.reload();
      await page.getByRole("heading", { level: 1, name: "Events" }).focus();
      await page.keyboard.press("n");
      await openPalette(page);
      expect(new URL(page.url()).pathname, "off, and off after coming back").toBe("/admin/events");
      await page.keyboard.type("switch single-key");
      await page.getByRole("option", { name: /shortcuts on/ }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByText("Single-key shortcuts are on.").waitFor();
      await page.keyboard.press("n");
      await page.getByRole("heading", { level: 1, name: "New event" }).waitFor();
    });
  });

  it("goes down and up a roster and opens a person, and takes no field of a form for a row of a list", async () => {
    await asDirector(async (page) => {
      const session = await published(page, `Keys ${randomUUID().slice(0, 8)}`);
      for (const name of ["Rosa Example", "Ken Example"]) await signUpByJson(origin, session.id, { name, email: `${randomUUID()}@example.org` });
      await page.getByRole("link", { name: /^Roster/ }).click();
      await page.getByRole("row", { name: /Ken Example/ }).waitFor();
      const gone: string[] = [];
      for (const key of ["j", "j", "j", "k"]) {
        await page.keyboard.press(key);
        gone.push(await focused(page));
      }
      expect(gone, "and no further than the last").toEqual(["Rosa Example", "Ken Example", "Ken Example", "Rosa Example"]);
      await page.keyboard.press("Enter");
      await page.getByRole("dialog", { name: "Rosa Example" }).waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => focused(page)).toBe("Rosa Example");

      await page
        .locator("main")
        .getByRole("link", { name: /^Keys / })
        .click();
      await page.getByRole("link", { name: "Edit" }).click();
      await page.getByLabel(/^Seats, session 1/).waitFor();
      const heading = page.getByRole("heading", { level: 1 });
      await heading.focus();
      await page.keyboard.press("j");
      expect(await heading.evaluate((element) => element === document.activeElement), "fields are gone to by Tab").toBe(true);
    });
  });

  it("shows a step at once and takes it back by a key, and without the network says what stands and sends it again by one press", async () => {
    await asDirector(async (page) => {
      const title = `Keys ${randomUUID().slice(0, 8)}`;
      await published(page, title);
      const status = async () => (await listEvents(origin)).find((event) => event.title === title)?.sessions[0]?.signUps;
      const mark = (word: string) => page.locator("header, main").getByText(word, { exact: true }).first().waitFor();
      await page.getByRole("button", { name: "More for this event" }).click();
      await page.getByRole("menuitem", { name: "Close sign-ups" }).click();
      await mark("Sign-ups closed");
      await page.getByRole("button", { name: /^Undo/ }).waitFor();
      await expect.poll(status).toBe("closed");
      await page.keyboard.press("z");
      await mark("Published");
      await expect.poll(status).toBe("open");

      await page.context().setOffline(true);
      await page.getByText(/What you see is as it stood at/).waitFor();
      await page.getByRole("button", { name: "More for this event" }).click();
      await page.getByRole("menuitem", { name: "Close sign-ups" }).click();
      const refused = page.getByRole("alert").filter({ hasText: "Sign-ups were not closed: it stands as “Published”" });
      await refused.waitFor();
      await mark("Published");
      await page.context().setOffline(false);
      await page.getByText(/What you see is as it stood at/).waitFor({ state: "hidden" });
      await refused.getByRole("button", { name: "Try again" }).click();
      await mark("Sign-ups closed");
      await expect.poll(status).toBe("closed");
    }, withoutNetwork);
  });

  it("holds a withdrawal back: taken back it never was, and what is typed offline is not lost", async () => {
    await asDirector(async (page) => {
      const title = `Keys ${randomUUID().slice(0, 8)}`;
      const session = await published(page, title);
      await signUpByJson(origin, session.id, { name: "Rosa Example", email: `rosa-${randomUUID()}@example.org` });
      await page.getByRole("link", { name: /^Roster/ }).click();
      const row = page.getByRole("row", { name: /Rosa Example/ });
      await row.waitFor();
      const withdraw = async () => {
        await row.getByRole("button", { name: "More for Rosa Example" }).click();
        await page.getByRole("menuitem", { name: "Withdraw for them" }).click();
        await row.getByText("Withdrawn").waitFor();
      };
      const confirmed = () =>
        page
          .getByRole("region", { name: "Seats" })
          .getByText("1 people")
          .or(page.locator("dd", { hasText: /^1 people/ }))
          .count();
      await withdraw();
      await page.getByRole("button", { name: /^Undo/ }).click();
      await row.getByText("Confirmed").waitFor();
      await expect.poll(confirmed).toBeGreaterThan(0);

      await page.getByRole("button", { name: "Change capacity" }).click();
      await page.getByLabel("Seats", { exact: false }).last().fill("7");
      await page.context().setOffline(true);
      await page.getByRole("dialog").getByRole("button", { name: "Change capacity" }).click();
      await page.getByRole("dialog").getByRole("alert").waitFor();
      expect(await page.getByRole("dialog").getByLabel("Seats").inputValue(), "nothing typed is lost").toBe("7");
      await page.context().setOffline(false);
      await page.getByRole("dialog").getByRole("button", { name: "Change capacity" }).click();
      await page.getByText("The session has 7 seats now.").waitFor();

      await withdraw();
      const told = page.getByText("The sign-up of Rosa Example is withdrawn.", { exact: true }).waitFor();
      expect(await violationsOn(page), "while it is held back").toEqual([]);
      // It is held back for ten seconds: on a slow machine they may be over by now.
      const now = page.getByRole("button", { name: "Do it now" });
      if (await now.isVisible()) await now.click({ timeout: 2000 }).catch(() => undefined);
      await told;
      await expect.poll(confirmed).toBe(0);
    }, withoutNetwork);
  });
});
