import type { Instant } from "@cte-partnerships/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, isWallTime, meaningOf, wallTimeOf } from "./zoned-time.ts";

// Half-hour summer time, a skipped day (Apia, 2011), quarter-hour offsets, no summer time, the farthest east.
const zones = ["America/New_York", "America/Phoenix", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu", "Europe/London", "Pacific/Kiritimati", "UTC"];
const zone = fc.constantFrom(...zones);
const minute = fc
  .integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2045, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000).toISOString() as Instant);

describe("a wall time in a zone", () => {
  test("means, among its meanings, the moment that it was made from", () => {
    fc.assert(
      fc.property(minute, zone, (instant, name) => {
        const meaning = meaningOf(wallTimeOf(instant, name), name);
        if (meaning?.kind === "once") expect(meaning.instant).toBe(instant);
        else if (meaning?.kind === "twice") expect([meaning.first, meaning.second]).toContain(instant);
        else expect.fail(`no meaning for ${instant} in ${name}`);
      }),
      { numRuns: 2_000 },
    );
  });

  test("that was not touched keeps its moment to the millisecond, also in the hour that comes twice", () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 59_999 }), zone, (start, more, name) => {
        const instant = new Date(Date.parse(start) + more).toISOString() as Instant;
        expect(instantOf(wallTimeOf(instant, name), name, instant)).toBe(instant);
      }),
      { numRuns: 1_000 },
    );
  });

  test("that is given a meaning reads the same on the clock", () => {
    fc.assert(
      fc.property(minute, zone, (anyMinute, name) => {
        const wall = anyMinute.slice(0, 16);
        const instant = instantOf(wall, name);
        if (instant !== undefined) expect(wallTimeOf(instant, name)).toBe(wall);
        else expect(meaningOf(wall, name)?.kind).toBe("never");
      }),
      { numRuns: 2_000 },
    );
  });

  test("in the hour leapt over in spring means nothing", () => {
    expect(meaningOf("2027-03-14T02:30", "America/New_York")).toEqual({ kind: "never" });
    expect(instantOf("2027-03-14T02:30", "America/New_York")).toBeUndefined();
    expect(meaningOf("2011-12-30T12:00", "Pacific/Apia")).toEqual({ kind: "never" });
  });

  test("in the hour that comes twice in autumn means the first, unless the second stood there before", () => {
    expect(meaningOf("2026-11-01T01:30", "America/New_York")).toEqual({ kind: "twice", first: "2026-11-01T05:30:00.000Z", second: "2026-11-01T06:30:00.000Z" });
    expect(instantOf("2026-11-01T01:30", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
    expect(instantOf("2026-11-01T01:30", "America/New_York", "2026-11-01T06:30:00.000Z" as Instant)).toBe("2026-11-01T06:30:00.000Z");
  });

  test.each(["", "2026-02-30T10:00", "2026-12-01", "2026-12-01T24:00", "tomorrow", "2026-12-01T10:00:00"])("is not %j", (text) => {
    expect(isWallTime(text)).toBe(false);
    expect(meaningOf(text, "America/New_York")).toBeUndefined();
  });
});
