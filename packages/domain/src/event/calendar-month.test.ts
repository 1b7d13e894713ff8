import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../test/examples.ts";
import { dateIn } from "../shared/date.ts";
import { type Instant, instantFrom, minutesAfter, type Zone } from "../shared/instant.ts";
import { addMonths, byCalendarMonth, calendarMonthsAtMost, daysOfSession, monthsBetween, sessionsBeyondMonths } from "./calendar-month.ts";

const newYork = "America/New_York" as Zone;
const tokyo = "Asia/Tokyo" as Zone;
const session = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });
const monthsOf = (one: { startsAt: Instant; endsAt: Instant }, zone = newYork) => [...byCalendarMonth([one], zone).keys()];

describe("a session's months", () => {
  it.each([
    ["within a month", session("2026-11-24T14:00", "2026-11-24T16:00"), newYork, ["2026-11"]],
    ["the last hour of a year in New York, where it is the next one in London", session("2027-01-01T03:00", "2027-01-01T04:00"), newYork, ["2026-12"]],
    ["until midnight: not the day that begins then", session("2027-01-01T03:00", "2027-01-01T05:00"), newYork, ["2026-12"]],
    ["over midnight at the turn of the year", session("2027-01-01T03:00", "2027-01-01T06:00"), newYork, ["2026-12", "2027-01"]],
    ["over several months", session("2026-10-31T12:00", "2027-01-01T12:00"), newYork, ["2026-10", "2026-11", "2026-12", "2027-01"]],
    ["the first hour of a month in Tokyo, where it is still the month before in New York", session("2026-11-30T15:00", "2026-11-30T16:00"), tokyo, ["2026-12"]],
    ["the hour that clocks go back over, at the turn of a month", session("2026-11-01T03:30", "2026-11-01T05:30"), newYork, ["2026-10", "2026-11"]],
    ["the hour that clocks leap past", session("2027-03-14T06:30", "2027-03-14T07:30"), newYork, ["2027-03"]],
  ] as const)("%s", (_word, one, zone, months) => {
    expect(monthsOf(one, zone)).toEqual(months);
  });

  it("are those of its days: no more and no less, whatever the moment and the zone", () => {
    const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) }).map((ms) => instantFrom(ms - (ms % 60_000)));
    const zone = fc.constantFrom(newYork, tokyo, "Europe/London" as Zone, "Australia/Lord_Howe" as Zone, "UTC" as Zone);
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 60 * 24 * 70 }), zone, (startsAt, minutes, where) => {
        const one = { startsAt, endsAt: minutesAfter(startsAt, minutes) };
        const stoodOn = new Set<string>();
        for (let passed = 0; passed < minutes; passed += 12 * 60) stoodOn.add(dateIn(where, minutesAfter(startsAt, passed)).slice(0, 7));
        stoodOn.add(dateIn(where, minutesAfter(startsAt, minutes - 1)).slice(0, 7));
        expect(monthsOf(one, where)).toEqual([...stoodOn].sort());
        const { first, last } = daysOfSession(one, where);
        expect([first, last]).toEqual([dateIn(where, startsAt), dateIn(where, minutesAfter(startsAt, minutes - 1))]);
      }),
      // Each day is asked of the runtime's own zones, which takes its time.
      { numRuns: 40 },
    );
  });

  it("keep each session of many in each of its months, in order", () => {
    const [december, turning] = [session("2026-12-05T14:00", "2026-12-05T16:00"), session("2026-11-30T14:00", "2026-12-02T16:00")];
    expect([...byCalendarMonth([december, turning], newYork)]).toEqual([
      ["2026-11", [turning]],
      ["2026-12", [december, turning]],
    ]);
    expect(byCalendarMonth([], newYork).size).toBe(0);
  });

  it("are bounded, however long a session is and however far apart they are", () => {
    const far = Array.from({ length: 50 }, (_, index) => session(`${2026 + index}-05-05T14:00`, `${2026 + index}-05-05T15:00`));
    expect(byCalendarMonth([session("2026-01-05T14:00", "9998-01-05T14:00")], newYork).size).toBe(calendarMonthsAtMost);
    expect([...byCalendarMonth(far, newYork).keys()].at(-1)).toBe(`${2026 + calendarMonthsAtMost - 1}-05`);
  });
});

describe("sessions that no calendar has room for", () => {
  const inMonths = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      session(`${2026 + Math.floor(index / 4)}-0${(index % 4) * 2 + 1}-05T14:00`, `${2026 + Math.floor(index / 4)}-0${(index % 4) * 2 + 1}-05T15:00`),
    );

  it("are those behind the first 24 months in which any stand, however far apart the months are", () => {
    expect(sessionsBeyondMonths(inMonths(calendarMonthsAtMost), newYork)).toEqual([]);
    const one = inMonths(calendarMonthsAtMost + 1);
    expect(sessionsBeyondMonths(one, newYork)).toEqual([{ index: 24, field: "startsAt" }]);
    expect(sessionsBeyondMonths(one.toReversed(), newYork), "whatever their order").toEqual([{ index: 0, field: "startsAt" }]);
  });

  it("are told by their end where only that is behind", () => {
    const [first] = inMonths(1) as [ReturnType<typeof session>];
    expect(sessionsBeyondMonths([{ ...first, endsAt: at("2027-12-31T12:00") }], newYork)).toEqual([]);
    expect(sessionsBeyondMonths([{ ...first, endsAt: at("2028-01-01T12:00") }], newYork)).toEqual([{ index: 0, field: "endsAt" }]);
    expect(sessionsBeyondMonths([{ ...first, endsAt: at("9998-01-01T12:00") }], newYork)).toEqual([{ index: 0, field: "endsAt" }]);
  });

  it("are none where the calendar has each session in each of its months, and some where it has not", () => {
    const start = fc.integer({ min: 0, max: 40 * 30 });
    const some = fc.array(fc.record({ start, days: fc.integer({ min: 1, max: 90 }) }), { maxLength: 40 });
    fc.assert(
      fc.property(some, (drawn) => {
        const sessions = drawn.map(({ start: after, days }) => {
          const startsAt = minutesAfter(at("2026-01-01T17:00"), after * 24 * 60);
          return { startsAt, endsAt: minutesAfter(startsAt, days * 24 * 60) };
        });
        const shown = byCalendarMonth(sessions, newYork);
        const isWhole = sessions.every((one) => monthsOf(one).every((month) => shown.get(month)?.includes(one)));
        expect(sessionsBeyondMonths(sessions, newYork).length === 0).toBe(isWhole);
      }),
      { numRuns: 60 },
    );
  });
});

describe("months", () => {
  it("go on over the end of a year, and back", () => {
    expect([addMonths("2026-12", 1), addMonths("2027-01", -1), addMonths("2026-11", 14), addMonths("2026-03", 0)]).toEqual([
      "2027-01",
      "2026-12",
      "2028-01",
      "2026-03",
    ]);
    expect(monthsBetween("2026-11-01", "2026-10-31")).toEqual([]);
  });
});
