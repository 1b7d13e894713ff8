import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, byDay, dayByKey, dayInWords, daysBetween, daysIn, periodInWords, periodOf, step } from "./calendar-days.ts";

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));

describe("the days that a view shows", () => {
  it.each([
    ["agenda", "2026-11-24", "2026-11-24", "2026-12-23", "Nov 24 – Dec 23, 2026"],
    ["week", "2026-11-24", "2026-11-22", "2026-11-28", "Nov 22 – 28, 2026"],
    ["week", "2027-01-01", "2026-12-27", "2027-01-02", "Dec 27, 2026 – Jan 2, 2027"],
    ["month", "2026-11-24", "2026-11-01", "2026-12-05", "November 2026"],
    ["month", "2027-02-10", "2027-01-31", "2027-03-06", "February 2027"],
    ["month", "2026-02-10", "2026-02-01", "2026-02-28", "February 2026"],
  ] as const)("%s of %s", (view, on, from, to, words) => {
    expect(periodOf(view, on)).toEqual({ from, to });
    expect(periodInWords(view, on).replaceAll(/[\u2009\u202f]/g, " ")).toBe(words);
  });

  it("have the day among them, are no more than one answer holds, and of a week or month are whole weeks", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("agenda" as const, "week" as const, "month" as const), (on, view) => {
        const { from, to } = periodOf(view, on);
        const count = daysIn({ from, to }).length;
        expect(from <= on && on <= to && count <= 62).toBe(true);
        if (view !== "agenda") expect([count % 7, new Date(`${from}T00:00:00Z`).getUTCDay()]).toEqual([0, 0]);
      }),
    );
  });

  it("follow one another without a gap, forth and back", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("agenda" as const, "week" as const), (on, view) => {
        expect(daysBetween(periodOf(view, on).to, periodOf(view, step(view, on, 1)).from)).toBe(1);
        expect(step(view, step(view, on, 1), -1)).toBe(on);
      }),
    );
    expect([addMonths("2027-01-31", 1), addMonths("2028-01-31", 1), addMonths("2026-12-31", 2), addMonths("2026-01-15", -1)]).toEqual([
      "2027-02-28",
      "2028-02-29",
      "2027-02-28",
      "2025-12-15",
    ]);
  });
});

describe("keys", () => {
  it("lead from day to day, week to week and month to month, and no other key does", () => {
    const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "Enter", "a"];
    expect(keys.map((key) => dayByKey(key, "2026-11-24"))).toEqual([
      "2026-11-23",
      "2026-11-25",
      "2026-11-17",
      "2026-12-01",
      "2026-11-22",
      "2026-11-28",
      "2026-10-24",
      "2026-12-24",
      undefined,
      undefined,
    ]);
  });
});

describe("what stands on a day", () => {
  it("is what lasts into it too, and nothing of other days", () => {
    const one = { id: 1, firstDay: "2026-11-24", lastDay: "2026-11-24" };
    const long = { id: 2, firstDay: "2026-11-20", lastDay: "2026-11-25" };
    const other = { id: 3, firstDay: "2026-12-01", lastDay: "2026-12-01" };
    const found = byDay([long, one, other], ["2026-11-24", "2026-11-25", "2026-11-26"]);
    expect([...found].map(([on, all]) => [on, all.map(({ id }) => id)])).toEqual([
      ["2026-11-24", [2, 1]],
      ["2026-11-25", [2]],
      ["2026-11-26", []],
    ]);
  });

  it("is told with its year where that is another", () => {
    expect([dayInWords("2026-11-24", "2026-01-01"), dayInWords("2027-01-02", "2026-11-24")]).toEqual(["Tuesday, November 24", "Saturday, January 2, 2027"]);
  });
});
