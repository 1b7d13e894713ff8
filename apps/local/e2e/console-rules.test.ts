import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk, openBrowser, phone, tabTo, withPage } from "./browser.ts";
import { signedIn } from "./console.ts";

const origin = inject("origin");

describe("a question of the rules", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const rule = (page: Page, title: string) => page.getByRole("region", { name: "What the rules say" }).getByRole("listitem").filter({ hasText: title }).first();
  const industry = "At least two industry partners";

  /** What one does with the field that has the focus after a partner was added: a name, and the first kind of the list. */
  async function describePartner(page: Page, name: string): Promise<void> {
    // A button has no value either: it is the field that is waited for.
    await expect.poll(() => page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.value)).toBe("");
    await page.keyboard.type(name);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "Industry" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  }

  it("is opened, filled in and answered by keyboard alone: not met with the reason, then one more fact, and met", async () => {
    await withPage(browser, { ...desk, storageState: await signedIn(browser, origin, "demo-coordinator") }, async (page) => {
      await page.goto(`${origin}/admin/events`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await tabTo(page, page.getByRole("link", { name: "Rules", exact: true }));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: "Rules" }).waitFor();
      await tabTo(page, page.getByRole("link", { name: "Try it: May the commission stand in" }));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: /May the commission stand in/ }).waitFor();
      await expect.poll(() => rule(page, industry).innerText()).toMatch(/Not known/);

      await tabTo(page, page.getByRole("button", { name: "Add one: Partners present at the external review" }));
      await page.keyboard.press("Enter");
      await describePartner(page, "Example Builders");
      await expect.poll(() => rule(page, industry).innerText()).toMatch(/Not met[\s\S]*1 of 2/);

      await tabTo(page, page.getByRole("button", { name: "Add another: Partners present at the external review" }));
      await page.keyboard.press("Enter");
      await describePartner(page, "Example Electric");
      await expect.poll(() => rule(page, industry).innerText()).toMatch(/^(?!.*Not met)[\s\S]*\bMet\b[\s\S]*2 of 2/);

      // A missing fact leads to its field.
      await tabTo(page, page.getByRole("button", { name: "Reviewers who were on the self-study team" }).first());
      await page.keyboard.press("Enter");
      const reviewers = page.getByLabel("Reviewers who were on the self-study team");
      await expect.poll(() => reviewers.evaluate((field) => field === document.activeElement)).toBe(true);
      await page.keyboard.type("0");
      await expect.poll(() => rule(page, "No reviewer was").innerText()).toMatch(/\bMet\b/);
    });
  });

  it("keeps its facts in the address alone, hands them to the command line, and says what is wrong beside the field", async () => {
    const state = await signedIn(browser, origin, "demo-viewer");
    const options = { ...phone, storageState: state, permissions: ["clipboard-read", "clipboard-write"] };
    await withPage(browser, options, async (page) => {
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(`${origin}/admin/rules/commission-proxy?on=2026-11-24`);
      await page.getByLabel("Reviewers who were on the self-study team").fill("3");
      await expect.poll(() => page.url()).toContain("#facts=");
      await page.reload();
      await expect.poll(() => rule(page, "No reviewer was").innerText()).toMatch(/Not met[\s\S]*3/);
      expect(asked.filter((url) => url.includes("facts"))).toEqual([]);

      const question = page.getByRole("heading", { level: 1 });
      await page.getByText("Español").click();
      await expect.poll(() => question.innerText()).toMatch(/^¿/);
      await expect.poll(() => question.getAttribute("lang")).toBe("es");
      await page.getByText("English", { exact: true }).click();
      await expect.poll(() => question.innerText()).toMatch(/^May the commission stand in/);

      await page.getByRole("button", { name: "Copy as JSON" }).click();
      await page.getByRole("button", { name: "Copied" }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(JSON.parse(copied)).toEqual({ subject: "commission-proxy", on: "2026-11-24", facts: { reviewersOnSelfStudyTeam: 3 } });

      await page.getByRole("button", { name: "Paste JSON" }).click();
      await page.getByRole("textbox", { name: "JSON" }).fill(copied.replace("3", "-1"));
      await page.getByRole("button", { name: "Take these facts" }).click();
      await expect.poll(() => page.getByLabel("Reviewers who were on the self-study team").getAttribute("aria-invalid")).toBe("true");
      await page.locator("main").getByText("Must be 0 or more").first().waitFor();
      await expect.poll(() => rule(page, "No reviewer was").innerText()).toMatch(/Not known/);
    });
  });
});
