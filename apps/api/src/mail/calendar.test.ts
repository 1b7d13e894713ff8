import ICAL from "ical.js";
import { afterEach, describe, expect, it } from "vitest";
import { hostileTexts } from "../../test/hostile-texts.ts";
import { exampleFacts } from "../../test/mail-facts.ts";
import { calendarFile } from "./calendar.ts";

const facts = (startsAt: string, endsAt: string, over: object = {}) =>
  exampleFacts({ kind: "confirmed", state: "confirmed", session: { startsAt, endsAt, ...over } as never });

/** The file as a calendar program reads it: with the rules of the zone that are in it, and no others. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const entries = calendar.getAllSubcomponents("vevent");
  const [entry] = entries;
  if (!entry) throw new Error("no entry");
  const event = new ICAL.Event(entry);
  return {
    calendar,
    entry,
    event,
    entries,
    method: calendar.getFirstPropertyValue("method"),
    status: entry.getFirstPropertyValue("status"),
    startsAt: event.startDate.toJSDate().toISOString(),
    endsAt: event.endDate.toJSDate().toISOString(),
  };
}

// Eastern time in New York: the clocks change on 1 November 2026, 14 March and 7 November 2027.
const aroundChanges = {
  "before-the-autumn-change": ["2026-10-31T13:00:00.000Z", "2026-10-31T15:00:00.000Z", "20261031T090000"],
  "across-the-autumn-change": ["2026-11-01T04:30:00.000Z", "2026-11-01T08:00:00.000Z", "20261101T003000"],
  "after-the-autumn-change": ["2026-11-01T14:00:00.000Z", "2026-11-01T16:00:00.000Z", "20261101T090000"],
  "before-the-spring-change": ["2027-03-13T14:00:00.000Z", "2027-03-13T16:00:00.000Z", "20270313T090000"],
  "across-the-spring-change": ["2027-03-14T06:30:00.000Z", "2027-03-14T08:00:00.000Z", "20270314T013000"],
  "after-the-spring-change": ["2027-03-14T13:00:00.000Z", "2027-03-14T15:00:00.000Z", "20270314T090000"],
} as const;
const hostZone = process.env.TZ;

describe("a calendar file", () => {
  afterEach(() => {
    if (hostZone === undefined) delete process.env.TZ;
    else process.env.TZ = hostZone;
  });

  const hosts = ["UTC", "Asia/Tokyo", "America/Los_Angeles", "America/New_York"];
  const cases = Object.entries(aroundChanges).flatMap(([name, times]) => hosts.map((host) => [name, host, ...times] as const));
  it.each(cases)("%s, on a machine in %s, is the same instant and the same file", async (name, host, startsAt, endsAt, wallClock) => {
    process.env.TZ = host;
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(host);
    const file = calendarFile(facts(startsAt, endsAt), "publish");
    const entry = read(file);
    expect(entry.startsAt).toBe(startsAt);
    expect(entry.endsAt).toBe(endsAt);
    expect(file).toContain(`DTSTART;TZID=America/New_York:${wallClock}`);
    await expect(file).toMatchFileSnapshot(`golden/${name}.ics`);
  });

  it("an event elsewhere carries the rules of its own zone", () => {
    for (const [zone, startsAt] of [
      ["Europe/Berlin", "2027-03-28T01:30:00.000Z"],
      ["America/Phoenix", "2027-07-01T16:00:00.000Z"],
      ["America/Puerto_Rico", "2027-03-14T13:00:00.000Z"],
      ["Asia/Kathmandu", "2027-03-14T13:00:00.000Z"],
    ] as const) {
      const example = facts(startsAt, "2027-12-01T00:00:00.000Z");
      const event = { ...example.event, venue: { ...example.event.venue, zone } } as typeof example.event;
      const { calendar, startsAt: read1 } = read(calendarFile({ ...example, event }, "publish"));
      expect(read1, zone).toBe(startsAt);
      expect(calendar.getFirstSubcomponent("vtimezone")?.getFirstPropertyValue("tzid"), zone).toBe(zone);
    }
  });

  it("an event in UTC needs no rules: its times say so themselves", () => {
    const example = facts("2027-03-14T13:00:00.000Z", "2027-03-14T15:00:00.000Z");
    const file = calendarFile({ ...example, event: { ...example.event, venue: { ...example.event.venue, zone: "UTC" } } as typeof example.event }, "publish");
    expect(file).toContain("DTSTART:20270314T130000Z");
    expect(file).not.toContain("VTIMEZONE");
  });

  it("moves and goes under one UID: SEQUENCE rises with each change, and once more when it ends", () => {
    const [startsAt, endsAt] = aroundChanges["after-the-spring-change"];
    const versions = [
      read(calendarFile(facts(startsAt, endsAt), "request")),
      read(calendarFile(facts("2027-03-15T13:00:00.000Z", "2027-03-15T15:00:00.000Z", { sequence: 1 }), "request")),
      read(calendarFile(facts("2027-03-15T13:00:00.000Z", "2027-03-15T15:00:00.000Z", { sequence: 1 }), "cancel")),
    ];
    expect(new Set(versions.map(({ event }) => event.uid)).size).toBe(1);
    expect(versions.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
    expect(versions.map(({ method, status }) => `${method} ${status}`)).toEqual(["REQUEST CONFIRMED", "REQUEST CONFIRMED", "CANCEL CANCELLED"]);
  });

  it("names the person only where it is addressed to them, and never carries the manage link", () => {
    const example = facts(...(aroundChanges["after-the-spring-change"].slice(0, 2) as [string, string]));
    expect(calendarFile(example, "publish")).not.toContain("ATTENDEE");
    expect(read(calendarFile(example, "request")).entry.getFirstPropertyValue("attendee")).toMatch(/mailto:alex@firm\.example/i);
    for (const purpose of ["publish", "request", "cancel"] as const) {
      const file = calendarFile(example, purpose).replace(/\r\n /g, "");
      expect(file).not.toContain("/manage/");
      expect(file).not.toContain("Alex");
      expect(file).toContain('ORGANIZER;CN="Office of Industry Partnerships":mailto:office@partnerships.example');
    }
  });

  it("every line ends in CR LF and is at most 75 octets long", () => {
    const example = exampleFacts({ kind: "confirmed", state: "confirmed", event: { title: "Ünïcödé 王小明 ".repeat(8).trim() } });
    const file = calendarFile(example, "request");
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(read(file).event.summary).toBe(`${"Ünïcödé 王小明 ".repeat(8).trim()}: Morning group`);
  });

  it(`${hostileTexts.length} hostile titles stay a title: one entry, the same properties, and text that reads back`, () => {
    const plain = read(calendarFile(exampleFacts({ kind: "confirmed", state: "confirmed" }), "request"));
    const namesOf = ({ entry }: ReturnType<typeof read>) => entry.getAllProperties().map((property) => property.name);
    for (const hostile of hostileTexts) {
      const example = exampleFacts(
        { kind: "confirmed", state: "confirmed", event: { title: hostile, contact: { title: hostile } }, session: { label: hostile } },
        false,
      );
      const venue = {
        kind: "place",
        zone: "America/New_York",
        place: { name: hostile, street: hostile, city: hostile, region: "NY", postalCode: "10001", directions: hostile },
      };
      const entry = read(calendarFile({ ...example, event: { ...example.event, venue } as never }, "request"));
      expect(entry.entries).toHaveLength(1);
      expect(namesOf(entry), JSON.stringify(hostile)).toEqual(namesOf(plain));
      expect(entry.startsAt).toBe(plain.startsAt);
    }
    const tricky = 'a,b;c\\n\\,\\;d:e "f"';
    const entry = read(
      calendarFile(exampleFacts({ kind: "confirmed", state: "confirmed", event: { title: tricky }, session: { label: undefined as never } }, false), "publish"),
    );
    expect(entry.event.summary).toBe(tricky);
  });
});
