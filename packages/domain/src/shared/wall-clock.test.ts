import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type IsoDate } from "./date.ts";
import { type Instant, instantFrom, millisecondsOf, Zone } from "./instant.ts";
import { daysLaterIn, instantIn, wallTimeIn } from "./wall-clock.ts";

const newYork = Zone.parse("America/New_York");
const zones = ["America/New_York", "America/Phoenix", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"].map((zone) => Zone.parse(zone));

describe("the clock on the wall", () => {
  it("stays where it was when the clocks change", () => {
    const nine = "2026-10-27T13:00:00.000Z" as Instant;
    expect(daysLaterIn(newYork, nine, 7)).toBe("2026-11-03T14:00:00.000Z");
    expect(daysLaterIn(newYork, "2027-03-09T14:00:00.000Z" as Instant, 7)).toBe("2027-03-16T13:00:00.000Z");
    expect(daysLaterIn(newYork, nine, -7)).toBe("2026-10-20T13:00:00.000Z");
    expect(daysLaterIn(newYork, nine, 0)).toBe(nine);
  });

  it("means the first of two where the clocks go back, and as much later as they leap where they leap past it", () => {
    expect(instantIn(newYork, "2026-11-01T01:30:00")).toBe("2026-11-01T05:30:00.000Z");
    expect(instantIn(newYork, "2027-03-14T02:30:00")).toBe("2027-03-14T07:30:00.000Z");
  });

  it("shows the same time of day so many days later in any zone, at any moment, unless the clocks leap past it", () => {
    const moment = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2032, 0, 1) / 60_000 }).map((minutes) => instantFrom(minutes * 60_000));
    fc.assert(
      fc.property(fc.constantFrom(...zones), moment, fc.integer({ min: -400, max: 400 }), (zone, instant, days) => {
        const before = wallTimeIn(zone, instant);
        const wanted = `${addDays(before.slice(0, 10) as IsoDate, days)}${before.slice(10)}`;
        const after = wallTimeIn(zone, daysLaterIn(zone, instant, days));
        const leapt = millisecondsOf(instantIn(zone, wanted)) !== millisecondsOf(daysLaterIn(zone, instant, days));
        expect(leapt && days !== 0).toBe(false);
        if (after === wanted) return;
        // Only a time that no clock there shows is another one, an hour later at most.
        expect(wallTimeIn(zone, instantIn(zone, wanted))).not.toBe(wanted);
        expect(Date.parse(`${after}Z`) - Date.parse(`${wanted}Z`)).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 500 },
    );
  });
});
