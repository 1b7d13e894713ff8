import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { atRest, violationsOn } from "./accessibility.ts";
import { desk, newContext, onPageOf, openBrowser, overflow, phone } from "./browser.ts";
import { notSignedIn, type Subject, signedIn } from "./console.ts";
import { accessScreens } from "./screens/access-screens.ts";
import { calendarScreens } from "./screens/calendar-screens.ts";
import { eventScreens } from "./screens/event-screens.ts";
import { frameScreens } from "./screens/frame-screens.ts";
import { ruleScreens } from "./screens/rule-screens.ts";
import type { Screen } from "./screens/screen.ts";
import { signUpScreens } from "./screens/sign-up-screens.ts";
import { listEvents, type PublicSession } from "./sign-ups.ts";

const origin = inject("origin");
/** Chromium writes refused and failed requests into the console: some states are nothing but those. */
const refused = [notSignedIn, /status of 40[0349]/, /ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /^ApiProblem: event_unknown/];

const directorScreens: readonly Screen[] = [
  ...calendarScreens,
  ...eventScreens,
  ...signUpScreens,
  ...frameScreens,
  ...ruleScreens,
  ...accessScreens,
  { name: "nothing there", path: "/admin/events/evt_00000000000000000000000000", says: /There is nothing here/ },
  {
    name: "no network",
    path: "/admin/events",
    isApart: true,
    reach: async (page) => {
      await page.getByRole("heading", { level: 1, name: "Events" }).waitFor();
      await page.context().setOffline(true);
    },
    says: /No network/,
  },
];
const viewerScreens: Screen[] = [
  { name: "today, for whoever only looks", path: "/admin", says: /This week/ },
  { name: "the calendar, for whoever only looks", path: "/admin/calendar", says: /taken/ },
  { name: "a roster, counts only", path: "/admin/sessions/FULL", says: /You see counts only/ },
  { name: "rules, for whoever only looks", path: "/admin/rules?standing=advice", says: /\d+ rules in/ },
  { name: "forbidden", path: "/admin/events/new", says: /Your role does not/ },
  { name: "access, forbidden", path: "/admin/access", says: /Your role does not/ },
  { name: "who could see what, forbidden", path: "/admin/access/could-see", says: /Your role does not/ },
  { name: "audit log, forbidden", path: "/admin/audit", says: /Your role does not/ },
];
const strangerScreens: Screen[] = [
  { name: "signing in", path: "/admin/events", says: /Sign in to the console/ },
  { name: "signed out", path: "/admin/sign-in?reason=signed_out", says: /You are signed out/ },
];

const bothLooks = ["light, on a desk", "dark, on a phone"] as const;
type Look = (typeof bothLooks)[number];
/** axe takes a second a look, of two hundred: every other screen in the one, and the others in the other; `pnpm prove` looks twice. */
const looksAt = (index: number): readonly Look[] => (process.env.PROVE ? bothLooks : bothLooks.filter((_, look) => look === index % 2));

describe("each screen of the console, light on a desk and dark on a phone", () => {
  let browser: Browser;
  const states: Partial<Record<Subject, BrowserContextOptions["storageState"]>> = {};
  const places: Record<string, string> = {};

  beforeAll(async () => {
    browser = await openBrowser();
    for (const subject of ["demo-director", "demo-viewer"] as const) states[subject] = await signedIn(browser, origin, subject);
    const events = await listEvents(origin);
    const isFull = ({ remaining, waitlist, signUps }: PublicSession) => remaining === 0 && waitlist && signUps === "open";
    const full = events.find(({ sessions }) => sessions.some(isFull));
    const toDecide = events.find(({ title }) => title.startsWith("Mock Interviews"));
    Object.assign(places, { EVENT: full?.id, FULL: full?.sessions.find(isFull)?.id, TO_DECIDE: toDecide?.sessions[0]?.id, TO_CHANGE: toDecide?.id });
    expect(places, "the demonstration data").toEqual({
      EVENT: expect.any(String),
      FULL: expect.any(String),
      TO_DECIDE: expect.any(String),
      TO_CHANGE: expect.any(String),
    });
  });
  afterAll(() => browser.close());

  const openWindow = (subject: Subject | undefined): Promise<BrowserContext> => {
    const storageState = subject && states[subject];
    return newContext(browser, { ...desk, reducedMotion: "reduce", ...(storageState ? { storageState } : {}) });
  };
  /** One window for all screens of a person, so that the console is not loaded anew for each. */
  const windows = new Map<Subject | undefined, Promise<BrowserContext>>();
  const windowOf = (subject: Subject | undefined): Promise<BrowserContext> => {
    const open = windows.get(subject) ?? openWindow(subject);
    windows.set(subject, open);
    return open;
  };

  async function lookAt({ path, reach, says, isApart }: Screen, looks: readonly Look[], subject?: Subject): Promise<void> {
    const context = await (isApart ? openWindow(subject) : windowOf(subject));
    await onPageOf(
      context,
      async (page) => {
        await page.emulateMedia({ colorScheme: "light" });
        /** Its width always, and what axe finds where this look is looked at. */
        const faults = async (look: Look) => {
          await atRest(page);
          const wide = await overflow(page);
          const found = looks.includes(look) ? await violationsOn(page) : [];
          return [...found, ...(wide > 0 ? [`${wide} px wider than the screen`] : [])].map((fault) => `${look}: ${fault}`);
        };
        await page.goto(`${origin}${path.replace(/EVENT|FULL|TO_DECIDE|TO_CHANGE/, (place) => places[place] ?? place)}`);
        await page.getByRole("heading", { level: 1 }).first().waitFor();
        await reach?.(page);
        await page.getByText(says).filter({ visible: true }).first().waitFor();
        const light = await faults("light, on a desk");
        await page.emulateMedia({ colorScheme: "dark" });
        await page.setViewportSize(phone.viewport);
        expect([...light, ...(await faults("dark, on a phone"))]).toEqual([]);
      },
      refused,
    );
  }

  const shown = [
    ...strangerScreens.map((screen) => ({ screen, subject: undefined })),
    ...directorScreens.map((screen) => ({ screen, subject: "demo-director" as const })),
    ...viewerScreens.map((screen) => ({ screen, subject: "demo-viewer" as const })),
  ].map(({ screen, subject }, index) => [screen.name, { screen, subject, looks: looksAt(index) }] as const);
  it.concurrent.each(shown)("has nothing that axe finds and fits: %s", (_name, { screen, subject, looks }) => lookAt(screen, looks, subject));
});
