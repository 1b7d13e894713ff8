import { addDays, type IsoDate, weekdayOf } from "../shared/date.ts";
import type { DatedTable, ReferenceRow } from "./dated-table.ts";
import { longStanding } from "./long-standing.ts";
import { sourcedTable } from "./sourced.ts";

/** On which day of a year: always the same date, or the first, second, … or last such weekday of a month. Monday is 1. */
export type YearlyDay = { month: number; day: number } | { month: number; weekday: number; nth: 1 | 2 | 3 | 4 | "last" };

/** A day that comes back every year. */
export interface YearlyHoliday extends ReferenceRow {
  when: YearlyDay;
}

/** The legal public holidays of the United States. They close federal offices; a school district has a calendar of its own. */
export const federalHolidays: DatedTable<YearlyHoliday> = sourcedTable<YearlyHoliday>(
  {
    aliases: [],
    authority: "federal_law",
    citation: "5 U.S.C. 6103(a)",
    url: "https://www.okwb.uscourts.gov/holidays",
    retrievedOn: "2026-11-01",
    // Read as a federal court quotes it.
    confidence: "secondary",
    // All but one are older than anything that is kept here; this first day is ours.
    from: longStanding,
  },
  [
    { id: "new-years-day", label: "New Year's Day", when: { month: 1, day: 1 } },
    { id: "martin-luther-king-jr-birthday", label: "Birthday of Martin Luther King, Jr.", when: { month: 1, weekday: 1, nth: 3 } },
    { id: "washingtons-birthday", label: "Washington's Birthday", aliases: ["Presidents' Day"], when: { month: 2, weekday: 1, nth: 3 } },
    { id: "memorial-day", label: "Memorial Day", when: { month: 5, weekday: 1, nth: "last" } },
    // Signed on that day.
    { id: "juneteenth", label: "Juneteenth National Independence Day", aliases: ["Juneteenth"], when: { month: 6, day: 19 }, from: "2021-06-17" },
    { id: "independence-day", label: "Independence Day", when: { month: 7, day: 4 } },
    { id: "labor-day", label: "Labor Day", when: { month: 9, weekday: 1, nth: 1 } },
    { id: "columbus-day", label: "Columbus Day", when: { month: 10, weekday: 1, nth: 2 } },
    { id: "veterans-day", label: "Veterans Day", when: { month: 11, day: 11 } },
    { id: "thanksgiving-day", label: "Thanksgiving Day", when: { month: 11, weekday: 4, nth: 4 } },
    { id: "christmas-day", label: "Christmas Day", when: { month: 12, day: 25 } },
  ],
);

const dateOf = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as IsoDate;

/**
 * The date of such a day in a year.
 *
 * @example
 * yearlyDate({ month: 11, weekday: 4, nth: 4 }, 2026) // "2026-11-26"
 */
export function yearlyDate(when: YearlyDay, year: number): IsoDate {
  if ("day" in when) return dateOf(year, when.month, when.day);
  const { month, weekday, nth } = when;
  if (nth === "last") {
    const last = addDays(month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1), -1);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = dateOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
}

/**
 * The day on which federal offices keep a holiday: the Friday before where it falls on a Saturday, the Monday after where on a
 * Sunday (5 U.S.C. 6103(b) and Executive Order 11582).
 *
 * @example
 * observedOn("2026-07-04") // "2026-07-03"
 */
export const observedOn = (holiday: IsoDate): IsoDate => {
  const weekday = weekdayOf(holiday);
  return weekday === 6 ? addDays(holiday, -1) : weekday === 7 ? addDays(holiday, 1) : holiday;
};

/**
 * The federal holiday that falls on a day itself, whatever day it is kept on.
 *
 * @example
 * findFederalHoliday("2026-06-19")?.id // "juneteenth"
 */
export const findFederalHoliday = (date: IsoDate): YearlyHoliday | undefined =>
  federalHolidays.on(date).find(({ when }) => yearlyDate(when, Number(date.slice(0, 4))) === date);
