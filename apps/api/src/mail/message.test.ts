import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { hostileTexts } from "../../test/hostile-texts.ts";
import { type ExampleWish, exampleFacts } from "../../test/mail-facts.ts";
import { calendarFile } from "./calendar.ts";
import { mailHtml } from "./html.tsx";
import { messageOf } from "./message.ts";
import { mailText } from "./plain-text.ts";
import { wordsOf } from "./words.ts";

interface Parsed {
  subject?: string;
  text?: string;
  html?: string | false;
  from?: { text: string };
  to?: { text: string; value: { address?: string }[] };
  headers: Map<string, unknown>;
  headerLines: { key: string; line: string }[];
  attachments: { contentType: string; filename?: string; content: Buffer }[];
}

// The parser is the local mailbox's own: what it sees is what a mail program sees.
const inMailbox = createRequire(createRequire(import.meta.url).resolve("aws-ses-v2-local"));
const { simpleParser } = inMailbox("mailparser") as { simpleParser(raw: Uint8Array | Buffer): Promise<Parsed> };

const cancelledSession = { status: "cancelled", cancelledAt: "2026-11-25T12:00:00.000Z", reason: "The building is closed that day.", sequence: 1 } as never;
const writtenText =
  "Please come to the side entrance.\nIt is step-free.\n\nThe plan is at https://plan.example/day?a=1&b=2. An older one is at http://old.example/.";
const mails: Record<string, ExampleWish> = {
  received: { kind: "received", state: "received" },
  confirmed: { kind: "confirmed", state: "confirmed" },
  pending: { kind: "pending", state: "pending" },
  waitlisted: { kind: "waitlisted", state: "waitlisted", place: 4 },
  promoted: { kind: "promoted", state: "confirmed", signUp: { partySize: 1 } },
  "promoted-to-pending": { kind: "promoted", state: "pending", signUp: { partySize: 1 } },
  refused: { kind: "refused", state: "refused" },
  declined: { kind: "declined", state: "declined" },
  withdrawn: { kind: "withdrawn", state: "withdrawn", wasConfirmed: true },
  "session-changed": { kind: "session_changed", state: "confirmed", session: { sequence: 1 } },
  "session-changed-in-line": { kind: "session_changed", state: "waitlisted", place: 2, session: { sequence: 1 } },
  cancelled: { kind: "cancelled", state: "cancelled", wasConfirmed: true, session: cancelledSession },
  link: { kind: "link", state: "confirmed" },
  message: { kind: "message", state: "waitlisted", place: 4, written: { subject: "Doors open at eight", text: writtenText } },
  "message-test": { kind: "message_test", state: "confirmed", signUp: { partySize: 1 }, written: { subject: "Doors open at eight", text: writtenText } },
};

describe("a mail's words", () => {
  it.each(Object.entries(mails))("%s reads as it was agreed, as plain text and as HTML", async (name, wish) => {
    const words = wordsOf(exampleFacts(wish));
    await expect(`Subject: ${words.subject}\n\n${mailText(words)}`).toMatchFileSnapshot(`golden/${name}.txt`);
    await expect(mailHtml(words)).toMatchFileSnapshot(`golden/${name}.html`);
  });

  it.each(Object.entries(mails))("%s says the state that stands, why it comes, and carries the manage link once", (_name, wish) => {
    const facts = exampleFacts(wish);
    const text = mailText(wordsOf(facts));
    expect(text).toContain("You get this mail because");
    expect(text.split(facts.manageUrl)).toHaveLength(2);
    if (facts.signUp.state !== "confirmed") expect(text).not.toMatch(/\b(?:is|are) (?:now )?confirmed\b/);
    if (facts.signUp.state !== "confirmed") expect(text).not.toContain("meet.example.org");
  });

  it("times are in the venue's zone and name it, on both sides of a change of the clocks", () => {
    const when = (startsAt: string, endsAt: string) =>
      wordsOf(exampleFacts({ kind: "confirmed", state: "confirmed", session: { startsAt, endsAt } as never })).facts.find(({ term }) => term === "When")?.text;
    expect(when("2027-03-13T15:00:00.000Z", "2027-03-13T17:00:00.000Z")).toBe("Saturday, March 13, 2027, 10:00 AM to 12:00 PM Eastern Standard Time");
    expect(when("2027-03-14T14:00:00.000Z", "2027-03-14T16:00:00.000Z")).toBe("Sunday, March 14, 2027, 10:00 AM to 12:00 PM Eastern Daylight Time");
    expect(when("2027-03-14T05:00:00.000Z", "2027-03-14T12:00:00.000Z")).toBe(
      "Sunday, March 14, 2027, 12:00 AM Eastern Standard Time to 8:00 AM Eastern Daylight Time",
    );
    expect(when("2026-10-31T23:00:00.000Z", "2026-11-01T14:00:00.000Z")).toBe(
      "Saturday, October 31, 2026, 7:00 PM Eastern Daylight Time to Sunday, November 1, 2026, 9:00 AM Eastern Standard Time",
    );
  });
});

describe("a finished message", () => {
  it("has plain text, HTML and the calendar file, comes from the office and goes to one address", async () => {
    const facts = exampleFacts({ kind: "confirmed", state: "confirmed" });
    const parsed = await simpleParser(await messageOf(facts));
    expect(parsed.from?.text).toBe('"Office of Industry Partnerships" <office@partnerships.example>');
    expect(parsed.to?.value.map(({ address }) => address)).toEqual(["alex@firm.example"]);
    expect(parsed.subject).toBe("Confirmed: Career Day at Harbor High, Tue, Mar 9");
    expect(parsed.text).toContain("Your 2 seats are confirmed.");
    expect(parsed.html).toContain("<h1");
    const calendars = parsed.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
    expect(calendars.length).toBeGreaterThan(0);
    for (const { content } of calendars) expect(content.toString()).toBe(calendarFile(facts, "request"));
  });

  it.each([
    ["confirmed", "REQUEST"],
    ["promoted", "REQUEST"],
    ["session-changed", "REQUEST"],
    ["cancelled", "CANCEL"],
    ["withdrawn", "CANCEL"],
    ["pending", undefined],
    ["waitlisted", undefined],
    ["session-changed-in-line", undefined],
    ["promoted-to-pending", undefined],
    ["refused", undefined],
    ["declined", undefined],
    ["received", undefined],
    ["link", undefined],
    ["message", undefined],
    ["message-test", undefined],
  ])("%s carries a calendar file with the method %s", async (name, method) => {
    const raw = Buffer.from(await messageOf(exampleFacts(mails[name] as ExampleWish))).toString();
    expect(/text\/calendar; charset=utf-8; method=(\w+)/.exec(raw)?.[1]).toBe(method);
  });

  it("a withdrawal or cancellation of somebody who never had a seat touches no calendar", async () => {
    const raw = Buffer.from(await messageOf(exampleFacts({ kind: "withdrawn", state: "withdrawn" }))).toString();
    expect(raw).not.toContain("text/calendar");
  });

  it(`nothing of ${hostileTexts.length} hostile names gets out of its place, in headers, text, HTML or calendar`, async () => {
    const plain = await simpleParser(await messageOf(exampleFacts({ kind: "confirmed", state: "confirmed" })));
    const shapeOf = ({ headerLines, html, attachments }: Parsed) => ({
      headers: headerLines.map(({ key }) => key),
      tags: String(html).match(/<\/?[a-z0-9]+/gi),
      links: [...String(html).matchAll(/ (?:href|src|on\w+)="([^"]*)"/g)].length,
      calendar: attachments.map(({ content }) =>
        content
          .toString()
          .replace(/\r\n[ \t]/g, "")
          .split("\r\n")
          .map((line) => line.split(/[:;]/)[0]),
      ),
    });
    for (const hostile of hostileTexts) {
      const facts = exampleFacts(
        {
          kind: "confirmed",
          state: "confirmed",
          signUp: { name: hostile },
          event: { title: hostile, contact: { title: hostile, email: "desk@partnerships.example" as never, phone: "212-555-0100" } },
          session: { label: hostile },
        },
        false,
      );
      const parsed = await simpleParser(await messageOf(facts));
      expect(shapeOf(parsed), JSON.stringify(hostile)).toEqual(shapeOf(plain));
      expect(parsed.to?.value.map(({ address }) => address)).toEqual(["alex@firm.example"]);
      expect(parsed.subject).not.toMatch(/[\r\n\u202e]/);
      expect(parsed.subject?.startsWith("Confirmed: ")).toBe(true);
    }
  });

  it(`nothing of ${hostileTexts.length} hostile texts gets out of what the office wrote: no header, no tag, no link but one of https`, async () => {
    const written = (subject: string, text: string) => exampleFacts({ kind: "message", state: "confirmed", written: { subject, text } }, false);
    const plain = await simpleParser(await messageOf(written("Doors", "Hello.")));
    const tagsOf = ({ html }: Parsed) =>
      String(html)
        .match(/<\/?[a-z0-9]+/gi)
        ?.filter((tag) => !/^<(?:br|\/?p)$/.test(tag));
    for (const hostile of hostileTexts) {
      const parsed = await simpleParser(await messageOf(written(hostile, `Before.\n\n${hostile}\n\nAfter.`)));
      expect(tagsOf(parsed), JSON.stringify(hostile)).toEqual(tagsOf(plain));
      expect(parsed.headerLines.map(({ key }) => key)).toEqual(plain.headerLines.map(({ key }) => key));
      expect(parsed.to?.value.map(({ address }) => address)).toEqual(["alex@firm.example"]);
      expect(parsed.subject).not.toMatch(/[\r\n\u202e]/);
      expect(parsed.text).toMatch(/Before\.[\s\S]*After\./);
    }
  });

  it.each([
    ["https://example.org/a?b=c", "https://example.org/a?b=c"],
    ["see https://example.org/a.", "https://example.org/a"],
    ["(https://example.org/a)", "https://example.org/a"],
    ["http://example.org", undefined],
    ["javascript:alert(1)", undefined],
    ["https://bank.example@evil.example/", undefined],
    ['https://example.org/"onmouseover="alert(1)', "https://example.org/"],
  ])("an address that the office wrote is a link only where it is one of https: %s", async (text, address) => {
    const html = mailHtml(wordsOf(exampleFacts({ kind: "message", state: "confirmed", written: { subject: "Doors", text } })));
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).filter((href) => !href?.includes("/manage/"));
    expect(links).toEqual(address === undefined ? [] : [address]);
  });
});
