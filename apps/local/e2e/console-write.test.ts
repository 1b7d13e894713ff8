import { randomUUID } from "node:crypto";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk, openBrowser, tabTo, withPage } from "./browser.ts";
import { signedIn } from "./console.ts";
import { eventByApi } from "./event-by-api.ts";

const origin = inject("origin");
const mailboxOrigin = inject("mailboxOrigin");

interface Kept {
  subject: string;
  replyTo: string[];
  destination: { to: string[] };
  body: { text: string; html: string };
}
const mailsWith = async (subject: string): Promise<Kept[]> =>
  ((await (await fetch(`${mailboxOrigin}/store`)).json()) as { emails: Kept[] }).emails.filter((mail) => mail.subject.includes(subject));

describe("a list of people and a message to them, in the browser", () => {
  let browser: Browser;
  let storageState: NonNullable<BrowserContextOptions["storageState"]>;
  beforeAll(async () => {
    browser = await openBrowser();
    storageState = await signedIn(browser, origin, "demo-director");
  });
  afterAll(() => browser.close());

  /** A published session of its own. Ends on its roster. */
  async function emptyRoster(page: Page, seats: number): Promise<void> {
    const title = `Message test ${randomUUID().slice(0, 8)}`;
    const event = await eventByApi(page, origin, { title, startInHours: [240], seats });
    await page.goto(`${origin}/admin/sessions/${event.sessionIds[0]}`);
    await page.getByRole("button", { name: "Add a list" }).waitFor();
  }
  const press = async (page: Page, name: string | RegExp, key: "Tab" | "Shift+Tab" = "Tab") => {
    await tabTo(page, page.getByRole("button", { name }).last(), key);
    await page.keyboard.press("Enter");
  };

  /** What is offered about messages, by keyboard. */
  async function choose(page: Page, name: string): Promise<void> {
    await press(page, "Messages", "Shift+Tab");
    const item = page.getByRole("menuitem", { name });
    await item.waitFor();
    await tabTo(page, item, "ArrowDown");
    await page.keyboard.press("Enter");
  }

  it("takes forty pasted people in by keyboard, mended where they were wrong, and writes to all who are confirmed, once, after a test and an undo", async () => {
    await withPage(browser, { ...desk, storageState }, async (page) => {
      await emptyRoster(page, 38);
      const run = randomUUID().slice(0, 8);
      const addresses = Array.from({ length: 40 }, (_, index) => `p${index}-${run}@example.org`);
      const lines = addresses.map((address, index) => `Person ${index} Example\t${index === 3 ? "nowhere" : address}\tExample Firm ${index}`);

      await press(page, "Add a list");
      const list = page.getByRole("textbox", { name: "List" });
      await list.waitFor();
      await expect.poll(() => list.evaluate((element) => element === document.activeElement)).toBe(true);
      // Headings that nobody thought of: the names are known by what stands there, the firms are said to be firms.
      await page.keyboard.insertText(`Full name\tE-mail address\tWhere from\n${lines.join("\n")}`);
      await press(page, "Read the list");
      const dialog = page.getByRole("dialog");
      const goOn = dialog.getByRole("button", { name: "Go on with 40 people" });
      await expect.poll(() => goOn.evaluate((element) => element === document.activeElement), { message: "everything that is needed was found" }).toBe(true);
      await tabTo(page, dialog.getByRole("combobox", { name: "Where from is" }), "Shift+Tab");
      await page.keyboard.press("O");
      await dialog.getByText("Person 0 Example; p0-").filter({ hasText: "Example Firm 0" }).waitFor();
      await press(page, "Go on with 40 people");
      await dialog.getByText("40 people understood. 1 row needs a look").waitFor();
      // The focus is where something is wrong.
      const wrong = dialog.getByRole("textbox", { name: "E-mail, row 4", exact: true });
      await expect.poll(() => wrong.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(addresses[3] ?? "");
      await dialog.getByText("Nothing stands in the way of any.").waitFor();
      await page.keyboard.press("ArrowDown");
      const next = dialog.getByRole("textbox", { name: "E-mail, row 5", exact: true });
      await expect.poll(() => next.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press("ControlOrMeta+Enter");
      await dialog.waitFor({ state: "hidden" });
      await page.getByText("38 people got a seat, 2 people got a place in line.").waitFor();
      await page.getByText("Confirmed 38").first().waitFor();

      await choose(page, "Write to people");
      await dialog.getByText("38 people get this mail").waitFor();
      const subject = `Doors ${run}`;
      await expect.poll(() => dialog.getByLabel("Subject").evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.type(subject);
      await page.keyboard.press("Tab");
      await page.keyboard.insertText("Please come by eight.\nThe plan is at https://example.org/plan.");
      await expect.poll(() => dialog.getByLabel("The mail").innerText()).toMatch(/Please come by eight\.[\s\S]*Event: +Message test/);
      await press(page, "Send me a test");
      await dialog.getByText("A test is on its way to dana@example.org.").waitFor();
      await press(page, "Send to 38 people");
      const bar = page.getByRole("region", { name: "Message" });
      await bar.getByText(/Nobody has got anything until then/).waitFor();
      // The focus is on what takes it back, and what was typed is still there.
      await page.keyboard.press("Enter");
      await expect.poll(() => dialog.getByLabel("Subject").inputValue()).toBe(subject);
      expect((await mailsWith(subject)).filter(({ destination }) => destination.to[0] !== "dana@example.org")).toEqual([]);
      await dialog.getByText("38 people get this mail").waitFor();
      await press(page, "Send to 38 people");
      await press(page, "Send now");
      await page.getByText("The message goes out to 38 people.").waitFor();

      await expect.poll(async () => (await mailsWith(subject)).length, { timeout: 60_000 }).toBe(39);
      const mails = await mailsWith(subject);
      const [test] = mails.filter(({ destination }) => destination.to.includes("dana@example.org"));
      expect(test?.subject).toBe(`Test: ${subject}`);
      const to = mails.filter((mail) => mail !== test).flatMap(({ destination }) => destination.to);
      expect(to.sort(), "the thirty-eight who are confirmed, each once").toEqual(addresses.slice(0, 38).sort());
      const [mail] = mails.filter(({ destination }) => destination.to.includes(addresses[3] ?? ""));
      expect(mail?.body.text).toMatch(/Hello Person 3 Example,\n\nPlease come by eight\.\nThe plan is at https:\/\/example\.org\/plan\.[\s\S]*\/manage\/\w/);
      expect(mail?.body.html).toContain('href="https://example.org/plan"');

      await choose(page, "Messages sent");
      await dialog.getByText("38 sent.", { exact: true }).waitFor();
      await expect.poll(() => dialog.innerText()).toMatch(new RegExp(`${subject}\\s+.*by Dana Example\\s+To 38 people: confirmed`));
      // What it says is asked for when it is opened, and not with the numbers that are followed.
      await tabTo(page, dialog.getByText("What it says"));
      await page.keyboard.press("Enter");
      await dialog.getByText("The plan is at https://example.org/plan.").waitFor();
    });
  });

  it("keeps what was pasted when the network goes, adds nobody twice when it is tried again, and leaves what is refused", async () => {
    await withPage(
      browser,
      { ...desk, storageState },
      async (page) => {
        await emptyRoster(page, 2);
        const run = randomUUID().slice(0, 8);
        await page.getByRole("button", { name: "Add a list" }).click();
        await page.getByRole("textbox", { name: "List" }).fill(["ann", "ben"].map((name) => `${name} Example <${name}-${run}@example.org>`).join(", "));
        await page.getByRole("button", { name: "Read the list" }).click();
        const dialog = page.getByRole("dialog");
        await dialog.getByText("Nothing stands in the way of any.").waitFor();
        // The answer is lost, and the people are in.
        await page.route("**/sign-ups/many", async (route) => {
          if (route.request().postData()?.includes("isPreview")) return route.continue();
          await route.fetch();
          return route.abort();
        });
        await dialog.getByRole("button", { name: "Add 2 people" }).click();
        await dialog.getByText("The server could not be reached").first().waitFor();
        await expect.poll(() => dialog.getByRole("textbox", { name: /^E-mail/ }).count()).toBe(2);
        await page.unroute("**/sign-ups/many");
        await dialog.getByRole("button", { name: "Add 2 people" }).click();
        await dialog.waitFor({ state: "hidden" });
        await page.getByText("2 people got a seat.").waitFor();
        await page.getByText("Confirmed 2").first().waitFor();

        await page.getByRole("button", { name: "Add a list" }).click();
        await page.getByRole("textbox", { name: "List" }).fill(`Ann Example,ann-${run}@example.org\nCat Example,cat-${run}@example.org`);
        await page.getByRole("button", { name: "Read the list" }).click();
        await page.getByRole("button", { name: "Go on with 2 people" }).click();
        await dialog.getByText("Has a sign-up at this session already.").waitFor();
        await dialog.getByRole("button", { name: "Add 1 person" }).click();
        await page.getByText("1 person got a place in line.").waitFor();
        await expect.poll(() => dialog.getByRole("textbox", { name: /^E-mail/ }).count(), { message: "what is refused stays" }).toBe(1);
        await dialog.getByRole("button", { name: "Remove row 1" }).click();
        await dialog.getByRole("button", { name: "Put the removed row back" }).click();
        await expect.poll(() => dialog.getByRole("textbox", { name: "E-mail, row 1" }).inputValue()).toBe(`ann-${run}@example.org`);
      },
      [/Failed to load resource|net::ERR_FAILED/],
    );
  });
});
