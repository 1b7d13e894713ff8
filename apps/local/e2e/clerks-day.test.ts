import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { desk, openBrowser, withPage } from "./browser.ts";
import { dayFromNow, signedIn } from "./console.ts";
import { type Hand, keyboard, pointer } from "./hands.ts";
import { listEvents, signUpByJson, until } from "./sign-ups.ts";

const origin = inject("origin");
const mailboxOrigin = inject("mailboxOrigin");

interface Kept {
  to: string;
  subject: string;
}

/** Every mail whose subject names this event. */
async function mailsOf(title: string): Promise<Kept[]> {
  const { emails } = (await (await fetch(`${mailboxOrigin}/store`)).json()) as { emails: { subject: string; destination: { to: string[] } }[] };
  return emails.flatMap(({ subject, destination }) => (subject.includes(title) ? [{ to: destination.to[0] ?? "", subject }] : []));
}

/** Until each of these people has a mail of this event whose subject begins so; the number of such mails, each address once. */
const everybodyTold = (title: string, begins: RegExp, people: readonly string[]): Promise<Kept[]> =>
  until(
    `a mail ${begins} to each of ${people.length}`,
    async () => (await mailsOf(title)).filter(({ subject }) => begins.test(subject)),
    (mails) => new Set(mails.map(({ to }) => to)).size === people.length,
    60_000,
  );

/** From a new event to its end, as a clerk of the office goes through it. */
async function aDay(page: Page, hand: Hand): Promise<void> {
  const title = `Career Day ${randomUUID().slice(0, 8)}`;
  const people = Array.from({ length: 40 }, (_, index) => `clerk-${randomUUID().slice(0, 8)}-${index}@example.org`);
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
  const dialog = page.getByRole("dialog");
  const said = (text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();

  // A new event, out of the form of its kind.
  await page.goto(`${origin}/admin`);
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await hand.follow(page.getByRole("link", { name: "New event" }).first());
  await page.getByRole("heading", { level: 1, name: "New event" }).waitFor();
  await hand.write(page.getByLabel("Title"), title);
  await hand.choose("Activity type", "Career Day");
  for (const [label, count] of [
    ["Firms", "12"],
    ["Groups of students", "6"],
    ["Minutes with each speaker", "20"],
  ] as const) {
    await hand.write(page.getByLabel(label, { exact: true }), count);
  }
  await hand.write(page.getByRole("textbox", { name: /^Description/ }), "Twelve firms, six groups of students, a morning.");
  await hand.choose("Takes place", "Online");
  await hand.setTo(page.getByLabel("Sign-ups open"), `${dayFromNow(-1)}T08:00`);
  await hand.setTo(page.getByLabel("Sign-ups close"), `${dayFromNow(9)}T18:00`);
  if ((await page.getByLabel("Seats, session 1").count()) === 0) await hand.press(button("Add a session"));
  await hand.setTo(page.getByLabel("Date, session 1"), dayFromNow(10));
  await hand.setTo(page.getByLabel("Starts, session 1"), "09:00");
  await hand.setTo(page.getByLabel("Ends, session 1"), "11:00");
  await hand.write(page.getByLabel("Seats, session 1"), "40");
  await hand.write(page.getByLabel("Largest party, session 1"), "1");
  await hand.toggle(page.getByRole("switch", { name: /office decides/i }));
  await hand.press(button("Save as a draft"));
  await page.getByRole("heading", { level: 1, name: title }).waitFor();

  // Every week, six times; all of them published.
  await hand.press(button("More for this event"));
  await hand.press(page.getByRole("menuitem", { name: "Make a series of it" }));
  await dialog.getByLabel("How many in all").waitFor();
  await hand.press(dialog.getByRole("button", { name: "Make 5 drafts" }));
  await dialog.getByText("5 drafts were made").waitFor();
  // The five, and the one that they were made of.
  await hand.press(dialog.getByRole("button", { name: "Publish all 6" }));
  const six = await until(
    "six published events",
    async () => (await listEvents(origin)).filter((event) => event.title === title),
    (events) => events.length === 6,
  );
  await hand.press(dialog.getByRole("button", { name: "Done" }));
  await dialog.waitFor({ state: "hidden" });
  const first = six.toSorted((a, b) => String(a.sessions[0]?.startsAt).localeCompare(String(b.sessions[0]?.startsAt)))[0];
  const session = first?.sessions[0];

  // Forty sign up, all at once, as people do.
  const taken = await Promise.all(
    people.map((email, index) => signUpByJson(origin, session?.id ?? "", { name: `Person ${String(index).padStart(2, "0")} Example`, email })),
  );
  expect(taken.map(({ status }) => status).filter((status) => status !== 201 && status !== 202)).toEqual([]);

  // All approved in one step, taken back once, then done.
  await page.goto(`${origin}/admin/sessions/${session?.id}`);
  await said(/40 of 40/);
  await expect.poll(() => page.getByRole("tab", { name: "To decide 40" }).or(page.getByText("To decide 40")).count()).toBeGreaterThan(0);
  await hand.toggle(page.getByRole("checkbox", { name: /^Choose all/ }));
  const bar = page.getByRole("region", { name: "Chosen people" });
  await hand.press(bar.getByRole("button", { name: "Approve 40" }), "back");
  await dialog.getByText("40 people get this mail").waitFor();
  await hand.press(dialog.getByRole("button", { name: "Approve 40" }));
  await hand.press(bar.getByRole("button", { name: "Undo" }));
  await bar.getByText("40 chosen").waitFor();
  expect(
    (await mailsOf(title)).filter(({ subject }) => /^Confirmed/.test(subject)),
    "nothing was sent within the grace",
  ).toEqual([]);
  await hand.press(bar.getByRole("button", { name: "Approve 40" }), "back");
  await hand.press(dialog.getByRole("button", { name: "Approve 40" }));
  await hand.press(bar.getByRole("button", { name: "Do it now" }));
  await said(/40 people approved/);
  expect(await everybodyTold(title, /^Confirmed/, people)).toHaveLength(40);

  // The time changes: first who gets which mail, then the save.
  await page.goto(`${origin}/admin/events/${first?.id}/edit`);
  await hand.setTo(page.getByLabel("Starts, session 1"), "10:00");
  await hand.setTo(page.getByLabel("Ends, session 1"), "12:00");
  await hand.press(button("Save changes"));
  await dialog.getByRole("button", { name: "Save and tell them" }).waitFor();
  await expect.poll(() => dialog.innerText()).toMatch(/40/);
  await expect.poll(() => dialog.innerText()).toContain(title);
  expect(
    (await mailsOf(title)).filter(({ subject }) => /^Changed/.test(subject)),
    "nobody is told before the save",
  ).toEqual([]);
  await hand.press(dialog.getByRole("button", { name: "Save and tell them" }));
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await said(/10:00 AM – 12:00 PM/);
  expect(await everybodyTold(title, /^Changed/, people)).toHaveLength(40);

  // Taken out as a file and on paper.
  await page.goto(`${origin}/admin/sessions/${session?.id}`);
  await hand.press(button("Export and print"));
  const [file] = await Promise.all([page.waitForEvent("download"), hand.press(page.getByRole("menuitem", { name: /File with names/ }))]);
  const csv = readFileSync(await file.path(), "utf8");
  expect(people.filter((email) => !csv.includes(email))).toEqual([]);
  await hand.press(button("Export and print"));
  await hand.press(page.getByRole("menuitem", { name: "Sign-in sheet" }));
  const sheet = page.getByRole("article", { name: "Sign-in sheet" });
  await expect.poll(async () => (await sheet.innerText()).match(/Person \d\d Example/g)).toHaveLength(40);
  await hand.press(button(/back/i));

  // And called off in the end, with a reason that everybody reads.
  await page.goto(`${origin}/admin/events/${first?.id}`);
  await hand.press(button("More for this event"));
  await hand.press(page.getByRole("menuitem", { name: "Cancel this event" }));
  await hand.write(dialog.getByLabel("Reason"), "The school is closed that day.");
  await hand.press(dialog.getByRole("button", { name: "Cancel the event" }));
  await said("Cancelled");
  expect(await everybodyTold(title, /^Cancelled/, people)).toHaveLength(40);
  // The other five are as they were.
  const left = await until(
    "five events that go on",
    async () => (await listEvents(origin)).filter((event) => event.title === title),
    (events) => events.length === 5,
  );
  expect(left.map(({ id }) => id)).not.toContain(first?.id);
}

describe("a clerk's day: a series made and published, forty people approved with an undo, told of another time, taken out, called off", () => {
  let browser: Browser;
  let storageState: NonNullable<BrowserContextOptions["storageState"]>;
  beforeAll(async () => {
    browser = await openBrowser();
    storageState = await signedIn(browser, origin, "demo-director");
  });
  afterAll(() => browser.close());

  // The keyboard goes through every step that a pointer does; `pnpm prove` walks both.
  it.runIf(process.env.PROVE)("goes with a pointer", () => withPage(browser, { ...desk, storageState }, (page) => aDay(page, pointer(page))));
  it("goes with the keyboard alone", () => withPage(browser, { ...desk, storageState }, (page) => aDay(page, keyboard(page))));
});
