import type { Session } from "@cte-partnerships/domain";
import ICAL from "ical.js";
import { afterEach, describe, expect, it } from "vitest";
import { at, exampleEvent, exampleSession, source } from "../test/examples.ts";
import { calendarFeed, calendarText, sessionInvitation } from "./calendar.ts";

/** The file as a calendar program reads it: with the rules of the zone that are in it, and no others. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as never);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  return {
    method: calendar.getFirstPropertyValue("method"),
    zones: calendar.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid")),
    entries: calendar.getAllSubcomponents("vevent").map((entry) => {
      const event = new ICAL.Event(entry);
      return {
        uid: event.uid,
        sequence: event.sequence,
        summary: event.summary,
        location: event.location,
        description: event.description,
        status: entry.getFirstPropertyValue("status"),
        startsAt: event.startDate.toJSDate().toISOString(),
        endsAt: event.endDate.toJSDate().toISOString(),
      };
    }),
  };
}

// Eastern time in New York: the clocks change on 1 November 2026 and on 14 March 2027.
const sessions = [
  exampleSession(1, "2026-10-31T13:00", "2026-10-31T15:00", { label: "Before the change" }),
  exampleSession(2, "2026-11-01T04:30", "2026-11-01T08:00", { label: "Across the autumn change", sequence: 2 }),
  exampleSession(3, "2026-11-02T14:00", "2026-11-02T16:00", { label: "After the change" }),
  exampleSession(4, "2027-03-14T06:30", "2027-03-14T08:00", { label: "Across the spring change" }),
  exampleSession(5, "2027-03-15T13:00", "2027-03-15T15:00", {
    label: "Called off",
    status: "cancelled",
    sequence: 1,
    cancelledAt: at("2026-11-20T12:00"),
    reason: "Snow",
  } as Partial<Session>),
] as const;
const event = exampleEvent([...sessions].toReversed());
const attendee = { email: "ada@example.org" };
const hostZone = process.env.TZ;

describe("a calendar feed", () => {
  afterEach(() => {
    if (hostZone === undefined) delete process.env.TZ;
    else process.env.TZ = hostZone;
  });

  it.each(["UTC", "Asia/Tokyo", "America/New_York"])(
    "is the same file and the same instants on a machine in %s, across the changes of the clocks",
    async (zone) => {
      process.env.TZ = zone;
      const file = calendarFeed("Construction & Sustainability", [event], source);
      await expect(file).toMatchFileSnapshot("../test/golden/feed.ics");
      expect(read(file).entries.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual(sessions.map(({ startsAt, endsAt }) => ({ startsAt, endsAt })));
    },
  );

  it("names nobody, and not the address for joining online", () => {
    const file = calendarFeed("All", [event], source).replaceAll("\r\n ", "");
    expect(file).toContain("METHOD:PUBLISH");
    expect(file).not.toMatch(/ATTENDEE|secret/);
  });

  it("names nobody even where somebody is handed to it", () => {
    const { organizer } = source;
    const { id, startsAt, endsAt } = sessions[0];
    const texts = { summary: "Tour", location: "Online", description: "", url: "https://events.partnerships.example" };
    const entry = { ...texts, uid: id, sequence: 0, startsAt, endsAt, zone: event.venue.zone, organizer, isCancelled: false, attendee };
    const fileFor = (purpose: "publish" | "request") => calendarText({ purpose, product: "Events", at: source.at, entries: [entry] });
    expect([fileFor("publish"), fileFor("request")].map((file) => file.includes("ATTENDEE"))).toEqual([false, true]);
  });

  it("tells the times of a zone without rules of its own in UTC, so that no name is in the file that nobody explains", () => {
    const universal = exampleEvent([sessions[2]], { venue: { kind: "virtual", zone: "UTC", online: {} } });
    const file = calendarFeed("All", [universal], source);
    expect([file.includes("TZID"), file.match(/^DT(?:START|END).*$/gm)]).toEqual([false, ["DTSTART:20261102T140000Z", "DTEND:20261102T160000Z"]]);
    expect(read(file).entries.map(({ startsAt }) => startsAt)).toEqual([sessions[2].startsAt]);
  });

  it("keeps the ids of its entries whatever changes about them, and raises no number by itself", () => {
    const moved = exampleEvent([exampleSession(1, "2027-05-01T13:00", "2027-05-01T15:00", { sequence: 3 })], { title: "Another title", slug: "another" });
    const [first] = read(calendarFeed("All", [exampleEvent([sessions[0]])], source)).entries;
    const [second] = read(calendarFeed("Renamed", [moved], { ...source, at: at("2027-01-01T12:00") })).entries;
    expect(second?.uid).toBe(first?.uid);
    expect([first?.sequence, second?.sequence]).toEqual([0, 3]);
  });

  it("marks what is called off, so that it goes from the calendars that had it", () => {
    expect(read(calendarFeed("All", [event], source)).entries.map(({ status }) => status)).toEqual([...Array(4).fill("CONFIRMED"), "CANCELLED"]);
    const cancelled = exampleEvent([sessions[0]], { status: "cancelled", cancelledAt: at("2026-10-01T12:00"), reason: "Snow" });
    expect(read(calendarFeed("All", [cancelled], source)).entries[0]).toMatchObject({ status: "CANCELLED", summary: expect.stringMatching(/^Cancelled: /) });
  });

  it("carries the rules of each zone once", () => {
    const elsewhere = exampleEvent([sessions[2]], { venue: { kind: "virtual", zone: "Asia/Kathmandu", online: {} } });
    expect(read(calendarFeed("All", [event, elsewhere, event], source)).zones.toSorted()).toEqual(["America/New_York", "Asia/Kathmandu"]);
  });

  it("reads back what stands in its texts, in lines of at most 75 octets that end in CR LF", () => {
    const file = calendarFeed("All", [exampleEvent([sessions[0]], { title: "Ünïcödé 王小明, a;b\\c ".repeat(5).trim() })], source);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const [entry] = read(file).entries;
    expect(entry?.summary).toBe(`${"Ünïcödé 王小明, a;b\\c ".repeat(5).trim()}: Before the change`);
    expect(entry?.description).toBe(`${event.description}\n\nhttps://events.partnerships.example/events/workplace-tour`);
    expect(entry?.location).toBe("Harbor Example Works, 1 Example Pier, Brooklyn, NY 11201");
  });
});

describe("an invitation", () => {
  it("is what the golden files say, and goes under the id that it came under", async () => {
    const [, session] = sessions;
    const request = sessionInvitation({ event, session, attendee }, "request", source);
    const cancel = sessionInvitation({ event, session, attendee }, "cancel", source);
    await expect(request).toMatchFileSnapshot("../test/golden/request.ics");
    await expect(cancel).toMatchFileSnapshot("../test/golden/cancel.ics");
    const [came, went] = [read(request), read(cancel)];
    expect([came.method, went.method]).toEqual(["REQUEST", "CANCEL"]);
    expect(went.entries[0]?.uid).toBe(came.entries[0]?.uid);
    expect([came.entries[0]?.sequence, went.entries[0]?.sequence]).toEqual([2, 3]);
    for (const file of [request, cancel]) expect(file.replaceAll("\r\n ", "")).toMatch(/ATTENDEE;[^\r]*mailto:ada@example\.org/i);
  });

  it("to a session that is called off carries the number that the calling off gave it, and cannot be a request", () => {
    const [, , , , session] = sessions;
    expect(read(sessionInvitation({ event, session, attendee }, "cancel", source)).entries[0]).toMatchObject({ sequence: 1, status: "CANCELLED" });
    expect(() => sessionInvitation({ event, session, attendee }, "request", source)).toThrow("is cancelled");
  });
});
