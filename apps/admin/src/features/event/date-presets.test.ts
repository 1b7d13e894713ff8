import type { IsoDate } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import { daysAsked, daysOfWhen, type When } from "./date-presets.ts";

describe("spans of days that go along with the calendar", () => {
  it.each<[string, When, string, string]>([
    ["2026-11-26", "today", "2026-11-26", "2026-11-26"],
    ["2026-11-26", "week", "2026-11-23", "2026-11-29"],
    ["2026-11-23", "week", "2026-11-23", "2026-11-29"],
    ["2026-11-29", "week", "2026-11-23", "2026-11-29"],
    ["2026-12-31", "next-week", "2027-01-04", "2027-01-10"],
    ["2028-02-10", "month", "2028-02-01", "2028-02-29"],
    ["2026-12-10", "month", "2026-12-01", "2026-12-31"],
    ["2026-06-30", "school-year", "2025-07-01", "2026-06-30"],
    ["2026-07-01", "school-year", "2026-07-01", "2027-06-30"],
  ])("on %s, %s is from %s to %s", (today, when, from, to) => {
    expect(daysOfWhen(when, today as IsoDate)).toEqual({ from, to });
    expect(daysAsked({ when, from: "2020-01-01" } as never, today as IsoDate), "a span stands in place of the days").toEqual({ from, to });
  });
});
