import { randomUUID } from "node:crypto";
import { dialog, type Screen } from "./screen.ts";

/** What is over every page: the search, and the keys. */
export const frameScreens: Screen[] = [
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
];
