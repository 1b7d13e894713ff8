import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datedTable } from "../reference/dated-table.ts";
import type { SchoolYear } from "../reference/school-year.ts";
import { addDays, daysBetween, type IsoDate, weekdayOf } from "../shared/date.ts";
import { SeriesRule, seriesAtMost, seriesDates, weekOfMonth } from "./series-dates.ts";

const year: SchoolYear = {
  id: "2025-26",
  label: "2025-26",
  aliases: [],
  from: "2025-07-01",
  to: "2026-06-30",
  firstDay: "2025-09-04",
  lastDay: "2026-06-26",
  closures: [{ label: "Winter recess", from: "2025-12-24", to: "2026-01-02" }],
  authority: "editorial",
  citation: "An invented calendar",
  url: "https://www.example.org",
  retrievedOn: "2026-11-01",
  confidence: "verified",
};
const calendar = datedTable([year]);

const days = (dates: readonly { on: string; isSkipped: boolean }[]) => dates.filter(({ isSkipped }) => !isSkipped).map(({ on }) => on);
const anyDay = fc.integer({ min: 0, max: 365 * 12 }).map((count) => addDays("2024-01-01", count));
const times = fc.integer({ min: 2, max: seriesAtMost });

describe("the days of a series", () => {
  it("are every so many weeks, the first day included", () => {
    expect(days(seriesDates("2026-12-01", { every: "weeks", weeks: 1, times: 6 }))).toEqual([
      "2026-12-01",
      "2026-12-08",
      "2026-12-15",
      "2026-12-22",
      "2026-12-29",
      "2027-01-05",
    ]);
  });

  it("are a month's second Tuesday, or its last, as months have them", () => {
    expect(days(seriesDates("2026-12-08", { every: "month", week: 2, times: 4 }))).toEqual(["2026-12-08", "2027-01-12", "2027-02-09", "2027-03-09"]);
    expect(days(seriesDates("2026-12-29", { every: "month", week: "last", times: 4 }))).toEqual(["2026-12-29", "2027-01-26", "2027-02-23", "2027-03-30"]);
  });

  it("leave out what the school calendar closes, say why, and are as many as were asked for all the same", () => {
    const rule = { every: "weeks", weeks: 1, times: 4 } as const;
    const dates = seriesDates("2025-12-17", rule, { calendar, skipsClosures: true });
    expect(days(dates)).toEqual(["2025-12-17", "2026-01-07", "2026-01-14", "2026-01-21"]);
    expect(dates.filter(({ isSkipped }) => isSkipped).map(({ on, closure }) => [on, closure?.label])).toEqual([
      ["2025-12-24", "Winter recess"],
      ["2025-12-31", "Winter recess"],
    ]);
    const kept = seriesDates("2025-12-17", rule, { calendar });
    expect(days(kept), "told, and not left out").toEqual(["2025-12-17", "2025-12-24", "2025-12-31", "2026-01-07"]);
    expect(kept[1]).toMatchObject({ closure: { label: "Winter recess" }, isSchoolDay: false });
  });

  it("guess nothing about a school year whose calendar is not known", () => {
    for (const date of seriesDates("2031-01-07", { every: "weeks", weeks: 1, times: 4 }, { calendar, skipsClosures: true })) {
      expect(date).toEqual({ on: date.on, isSkipped: false });
    }
  });

  it("fall on the first day's weekday, in order, each once, as many as asked", () => {
    const rule = fc.oneof(
      fc.record({ every: fc.constant("weeks" as const), weeks: fc.integer({ min: 1, max: 12 }), times }),
      fc.record({ every: fc.constant("month" as const), week: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, "last" as const), times }),
    );
    fc.assert(
      fc.property(anyDay, rule, (first, asked) => {
        const dates = days(seriesDates(first, SeriesRule.parse(asked)));
        expect(dates).toHaveLength(asked.times);
        expect(dates[0]).toBe(first);
        expect(new Set(dates.map((date) => weekdayOf(date as IsoDate)))).toEqual(new Set([weekdayOf(first)]));
        for (const [index, date] of dates.slice(1).entries()) {
          const apart = daysBetween(dates[index] as IsoDate, date as IsoDate);
          expect(apart).toBeGreaterThan(0);
          if (asked.every === "weeks") expect(apart).toBe(7 * asked.weeks);
          else expect(weekOfMonth(date as IsoDate) === asked.week || (asked.week === 4 && weekOfMonth(date as IsoDate) === "last")).toBe(true);
        }
      }),
    );
  });

  it("end, also where the calendar is closed throughout", () => {
    const closed = { on: () => [{ closures: [{ label: "Closed", from: "2000-01-01", to: "2100-01-01" }], firstDay: "2000-01-01", lastDay: "2100-01-01" }] };
    const dates = seriesDates("2026-12-01", { every: "weeks", weeks: 1, times: 6 }, { calendar: closed as never, skipsClosures: true });
    expect(days(dates)).toEqual(["2026-12-01"]);
  });
});
