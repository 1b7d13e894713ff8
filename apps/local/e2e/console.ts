import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { withPage } from "./browser.ts";

/** What Chromium writes when the console first asks who is there, and nobody is. */
export const notSignedIn = /Failed to load resource: the server responded with a status of 401/;

export type Subject = "demo-director" | "demo-coordinator" | "demo-chair" | "demo-school" | "demo-viewer";

/** From the console's door through the local provider's page, as a clerk goes. */
export async function signIn(page: Page, origin: string, subject: Subject): Promise<void> {
  await page.goto(`${origin}/admin`);
  await page
    .getByRole("link", { name: "Sign in" })
    .or(page.getByRole("button", { name: "Sign in" }))
    .click();
  await page.locator(`button[value="${subject}"]`).click();
  await page.getByRole("heading", { level: 1, name: /^(Today|Events)$/ }).waitFor();
}

/** What a signed-in browser holds, so that many pages need one sign-in. */
export const signedIn = (browser: Browser, origin: string, subject: Subject): Promise<NonNullable<BrowserContextOptions["storageState"]>> =>
  withPage(
    browser,
    {},
    async (page) => {
      await signIn(page, origin, subject);
      return page.context().storageState();
    },
    [notSignedIn],
  );

const choose = async (page: Page, label: string, option: string) => {
  const field = page
    .getByRole("combobox", { name: label, exact: true })
    .or(page.getByRole("textbox", { name: label, exact: true }))
    .first();
  await field.click();
  await page.getByRole("option", { name: option, exact: true }).click();
  await expect.poll(() => field.inputValue()).toBe(option);
};

/** Days from now as the console's fields take them. */
export const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Lets go of what was kept of a form: of a new event by another test of the same person, say. */
export async function dropKept(page: Page): Promise<void> {
  const drop = page.getByRole("button", { name: "Drop it" });
  if ((await drop.count()) === 0) return;
  await drop.click();
  await drop.waitFor({ state: "hidden" });
}

export interface Wanted {
  title: string;
  seats: number;
  mayWait: number;
}

/** Fills in and saves the form of a new event, online, with one session. Ends on the event's page. */
export async function makeEvent(page: Page, { title, seats, mayWait }: Wanted): Promise<void> {
  await page.getByRole("link", { name: "New event" }).first().click();
  await page.getByRole("heading", { level: 1, name: "New event" }).waitFor();
  await dropKept(page);
  await page.getByLabel("Title").fill(title);
  await choose(page, "Activity type", "Career Day");
  // What a career day needs before it can be published.
  for (const [label, count] of [
    ["Firms", "12"],
    ["Groups of students", "6"],
    ["Minutes with each speaker", "20"],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(count);
  await page.getByRole("textbox", { name: /^Description/ }).fill("Made by a browser test: a small session that fills at once.");
  await choose(page, "Takes place", "Online");
  await page.getByLabel("Sign-ups open").fill(`${dayFromNow(-1)}T08:00`);
  await page.getByLabel("Sign-ups close").fill(`${dayFromNow(9)}T18:00`);
  if ((await page.getByLabel("Seats").count()) === 0) await page.getByRole("button", { name: "Add a session" }).click();
  await page.getByLabel(/^Date/).fill(dayFromNow(10));
  await page.getByLabel("Starts").fill("09:00");
  await page.getByLabel(/^Ends(?! on)/).fill("11:00");
  await page.getByLabel("Seats").fill(String(seats));
  await page.getByLabel("Largest party").fill("1");
  await page.getByLabel(/^(Parties that may wait|Waiting list)/).fill(String(mayWait));
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Publishes the event whose page this is, and waits until the server has done it: the page shows it before. */
export async function publishEvent(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await page.getByText("The event is published.").first().waitFor();
  await page
    .getByRole("link", { name: /\/events\// })
    .first()
    .waitFor();
}
