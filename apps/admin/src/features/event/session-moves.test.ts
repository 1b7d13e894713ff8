import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptySession, type SessionFormValues } from "./event-form-values.ts";
import { dayAfter, endAfter, inOrderOfTime, lengthMinutesOf, moved, repeatsOf, weekdayAfter } from "./session-moves.ts";

const session = (more: Partial<SessionFormValues> = {}): SessionFormValues => ({
  ...emptySession,
  key: "a",
  id: "ses_a",
  date: "2026-10-30",
  lastDate: "2026-10-30",
  startsAt: "09:00",
  endsAt: "11:30",
  ...more,
});
let made = 0;
const newKey = () => `new-${++made}`;
const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe("sessions moved together", () => {
  test("keep the time of the clock over the night in which clocks go back", () => {
    expect(moved(session(), 1, "weeks")).toMatchObject({ date: "2026-11-06", lastDate: "2026-11-06", startsAt: "09:00", endsAt: "11:30" });
  });

  test("go over midnight with both their ends", () => {
    expect(moved(session({ startsAt: "23:00", endsAt: "23:45" }), 30, "minutes")).toMatchObject({
      date: "2026-10-30",
      startsAt: "23:30",
      lastDate: "2026-10-31",
      endsAt: "00:15",
    });
  });

  test("stay as they are where nothing is typed yet", () => {
    const empty = session({ date: "", lastDate: "", startsAt: "", endsAt: "" });
    for (const unit of ["minutes", "days", "weeks"] as const) expect(moved(empty, 3, unit)).toEqual(empty);
  });

  test("come back by as much as they went", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), fc.constantFrom("minutes" as const, "days" as const, "weeks" as const), (date, amount, unit) => {
        const before = session({ date, lastDate: date });
        expect(moved(moved(before, amount, unit), -amount, unit)).toEqual(before);
      }),
    );
  });
});

describe("sessions repeated", () => {
  test("are new ones with the same times, all of them for each time", () => {
    const chosen = [session(), session({ key: "b", id: "ses_b", startsAt: "13:00", endsAt: "14:00" })];
    const rows = repeatsOf(chosen, { every: 1, unit: "weeks", times: 2 }, newKey);
    expect(rows.map(({ id, date, startsAt }) => [id, date, startsAt])).toEqual([
      ["", "2026-11-06", "09:00"],
      ["", "2026-11-06", "13:00"],
      ["", "2026-11-13", "09:00"],
      ["", "2026-11-13", "13:00"],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });

  test("last as many days as the one that they repeat", () => {
    const [row] = repeatsOf([session({ lastDate: "2026-11-02" })], { every: 10, unit: "days", times: 1 }, newKey);
    expect(row).toMatchObject({ date: "2026-11-09", lastDate: "2026-11-12" });
  });

  test("on weekdays never fall on a weekend, and leave none out", () => {
    expect(repeatsOf([session()], { every: 1, unit: "weekdays", times: 6 }, newKey).map(({ date }) => date)).toEqual([
      "2026-11-02",
      "2026-11-03",
      "2026-11-04",
      "2026-11-05",
      "2026-11-06",
      "2026-11-09",
    ]);
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (day, count) => {
        expect([1, 2, 3, 4, 5]).toContain(new Date(`${weekdayAfter(day, count)}T00:00Z`).getUTCDay());
      }),
    );
  });
});

describe("the order of time", () => {
  test("puts sessions by their starts, and those without a date last", () => {
    const rows = [
      session({ key: "none", date: "" }),
      session({ key: "late", startsAt: "15:00" }),
      session({ key: "early" }),
      session({ key: "before", date: "2026-10-29" }),
    ];
    expect(inOrderOfTime(rows).map(({ key }) => key)).toEqual(["before", "early", "late", "none"]);
  });
});

describe("how long a session is", () => {
  test("is told where it is typed in full, and gives the end of the next one", () => {
    expect(lengthMinutesOf(session())).toBe(150);
    expect(lengthMinutesOf(session({ endsAt: "" }))).toBeUndefined();
    expect(lengthMinutesOf(session({ lastDate: "2026-10-31" }))).toBeUndefined();
    expect(endAfter("13:00", 150)).toBe("15:30");
    expect(endAfter("23:00", 150)).toBeUndefined();
    expect(dayAfter("2024-02-28", 1)).toBe("2024-02-29");
  });
});
