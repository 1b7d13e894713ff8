import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { violationsOn } from "./accessibility.ts";
import { desk, openBrowser, overflow, phone, tabTo, withPage } from "./browser.ts";
import { signedIn } from "./console.ts";
import { eventByApi } from "./event-by-api.ts";
import { signUpByJson } from "./sign-ups.ts";

const origin = inject("origin");
const names = ["Ann Example", "Ben Example", "Cat Example"];

/** An event whose sign-ups the office decides on, with these people. Ends on its roster; returns its session's id. */
async function rosterOf(page: Page, people: readonly string[]): Promise<string> {
  const title = `Roster test ${randomUUID().slice(0, 8)}`;
  const event = await eventByApi(page, origin, { title, startInHours: [240], seats: 2, needsApproval: true });
  const sessionId = event.sessionIds[0] ?? "";
  for (const name of people) {
    const taken = await signUpByJson(origin, sessionId, { name, email: `${randomUUID()}@example.org` });
    expect(taken.status).toBe(201);
  }
  await page.goto(`${origin}/admin/sessions/${sessionId}`);
  // Everybody who signed up, and the seats over them: what comes later would move the rows.
  for (const name of people) await page.getByRole("row", { name: new RegExp(name) }).waitFor();
  await page.getByRole("region", { name: "Seats" }).waitFor();
  return sessionId;
}

const stateOf = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) }).innerText();

describe("a roster in the browser", () => {
  let browser: Browser;
  let storageState: NonNullable<BrowserContextOptions["storageState"]>;
  beforeAll(async () => {
    browser = await openBrowser();
    storageState = await signedIn(browser, origin, "demo-director");
  });
  afterAll(() => browser.close());

  it("decides on many by keyboard after showing who is told what, takes it back within its grace, and tells each outcome", async () => {
    await withPage(browser, { ...desk, storageState }, async (page) => {
      await rosterOf(page, names);
      const press = async (name: string | RegExp, key = "Enter") => {
        await tabTo(page, page.getByRole("button", { name }).last());
        await page.keyboard.press(key);
      };
      await tabTo(page, page.getByRole("checkbox", { name: /^Choose all/ }));
      await page.keyboard.press("Space");
      const bar = page.getByRole("region", { name: "Chosen people" });
      await bar.getByText("3 chosen").waitFor();
      await press("Approve 2");
      const dialog = page.getByRole("dialog");
      await dialog.getByText("2 people get this mail").waitFor();
      await expect.poll(() => dialog.innerText()).toContain("Ann Example");
      await expect.poll(() => dialog.innerText()).toMatch(/Confirmed: Roster test/);
      await press(/^Approve 2$/);
      // Within the grace nothing is changed; the focus is on what takes it back.
      await bar.getByText(/Nothing is changed and nobody is told until then/).waitFor();
      await page.keyboard.press("Enter");
      await bar.getByText("3 chosen").waitFor();
      expect(await stateOf(page, "Ann Example")).toMatch(/to decide/i);

      await press("Decline 3");
      await dialog.getByText("3 people get this mail").waitFor();
      await press(/^Decline 3$/);
      await press("Do it now");
      await expect.poll(async () => (await page.getByRole("status").allInnerTexts()).join(" ")).toMatch(/0 sign-ups|0 of 3/);
      await page.getByText("Ended 3").first().click();
      await expect.poll(() => stateOf(page, "Cat Example")).toMatch(/Declined/);
    });
  });

  it("keeps each row where it is while somebody points at it: who is new waits until asked for", async () => {
    await withPage(browser, { ...desk, storageState }, async (page) => {
      const sessionId = await rosterOf(page, names);
      const row = page.getByRole("row", { name: /Ben Example/ });
      await row.hover();
      const before = await row.boundingBox();
      await signUpByJson(origin, sessionId, { name: "Dan Example", email: `${randomUUID()}@example.org` });
      await page.getByRole("button", { name: "1 new" }).waitFor();
      expect(await page.getByRole("row", { name: /Dan Example/ }).count()).toBe(0);
      expect(await row.boundingBox()).toEqual(before);
      await page.getByRole("button", { name: "1 new" }).click();
      await page.getByRole("row", { name: /Dan Example/ }).waitFor();
    });
  });

  it("prints a sign-in sheet and badges on Letter paper without the console around them, and takes files out whole", async () => {
    await withPage(browser, { ...desk, storageState }, async (page) => {
      const sessionId = await rosterOf(page, ["=Ann Example", "Cat Example"]);
      const taken = async (name: string) => {
        await page.getByRole("button", { name: "Export and print" }).click();
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name }).click()]);
        return readFileSync(await download.path(), "utf8");
      };
      expect(await taken("File with names and answers (CSV)")).toMatch(/^\uFEFFnumber,state,name,email[^\n]*\r\n(.*\r\n)*.*'=Ann Example/);
      expect(await taken("File without personal data (CSV)")).not.toMatch(/Example|example\.org/);
      await page.getByRole("checkbox", { name: /^Choose all/ }).check();
      await page.getByRole("button", { name: "Approve 2" }).click();
      await page.getByText("2 people get this mail").waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "Approve 2" }).click();
      await page.getByRole("button", { name: "Do it now" }).click();
      await page.getByText("Confirmed 2").first().waitFor();
      for (const [kind, pages] of [
        ["sheet", 1],
        ["badges", 1],
      ] as const) {
        await page.goto(`${origin}/admin/sessions/${sessionId}?print=${kind}`);
        await page.getByText("Cat Example").first().waitFor();
        expect(await violationsOn(page), kind).toEqual([]);
        await page.emulateMedia({ media: "print" });
        expect(await page.getByRole("button").filter({ visible: true }).count(), `${kind}: no button on paper`).toBe(0);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        // 8.5 by 11 inches, in points.
        expect(pdf).toMatch(/\/MediaBox \[0 0 612 792\]/);
        expect(pdf.match(/\/Type \/Page\b/g), kind).toHaveLength(pages);
        await page.emulateMedia({ media: "screen" });
        await page.setViewportSize(phone.viewport);
        expect(await overflow(page), `${kind} on a phone`).toBe(0);
        await page.setViewportSize(desk.viewport);
      }
    });
  });

  it("keeps a view under a name, and finds it again in another window", async () => {
    await withPage(browser, { ...desk, storageState }, async (page) => {
      const sessionId = await rosterOf(page, names);
      await page.goto(`${origin}/admin/sessions/${sessionId}?sort=-name&columns=party`);
      await page.getByRole("button", { name: "Views" }).click();
      const title = `By name ${randomUUID().slice(0, 6)}`;
      await page.getByLabel("Keep this view as").fill(title);
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: title, exact: true }).waitFor();
      await withPage(browser, { ...desk, storageState }, async (other) => {
        await other.goto(`${origin}/admin/sessions/${sessionId}`);
        await other.getByRole("button", { name: "Views" }).click();
        await other.getByRole("button", { name: title, exact: true }).click();
        await other.getByRole("columnheader", { name: "Party" }).waitFor();
        const shown = async () => (await other.getByRole("rowheader").allInnerTexts()).map((text) => text.split("\n")[0]);
        await expect.poll(shown).toEqual([...names].reverse());
        expect(new URL(other.url()).searchParams.get("sort")).toBe("-name");
        await other.getByRole("button", { name: "Views" }).click();
        await other.getByRole("button", { name: `Forget the view ${title}` }).click();
        await other.getByRole("button", { name: title, exact: true }).waitFor({ state: "hidden" });
      });
    });
  });

  it("tells a person's and the session's history with who did it, and what stood before and after", async () => {
    await withPage(browser, { ...desk, storageState }, async (page) => {
      await rosterOf(page, names);
      await page.getByRole("button", { name: "Approve Ann Example" }).click();
      await expect.poll(() => stateOf(page, "Ann Example")).toMatch(/Confirmed/);
      await page.getByRole("button", { name: "Ann Example", exact: true }).click();
      const drawer = page.getByRole("dialog", { name: "Ann Example" });
      await drawer.getByText("Approved", { exact: true }).waitFor();
      await expect.poll(() => drawer.innerText()).toMatch(/Approved\s+Dana Example, [\s\S]*State: Held, to decide → Confirmed/);
      expect(await violationsOn(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await drawer.waitFor({ state: "hidden" });
      await page.getByRole("button", { name: "Export and print" }).click();
      await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "File with names and answers (CSV)" }).click()]);
      await page.getByRole("button", { name: "History" }).click();
      const history = page.getByRole("dialog", { name: "History" });
      await history.getByText("File with names taken out").waitFor();
      await history.getByText("Event published").last().waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.setViewportSize(phone.viewport);
      await expect.poll(() => overflow(page)).toBe(0);
    });
  });

  it("has nothing that axe finds and fits, light on a desk and dark on a phone: choosing, the preview, the grace, a person, columns, views", async () => {
    await withPage(browser, { ...desk, storageState, colorScheme: "light", reducedMotion: "reduce" }, async (page) => {
      await rosterOf(page, names);
      const faults: string[] = [];
      const look = async (state: string) => {
        for (const kind of ["light, on a desk", "dark, on a phone"] as const) {
          const isPhone = kind.startsWith("dark");
          await page.emulateMedia({ colorScheme: isPhone ? "dark" : "light" });
          await page.setViewportSize(isPhone ? phone.viewport : desk.viewport);
          await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== "running"));
          const wide = await overflow(page);
          faults.push(...[...(await violationsOn(page)), ...(wide > 0 ? [`${wide} px too wide`] : [])].map((fault) => `${state}, ${kind}: ${fault}`));
        }
        await page.setViewportSize(desk.viewport);
      };
      for (const name of ["Columns", "Views"]) {
        await page.getByRole("button", { name, exact: true }).click();
        await page.getByRole("dialog").waitFor();
        await look(name);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
      }
      await page.getByRole("button", { name: "Ann Example", exact: true }).click();
      await page.getByRole("dialog", { name: "Ann Example" }).waitFor();
      await look("a person");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await page.getByRole("checkbox", { name: /^Choose all/ }).check();
      await look("choosing");
      await page.getByRole("button", { name: "Approve 2" }).click();
      await page.getByText("2 people get this mail").waitFor();
      await look("the preview");
      await page.getByRole("dialog").getByRole("button", { name: "Approve 2" }).click();
      await page.getByText(/Nothing is changed/).waitFor();
      const grace = await violationsOn(page);
      expect([...faults, ...grace]).toEqual([]);
    });
  });
});
