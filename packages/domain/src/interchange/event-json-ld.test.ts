import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at, exampleCancelledSession, exampleEvent, exampleSeats, exampleSession, sessionId } from "../../test/examples.ts";
import { Zone } from "../shared/instant.ts";
import { eventJsonLd } from "./event-json-ld.ts";
import { localTime } from "./local-time.ts";
import { scriptSafeJson } from "./script-safe-json.ts";

const url = "https://events.example.org/events/mock-interviews";
const organizer = "Office of Industry Partnerships";
const sessions = [
  exampleSession({ id: sessionId(1), label: "Morning", startsAt: at("2027-03-14T06:30"), endsAt: at("2027-03-14T08:00") }),
  exampleSession({ id: sessionId(2), label: "Noon", startsAt: at("2027-03-14T16:00"), endsAt: at("2027-03-14T17:00") }),
  exampleCancelledSession({ id: sessionId(3), label: "Evening", startsAt: at("2027-03-14T22:00"), endsAt: at("2027-03-14T23:00") }),
];
const seats = [
  exampleSeats({ sessionId: sessionId(1), capacity: 12, confirmed: 9, held: 1 }),
  exampleSeats({ sessionId: sessionId(2), capacity: 5, confirmed: 6 }),
];
const event = exampleEvent("published", { sessions });
const told = eventJsonLd({ event, organizer, url, seats });

describe("an event for the web", () => {
  it("is what the golden file says, across the change of the clocks", async () => {
    await expect(`${JSON.stringify(told, null, 2)}\n`).toMatchFileSnapshot("../../test/golden/event.jsonld");
  });

  it("counts seats over the sessions that take place, and never less than none", () => {
    expect(told).toMatchObject({ maximumAttendeeCapacity: 17, remainingAttendeeCapacity: 2 });
    expect(told.subEvent).toMatchObject([
      { maximumAttendeeCapacity: 12, remainingAttendeeCapacity: 2 },
      { maximumAttendeeCapacity: 5, remainingAttendeeCapacity: 0 },
      { maximumAttendeeCapacity: 0, remainingAttendeeCapacity: 0, eventStatus: "https://schema.org/EventCancelled" },
    ]);
  });

  it("says nothing of what remains where the seats of one session are not known", () => {
    const partly = eventJsonLd({ event, organizer, url, seats: seats.slice(1) });
    expect(partly).not.toHaveProperty("remainingAttendeeCapacity");
    expect(partly.maximumAttendeeCapacity).toBe(15);
  });

  it("is cancelled where the event is, or where no session is left", () => {
    const off = { eventStatus: "https://schema.org/EventCancelled", maximumAttendeeCapacity: 0 };
    const cancelled = eventJsonLd({ event: exampleEvent("cancelled", { sessions }), organizer, url });
    expect(cancelled).toMatchObject({ ...off, startDate: "2027-03-14T01:30:00-05:00" });
    expect(cancelled.subEvent).toMatchObject([off, off, off]);
    expect(eventJsonLd({ event: exampleEvent("published", { sessions: sessions.slice(2) }), organizer, url })).toMatchObject(off);
  });

  it("never holds the address for joining online", () => {
    const zone = Zone.parse("America/New_York");
    const { place } = event.venue as Extract<typeof event.venue, { kind: "place" }>;
    const online = { joinUrl: "https://meet.example.org/secret", note: "Code 1234" };
    const virtual = eventJsonLd({ event: exampleEvent("published", { venue: { kind: "virtual", zone, online } }), organizer, url });
    expect(virtual).toMatchObject({ eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode", location: { "@type": "VirtualLocation", url } });
    const both = eventJsonLd({ event: exampleEvent("published", { venue: { kind: "place_and_virtual", zone, online, place } }), organizer, url });
    expect(both).toMatchObject({
      eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
      location: [{ "@type": "Place" }, { "@type": "VirtualLocation" }],
    });
    expect(JSON.stringify([virtual, both])).not.toMatch(/secret|1234/);
  });
});

describe("localTime", () => {
  it.each([
    ["America/New_York", "2027-03-14T06:59", "2027-03-14T01:59:00-05:00"],
    ["America/New_York", "2027-03-14T07:00", "2027-03-14T03:00:00-04:00"],
    ["America/New_York", "2026-11-01T05:30", "2026-11-01T01:30:00-04:00"],
    ["America/New_York", "2026-11-01T06:30", "2026-11-01T01:30:00-05:00"],
    ["America/New_York", "2027-01-01T05:00", "2027-01-01T00:00:00-05:00"],
    ["Asia/Kathmandu", "2027-01-01T00:00", "2027-01-01T05:45:00+05:45"],
    ["UTC", "2027-01-01T00:00", "2027-01-01T00:00:00+00:00"],
  ])("in %s", (zone, moment, local) => {
    expect(localTime(Zone.parse(zone), at(moment))).toBe(local);
    expect(new Date(local).toISOString()).toBe(at(moment));
  });
});

describe("scriptSafeJson", () => {
  it("parses to the same, and cannot leave its script element", () => {
    const text = fc.oneof(fc.constantFrom("</script>", "<!--", "]]>", "\u2028", "&lt;", "<SCRIPT"), fc.string({ unit: "binary" }));
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const json = scriptSafeJson(value);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      }),
    );
  });
});
