import { randomUUID } from "node:crypto";
import { dialog, type Screen } from "./screen.ts";

/** Access, who could see what, and the log of changes. */
export const accessScreens: Screen[] = [
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
];
