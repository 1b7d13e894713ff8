import { randomUUID } from "node:crypto";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { atRest, violationsOn } from "./accessibility.ts";
import { desk, newContext, onPageOf, openBrowser, overflow, phone } from "./browser.ts";
import { dropKept, notSignedIn, type Subject, signedIn } from "./console.ts";
import { listEvents, type PublicSession } from "./sign-ups.ts";

const origin = inject("origin");
/** Chromium writes refused and failed requests into the console: some states are nothing but those. */
const refused = [notSignedIn, /status of 40[0349]/, /ERR_INTERNET_DISCONNECTED/, /Failed to fetch/, /^ApiProblem: event_unknown/];

interface Screen {
  name: string;
  /** EVENT, FULL, TO_DECIDE and TO_CHANGE stand for an event, its full session, a session with sign-ups to decide on, and its event. */
  path: string;
  /** Leads to the state that is looked at. */
  reach?: (page: Page) => Promise<unknown>;
  /** Said somewhere on the screen once it is there. */
  says: RegExp;
  /** In a window of its own: what it does there would be felt by the others. */
  isApart?: true;
}

const dialog = (page: Page) => page.getByRole("dialog").waitFor();

const proxyFacts = {
  programClusterId: "construction",
  commissionClusterIds: ["construction"],
  period: { from: "2025-09-01", to: "2026-08-31" },
  meetings: [{ heldOn: "2026-01-15", teachers: 2 }, {}],
  partnersAtReview: [
    { name: "Example Builders", kind: "industry" },
    { name: "Example Electric", kind: "industry" },
  ],
  commissionPartners: [],
};

/** Facts put into a question's form, as somebody does who has them from the command line. */
async function pasteFacts(page: Page, facts: object): Promise<void> {
  await page.getByRole("button", { name: "Paste JSON" }).click();
  await dialog(page);
  await page.getByRole("textbox", { name: "JSON" }).fill(JSON.stringify(facts));
  await page.getByRole("button", { name: "Take these facts" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

const directorScreens: Screen[] = [
  { name: "today", path: "/admin", says: /This week/ },
  { name: "the calendar", path: "/admin/calendar", says: /taken/ },
  { name: "the calendar, nothing in it", path: "/admin/calendar?on=2001-01-01", says: /Look at the next 30 days/ },
  { name: "the calendar, nothing that fits the filters", path: "/admin/calendar?on=2001-01-01&borough=bor_queens", says: /Clear the filters/ },
  { name: "the calendar by week", path: "/admin/calendar?view=week", says: /Nothing|taken/ },
  { name: "the calendar by month", path: "/admin/calendar?view=month", says: /Wed/ },
  { name: "events", path: "/admin/events", says: /\d+ events|The first \d+ events/ },
  { name: "events, none matches", path: `/admin/events?q=${randomUUID()}`, says: /No event matches/ },
  { name: "events, every column", path: "/admin/events?columns=when,where,seats,state,type,host,contact&sort=-host", says: /\d+ events/ },
  { name: "events, of long ago too", path: "/admin/events?all=true", says: /All events are looked through/ },
  {
    name: "events, by host",
    path: "/admin/events?status=draft,published",
    reach: (page) => page.getByRole("search", { name: "Events" }).getByRole("button", { name: "Host" }).click(),
    says: /Commissions/,
  },
  {
    name: "events, by dates",
    path: "/admin/events?when=school-year",
    reach: (page) =>
      page
        .getByRole("search", { name: "Events" })
        .getByRole("button", { name: /^Dates/ })
        .click(),
    says: /Events on any day of/,
  },
  {
    name: "events, kept views",
    path: "/admin/events",
    reach: (page) => page.getByRole("button", { name: "Views" }).click(),
    says: /Keep this view as/,
  },
  {
    name: "events, not loaded",
    path: "/admin/rules",
    isApart: true,
    reach: async (page) => {
      await page.route("**/api/admin/events**", (route) => route.abort("internetdisconnected"));
      await page.goto(page.url().replace(/\/admin\/.*$/, "/admin/events"));
    },
    says: /The events could not be loaded/,
  },
  {
    name: "events, none at all",
    path: "/admin/rules",
    isApart: true,
    reach: async (page) => {
      await page.route("**/api/admin/events?**", (route) => route.fulfill({ json: { items: [] } }));
      await page.route("**/api/admin/events/rows**", (route) =>
        route.fulfill({ json: { rows: [], gone: [], since: "0", from: "2024-11-26", hasMore: false } }),
      );
      await page.goto(page.url().replace(/\/admin\/.*$/, "/admin/events"));
    },
    says: /No events yet/,
  },
  { name: "the user's menu", path: "/admin/events", reach: (page) => page.getByRole("button", { name: /Dana Example/ }).click(), says: /Sign out/ },
  { name: "an event", path: "/admin/events/EVENT", says: /Public page/ },
  {
    name: "cancelling an event",
    path: "/admin/events/EVENT",
    reach: async (page) => {
      await page.getByRole("button", { name: "More for this event" }).click();
      await page.getByRole("menuitem", { name: "Cancel this event" }).click();
      await dialog(page);
    },
    says: /cannot be undone/,
  },
  { name: "editing an event", path: "/admin/events/EVENT/edit", says: /What it is/ },
  { name: "a new event", path: "/admin/events/new", says: /Saved as a draft/ },
  {
    name: "a new event with faults",
    path: "/admin/events/new",
    reach: (page) => page.getByRole("button", { name: "Save" }).click(),
    says: /things? keeps? this from being saved/,
  },
  {
    name: "repeating sessions",
    path: "/admin/events/EVENT/edit",
    reach: (page) => page.getByRole("button", { name: "Repeat" }).click(),
    says: /Times more/,
  },
  {
    name: "pasting rows, some of which cannot be read",
    path: "/admin/events/EVENT/edit",
    reach: async (page) => {
      await page.getByRole("button", { name: "Paste rows" }).click();
      await page.getByRole("textbox", { name: "Rows" }).fill("12/1/2027\t9:00 AM\t11:00 AM\t40\nsome day\t9:00");
    },
    says: /cannot be read/,
  },
  {
    name: "the page as people will see it",
    path: "/admin/events/EVENT/edit",
    reach: async (page) => {
      await page.getByRole("button", { name: "Preview", exact: true }).click();
      await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
    },
    says: /As people will see it/,
  },
  {
    name: "the mails of an event",
    path: "/admin/events/EVENT/edit",
    reach: async (page) => {
      await page.getByRole("button", { name: "Preview", exact: true }).click();
      await page.getByRole("tab", { name: "Mails" }).click();
      await page.getByRole("button", { name: /When a seat is theirs/ }).click();
    },
    says: /Hello/,
  },
  {
    name: "who hears of a change",
    path: "/admin/events/TO_CHANGE/edit",
    reach: async (page) => {
      await dropKept(page);
      await page.getByRole("button", { name: "Move", exact: true }).click();
      await page.getByRole("menuitem", { name: "A day later" }).click();
      await page.getByRole("button", { name: "Save changes" }).click();
    },
    says: /when you save:/,
  },
  {
    name: "the days of a series",
    path: "/admin/events/EVENT",
    reach: async (page) => {
      await page.getByRole("button", { name: "More for this event" }).click();
      await page.getByRole("menuitem", { name: "Make a series of it" }).click();
      await page.getByRole("list", { name: "Days of the series" }).waitFor();
    },
    says: /How many in all/,
  },
  {
    name: "cloning an event",
    path: "/admin/events/EVENT",
    reach: async (page) => {
      await page.getByRole("button", { name: "More for this event" }).click();
      await page.getByRole("menuitem", { name: "Clone this event" }).click();
    },
    says: /Days later/,
  },
  { name: "a roster", path: "/admin/sessions/FULL", says: /in line/ },
  { name: "a roster to decide on", path: "/admin/sessions/TO_DECIDE", says: /Approve/ },
  { name: "a roster, nobody found", path: `/admin/sessions/FULL?q=${randomUUID()}`, says: /0 of|No|nobody/i },
  {
    name: "adding a person, with faults",
    path: "/admin/sessions/FULL",
    reach: async (page) => {
      await page.getByRole("button", { name: "Add a person" }).click();
      await dialog(page);
      await page.getByRole("button", { name: "Add the person" }).click();
    },
    says: /Adults only/,
  },
  {
    name: "adding a list",
    path: "/admin/sessions/FULL",
    reach: async (page) => {
      await page.getByRole("button", { name: "Add a list" }).click();
      await dialog(page);
    },
    says: /Nothing is added yet/,
  },
  {
    name: "the columns of a list, one of which is lacking",
    path: "/admin/sessions/TO_DECIDE",
    reach: async (page) => {
      await page.getByRole("button", { name: "Add a list" }).click();
      await page.getByRole("textbox", { name: "List" }).fill("Name\tWhere from, in a heading of many words\tShoe size\nAnn Example\tAcme\t38");
      await page.getByRole("button", { name: "Read the list" }).click();
    },
    says: /No column is the e-mail address/,
  },
  {
    name: "adding a list, with faults",
    path: "/admin/sessions/TO_DECIDE",
    reach: async (page) => {
      await page.getByRole("button", { name: "Add a list" }).click();
      const list = "Name\tE-mail\tParty\tShoe size\nAnn Example\tnowhere\t1\t38\nBen Example\tben@example.org\t9\t\nCat Example\tben@example.org\t\t";
      await page.getByRole("textbox", { name: "List" }).fill(list);
      await page.getByRole("button", { name: "Read the list" }).click();
      await page.getByRole("button", { name: "Go on with 3 people" }).click();
    },
    says: /Stands in the list twice/,
  },
  {
    name: "writing to people",
    path: "/admin/sessions/FULL",
    reach: async (page) => {
      await page.getByRole("button", { name: "Messages" }).click();
      await page.getByRole("menuitem", { name: "Write to people" }).click();
      await dialog(page);
    },
    says: /get this mail/,
  },
  {
    name: "writing to people, with faults",
    path: "/admin/sessions/TO_DECIDE",
    reach: async (page) => {
      await page.getByRole("button", { name: "Messages" }).click();
      await page.getByRole("menuitem", { name: "Write to people" }).click();
      await page.getByText(/get this mail$/).waitFor();
      await page.getByRole("checkbox", { name: /^Confirmed/ }).uncheck();
      await page.getByRole("button", { name: /^Send/ }).last().click();
    },
    says: /Choose at least one/,
  },
  {
    name: "messages sent, none yet",
    path: "/admin/sessions/FULL",
    reach: async (page) => {
      await page.getByRole("button", { name: "Messages" }).click();
      await page.getByRole("menuitem", { name: "Messages sent" }).click();
    },
    says: /Nothing has been written/,
  },
  {
    name: "changing capacity",
    path: "/admin/sessions/FULL",
    reach: async (page) =>
      page
        .getByRole("button", { name: "Change capacity" })
        .click()
        .then(() => dialog(page)),
    says: /Seats/,
  },
  {
    name: "declining somebody",
    path: "/admin/sessions/TO_DECIDE",
    reach: async (page) => {
      await page
        .getByRole("row", { name: /Held, to decide/ })
        .getByRole("button", { name: /^More for/ })
        .first()
        .click();
      await page.getByRole("menuitem", { name: "Decline" }).click();
      await dialog(page);
    },
    says: /unless you undo it/,
  },
  {
    name: "search and actions",
    path: "/admin/events/EVENT",
    reach: async (page) => {
      await page.getByText("Public page").waitFor();
      await page.keyboard.press("ControlOrMeta+K");
      await page.getByRole("option", { name: "Edit this event" }).waitFor();
    },
    says: /Type to search the events/,
  },
  {
    name: "search and actions, events found",
    path: "/admin/events",
    reach: async (page) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("ControlOrMeta+K");
      await page.getByRole("combobox", { name: /^Search events, pages/ }).fill("e");
    },
    says: /\d+ found/,
  },
  {
    name: "search and actions, nothing found",
    path: "/admin/events",
    reach: async (page) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("ControlOrMeta+K");
      await page.getByRole("combobox", { name: /^Search events, pages/ }).fill(randomUUID());
    },
    says: /Nothing found/,
  },
  {
    name: "keyboard shortcuts",
    path: "/admin/events",
    reach: async (page) => {
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.keyboard.press("?");
      await dialog(page);
    },
    says: /Single-key shortcuts/,
  },
  { name: "rules", path: "/admin/rules", says: /\d+ rules in \d+ questions/ },
  { name: "rules, none matches", path: `/admin/rules?q=${randomUUID()}`, says: /No rule matches/ },
  { name: "rules of a day before any", path: "/admin/rules?on=1990-01-01", says: /not in force on that day/ },
  { name: "a question, nothing known", path: "/admin/rules/program-approval", says: /Not known: 0 of/ },
  {
    name: "a question, with facts, faults and what is not its own",
    path: "/admin/rules/commission-proxy",
    reach: (page) => pasteFacts(page, { ...proxyFacts, reviewersOnSelfStudyTeam: "none", meetings: "twice", horoscope: 1 }),
    says: /Must be a number/,
  },
  {
    name: "a question in Spanish, and what if",
    path: `/admin/rules/commission-proxy?language=es&against=2020-01-01#facts=${Buffer.from(JSON.stringify(proxyFacts)).toString("base64url")}`,
    reach: async (page) => {
      await page.getByRole("combobox", { name: "If this were otherwise" }).click();
      await page
        .getByRole("option", { name: /1, si no estuviera$/ })
        .first()
        .click();
    },
    says: /Take this over/,
  },
  {
    name: "pasting facts that cannot be read",
    path: "/admin/rules/clearance",
    reach: async (page) => {
      await page.getByRole("button", { name: "Paste JSON" }).click();
      await dialog(page);
      await page.getByRole("textbox", { name: "JSON" }).fill("{");
      await page.getByRole("button", { name: "Take these facts" }).click();
    },
    says: /This is no JSON/,
  },
  { name: "no such question", path: "/admin/rules/horoscope", says: /There is nothing here/ },
  { name: "commissions", path: "/admin/commissions", says: /\d+ commissions as of/ },
  { name: "commissions of a day before any", path: "/admin/commissions?on=1990-01-01", says: /No commission on that day/ },
  { name: "access", path: "/admin/access", says: /\d+ people/ },
  { name: "access, nobody found", path: `/admin/access?q=${randomUUID()}`, says: /Nobody matches/ },
  {
    name: "what may be done about a role",
    path: "/admin/access",
    reach: (page) => page.getByRole("button", { name: /^Change Viewer/ }).click(),
    says: /Change when it ends/,
  },
  {
    name: "inviting somebody, with faults",
    path: "/admin/access",
    reach: async (page) => {
      await page.getByRole("button", { name: "Invite somebody" }).click();
      await dialog(page);
      await page.getByRole("button", { name: "Invite", exact: true }).click();
    },
    says: /Choose where it holds/,
  },
  {
    name: "giving somebody a role",
    path: "/admin/access",
    reach: async (page) => {
      await page.getByRole("button", { name: "More for Vic Example" }).click();
      await page.getByRole("menuitem", { name: "Give a role" }).click();
      await dialog(page);
      await page.getByRole("combobox", { name: "Role" }).click();
      await page.getByRole("option", { name: "Commission chair" }).click();
    },
    says: /The events of a commission/,
  },
  {
    name: "when a role ends",
    path: "/admin/access",
    reach: async (page) => {
      await page.getByRole("button", { name: /^Change Viewer/ }).click();
      await page.getByRole("menuitem", { name: "Change when it ends" }).click();
      await dialog(page);
    },
    says: /holds until somebody ends it/,
  },
  {
    name: "ending the last director's role",
    path: "/admin/access",
    reach: async (page) => {
      await page.getByRole("button", { name: /^Change Director/ }).click();
      await page.getByRole("menuitem", { name: "End this role" }).click();
      await dialog(page);
      await page.getByRole("button", { name: "End the role" }).click();
    },
    says: /Nobody would be left/,
  },
  {
    name: "signing somebody out",
    path: "/admin/access",
    reach: async (page) => {
      await page.getByRole("button", { name: "More for Vic Example" }).click();
      await page.getByRole("menuitem", { name: "Sign out everywhere" }).click();
      await dialog(page);
    },
    says: /a lost laptop as well/,
  },
  { name: "who could see what, to choose", path: "/admin/access/could-see", says: /Choose somebody/ },
  { name: "who could see what", path: "/admin/access/could-see?of=cms_information-technology", says: /Who could see the events of/ },
  { name: "who could see what, nobody", path: "/admin/access/could-see?of=cms_information-technology&on=2020-01-01", says: /Nobody could see it/ },
  { name: "who could see what, of nothing", path: "/admin/access/could-see?of=cms_nowhere", says: /Nothing is known of it/ },
  { name: "audit log", path: "/admin/audit", says: /changes so far/ },
  { name: "audit log, of roles by the system", path: "/admin/audit?op=grant&by=system", says: /Gave a role/ },
  { name: "audit log, none matches", path: "/admin/audit?subject=evt_nothing", says: /No change matches/ },
  { name: "audit log, too long a span", path: "/admin/audit?from=2001-01-01", says: /too long a span/ },
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
