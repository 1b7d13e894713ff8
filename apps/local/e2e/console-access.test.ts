import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk, openBrowser, tabTo, withPage } from "./browser.ts";
import { notSignedIn, signedIn } from "./console.ts";

const origin = inject("origin");

/** A line of a menu, by its keyboard: the button, then down to it. */
async function pickFrom(page: Page, button: string | RegExp, line: string): Promise<void> {
  await tabTo(page, page.getByRole("button", { name: button }));
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: line });
  await item.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitem");
  for (let presses = 0; presses < 8; presses++) {
    if (await item.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label });
  await tabTo(page, field);
  await page.keyboard.press("ArrowDown");
  const option = page.getByRole("option", { name: text });
  await option.waitFor();
  for (let presses = 0; presses < 12; presses++) {
    const active = await field.getAttribute("aria-activedescendant");
    if (active && (await option.getAttribute("id")) === active) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
}

describe("a director's morning with the keyboard alone", () => {
  let browser: Browser;
  let director: NonNullable<BrowserContextOptions["storageState"]>;
  let viewer: NonNullable<BrowserContextOptions["storageState"]>;
  beforeAll(async () => {
    browser = await openBrowser();
    [director, viewer] = [await signedIn(browser, origin, "demo-director"), await signedIn(browser, origin, "demo-viewer")];
  });
  afterAll(() => browser.close());

  it("gives a role, sees it take hold, ends it, signs somebody out, and takes the record of it all out as a file", async () => {
    await withPage(
      browser,
      { ...desk, storageState: director, acceptDownloads: true },
      async (page) => {
        await page.goto(`${origin}/admin/access`);
        await page.getByText("5 people").waitFor();

        await pickFrom(page, "More for Vic Example", "Give a role");
        await page.getByRole("dialog").waitFor();
        await choose(page, "Role", "Commission chair");
        await choose(page, "Where it holds", "Information Technology");
        await page.keyboard.press("Enter");
        // First what is gone again after some seconds.
        await page.getByText("Vic Example is commission chair now.").waitFor();
        await page.getByRole("button", { name: "Change Commission chair, Information Technology, of Vic Example" }).waitFor();

        await withPage(browser, { ...desk, storageState: viewer }, async (theirs) => {
          await theirs.goto(`${origin}/admin/events`);
          await theirs.getByRole("link", { name: "New event" }).first().waitFor();
        });

        await pickFrom(page, /^Change Commission chair, .* of Vic/, "End this role");
        await tabTo(page, page.getByRole("button", { name: "End the role" }));
        await page.keyboard.press("Enter");
        await page.getByRole("button", { name: /^Change Commission chair, .* of Vic/ }).waitFor({ state: "detached" });

        await pickFrom(page, "More for Vic Example", "Sign out everywhere");
        await tabTo(page, page.getByRole("button", { name: "Sign out everywhere" }));
        await page.keyboard.press("Enter");
        await page.getByText("Vic Example is signed out everywhere.").waitFor();
        await withPage(
          browser,
          { ...desk, storageState: viewer },
          async (theirs) => {
            await theirs.goto(`${origin}/admin/events`);
            await theirs.getByRole("heading", { name: "Sign in to the console" }).waitFor();
          },
          [notSignedIn],
        );

        await pickFrom(page, "More for Vic Example", "How their access changed");
        await page.getByRole("heading", { level: 1, name: "Audit log" }).waitFor();
        for (const said of ["Signed out everywhere", "Ended a role"]) await page.getByText(said).filter({ visible: true }).first().waitFor();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          tabTo(page, page.getByRole("button", { name: "Export as CSV" })).then(() => page.keyboard.press("Enter")),
        ]);
        const file = readFileSync((await download.path()) ?? "", "utf8");
        expect(download.suggestedFilename()).toMatch(/^changes-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/);
        const operations = file
          .split("\r\n")
          .slice(1, 4)
          .map((line) => [line.split(",")[2], line.split(",")[3]]);
        expect(operations).toEqual([
          ["Dana Example", "session.end_all"],
          ["Dana Example", "grant.take"],
          ["Dana Example", "grant.give"],
        ]);
        await page.goto(`${origin}/admin/audit?op=audit`);
        await page.getByText("Took this log out as a file").filter({ visible: true }).first().waitFor();
      },
      [notSignedIn],
    );
  });
});
