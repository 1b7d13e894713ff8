import { randomUUID } from "node:crypto";
import { dropKept } from "../console.ts";
import { dialog, type Screen } from "./screen.ts";

/** The list of events, an event and its editor. */
export const eventScreens: Screen[] = [
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
];
