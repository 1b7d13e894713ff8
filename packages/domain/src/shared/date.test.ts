import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../test/examples.ts";
import { addDays, addYears, dateIn, daysBetween, IsoDate, isRealDate, isWithin, weekdayOf } from "./date.ts";
import { monthAround, weekAround } from "./day-span.ts";
import { Zone } from "./instant.ts";

const zone = Zone.parse("America/New_York");
const anyDay = fc.integer({ min: Date.parse("1900-01-01"), max: Date.parse("2199-12-31") }).map((ms) => new Date(ms).toISOString().slice(0, 10) as IsoDate);

describe("IsoDate", () => {
  it.each(["2026-11-24", "2028-02-29", "0000-01-01", "9999-12-31"])("is %s", (text) => {
    expect(IsoDate.parse(text)).toBe(text);
    expect(isRealDate(text)).toBe(true);
  });

  it.each(["2027-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-1-1", "26-11-24", "2026-11-24T00:00", "2026-11-24\n", "10000-01-01", ""])(
    "is not %j",
    (text) => {
      expect(IsoDate.safeParse(text).success).toBe(false);
      expect(isRealDate(text)).toBe(false);
    },
  );
});

describe("reckoning with days", () => {
  it("there and back is the same day, and the days between are those added", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        const other = addDays(day, days);
        expect(addDays(other, -days)).toBe(day);
        expect(daysBetween(day, other)).toBe(days);
        expect(other > day).toBe(days > 0);
      }),
    );
  });

  it.each([
    ["2027-02-28", 1, "2027-03-01"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-03-08", 1, "2026-03-09"],
  ] as const)("%s and %i day is %s", (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected);
  });

  it.each([
    ["2024-02-29", 1, "2025-02-28"],
    ["2024-02-29", 4, "2028-02-29"],
    ["2024-02-29", -1, "2023-02-28"],
    ["2026-06-30", 5, "2031-06-30"],
  ] as const)("%s and %i years is %s", (day, years, expected) => {
    expect(addYears(day, years)).toBe(expected);
  });

  it("throws rather than writing a day that would not sort", () => {
    for (const beyond of [() => addDays("9999-12-31", 1), () => addDays("0000-01-01", -1), () => addYears("9999-12-31", 1), () => addYears("0000-02-29", -1)])
      expect(beyond).toThrow(RangeError);
    expect(() => addDays("2026-11-24", Number.NaN)).toThrow(RangeError);
  });

  it("a week has seven days, Monday the first", () => {
    expect(Array.from({ length: 8 }, (_, days) => weekdayOf(addDays("2026-11-23", days)))).toEqual([1, 2, 3, 4, 5, 6, 7, 1]);
  });
});

describe("dateIn", () => {
  it("is the day at the place, on either side of its midnight and of the change of clocks", () => {
    expect([dateIn(zone, at("2026-11-24T04:59")), dateIn(zone, at("2026-11-24T05:00"))]).toEqual(["2026-11-23", "2026-11-24"]);
    expect([dateIn(zone, at("2026-07-04T03:59")), dateIn(zone, at("2026-07-04T04:00"))]).toEqual(["2026-07-03", "2026-07-04"]);
  });
});

describe("isWithin", () => {
  it("has its first and its last day in it, and no end where there is no last", () => {
    const span = { from: "2022-09-01", to: "2023-08-31" } as const;
    expect((["2022-08-31", "2022-09-01", "2023-08-31", "2023-09-01"] as const).map((day) => isWithin(span, day))).toEqual([false, true, true, false]);
    expect(isWithin({ from: "2022-09-01" }, "9999-12-31")).toBe(true);
  });
});

describe("the week and the month around a day", () => {
  it.each([
    ["2026-11-23", "2026-11-23", "2026-11-29"],
    ["2026-11-29", "2026-11-23", "2026-11-29"],
    ["2027-01-01", "2026-12-28", "2027-01-03"],
  ] as const)("%s is in the week from %s to %s", (day, from, to) => {
    expect(weekAround(day)).toEqual({ from, to });
  });

  it.each([
    ["2028-02-10", "2028-02-01", "2028-02-29"],
    ["2026-12-31", "2026-12-01", "2026-12-31"],
    ["2027-01-01", "2027-01-01", "2027-01-31"],
  ] as const)("%s is in the month from %s to %s", (day, from, to) => {
    expect(monthAround(day)).toEqual({ from, to });
  });

  it("have the day in them, follow on each other without a gap, and are the same for each of their days", () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
    fc.assert(
      fc.property(day, fc.constantFrom(weekAround, monthAround), (date, around) => {
        const span = around(date);
        expect(isWithin(span, date)).toBe(true);
        expect([around(span.from), around(span.to)]).toEqual([span, span]);
        expect(around(addDays(span.to, 1)).from).toBe(addDays(span.to, 1));
      }),
    );
  });
});
