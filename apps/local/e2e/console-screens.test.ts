import { randomUUID } from "node:crypto";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { violationsOn } from "./accessibility.ts";
import { desk, openBrowser, overflow, phone, withPage } from "./browser.ts";
import { notSignedIn, signedIn } from "./console.ts";
import { listEvents } from "./sign-ups.ts";

const origin = inject("origin");
/** Chromium writes refused and failed requests into the console: some states are nothing but those. */
const refused = [notSignedIn, /status of 40[34]/, /ERR_INTERNET_DISCONNECTED/, /Failed to fetch/];

interface Screen {
  name: string;
  path: string;
  /** Leads to the state that is looked at. */
  reach?: (page: Page) => Promise<unknown>;
  /** Said somewhere on the screen once it is there. */
  says: RegExp;
}

const dialog = (page: Page) => page.getByRole("dialog").waitFor();

describe("each screen of the console", () => {
  let browser: Browser;
  let director: BrowserContextOptions["storageState"];
  let viewer: BrowserContextOptions["storageState"];
  let rosterPath: string;
  let approvalRosterPath: string;
  let eventId: string;

  beforeAll(async () => {
    browser = await openBrowser();
    [director, viewer] = [await signedIn(browser, origin, "demo-director"), await signedIn(browser, origin, "demo-viewer")];
    const events = await listEvents(origin);
    const full = events.find(({ sessions }) => sessions.some(({ remaining, waitlist, signUps }) => remaining === 0 && waitlist && signUps === "open"));
    const approval = events.find(({ title }) => title.startsWith("Mock Interviews")) ?? full;
    if (!full || !approval) throw new Error("the demonstration data hold no full session with a waitlist");
    eventId = full.id;
    rosterPath = `/admin/sessions/${full.sessions.find(({ remaining }) => remaining === 0)?.id}`;
    approvalRosterPath = `/admin/sessions/${approval.sessions[0]?.id}`;
  });
  afterAll(() => browser.close());

  const directorScreens = (): Screen[] => [
    { name: "events", path: "/admin/events", says: /\d+ events|The first \d+ events/ },
    { name: "events, none matches", path: `/admin/events?q=${randomUUID()}`, says: /No event matches/ },
    { name: "the user's menu", path: "/admin/events", reach: (page) => page.getByRole("button", { name: /Dana Example/ }).click(), says: /Sign out/ },
    { name: "an event", path: `/admin/events/${eventId}`, says: /Public page/ },
    {
      name: "cancelling an event",
      path: `/admin/events/${eventId}`,
      reach: async (page) => {
        await page.getByRole("button", { name: "More for this event" }).click();
        await page.getByRole("menuitem", { name: "Cancel this event" }).click();
        await dialog(page);
      },
      says: /cannot be undone/,
    },
    { name: "editing an event", path: `/admin/events/${eventId}/edit`, says: /What it is/ },
    { name: "a new event", path: "/admin/events/new", says: /Saved as a draft/ },
    {
      name: "a new event with faults",
      path: "/admin/events/new",
      reach: (page) => page.getByRole("button", { name: "Save" }).click(),
      says: /things? keeps? this from being saved/,
    },
    { name: "a roster", path: rosterPath, says: /in line/ },
    { name: "a roster to decide on", path: approvalRosterPath, says: /Approve/ },
    { name: "a roster, nobody found", path: `${rosterPath}?q=${randomUUID()}`, says: /0 of|No|nobody/i },
    {
      name: "adding a person, with faults",
      path: rosterPath,
      reach: async (page) => {
        await page.getByRole("button", { name: "Add a person" }).click();
        await dialog(page);
        await page.getByRole("button", { name: "Add the person" }).click();
      },
      says: /Adults only/,
    },
    {
      name: "changing capacity",
      path: rosterPath,
      reach: async (page) =>
        page
          .getByRole("button", { name: "Change capacity" })
          .click()
          .then(() => dialog(page)),
      says: /Seats/,
    },
    {
      name: "withdrawing for somebody",
      path: rosterPath,
      reach: async (page) => {
        await page
          .getByRole("button", { name: /^More for/ })
          .first()
          .click();
        await page.getByRole("menuitem", { name: "Withdraw for them" }).click();
        await dialog(page);
      },
      says: /Withdraw the sign-up/,
    },
    { name: "nothing there", path: "/admin/events/evt_00000000000000000000000000", says: /There is nothing here/ },
    {
      name: "no network",
      path: "/admin/events",
      reach: async (page) => {
        await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
        await page.context().setOffline(true);
      },
      says: /No network/,
    },
  ];
  const viewerScreens = (): Screen[] => [
    { name: "a roster, counts only", path: rosterPath, says: /You see counts only/ },
    { name: "forbidden", path: "/admin/events/new", says: /Your role does not/ },
  ];
  const strangerScreens: Screen[] = [
    { name: "signing in", path: "/admin/events", says: /Sign in to the console/ },
    { name: "signed out", path: "/admin/sign-in?reason=signed_out", says: /You are signed out/ },
  ];

  async function lookAt(screens: readonly Screen[], options: BrowserContextOptions): Promise<string[]> {
    const found: string[] = [];
    for (const { name, path, reach, says } of screens) {
      await withPage(
        browser,
        { ...options, reducedMotion: "reduce" },
        async (page) => {
          await page.goto(`${origin}${path}`);
          await page.getByRole("heading", { level: 1 }).first().waitFor();
          await reach?.(page);
          await page.getByText(says).filter({ visible: true }).first().waitFor();
          // What fades in is looked at when it is there: half-faded text has half its contrast.
          await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== "running"));
          found.push(...(await violationsOn(page)).map((violation) => `${name}: ${violation}`));
          if ((await overflow(page)) > 0) found.push(`${name}: wider than the screen`);
        },
        refused,
      );
    }
    return found;
  }

  it.each([
    ["light, on a desk", { ...desk, colorScheme: "light" }],
    ["dark, on a phone", { ...phone, colorScheme: "dark" }],
  ] as const)("has nothing that axe finds and fits the screen: %s", { timeout: 300_000 }, async (_look, options) => {
    const found = [
      ...(await lookAt(strangerScreens, options)),
      ...(await lookAt(directorScreens(), { ...options, ...(director ? { storageState: director } : {}) })),
      ...(await lookAt(viewerScreens(), { ...options, ...(viewer ? { storageState: viewer } : {}) })),
    ];
    expect(found).toEqual([]);
  });
});
