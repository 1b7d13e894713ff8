import { randomUUID } from "node:crypto";
import { dialog, type Screen } from "./screen.ts";

/** A session's roster and what is done from it. */
export const signUpScreens: Screen[] = [
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
];
