import * as z from "zod";
import { type Closure, findClosure, isSchoolDay, type SchoolCalendar } from "../reference/school-year.ts";
import { addDays, type IsoDate, weekdayOf } from "../shared/date.ts";
import { addMonths, type CalendarMonth } from "./calendar-month.ts";

/** How many events a series may have: a year of weeks. */
export const seriesAtMost = 52;
/** A number of events in a series, or the number of one: 1 to 52. */
export const seriesTimes = z.int("must be a whole number").min(1, "must be at least 1").max(seriesAtMost, `must be at most ${seriesAtMost}`);

/** Which of a month's four or five Tuesdays. */
export const WeekOfMonth = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal("last")]);
export type WeekOfMonth = z.infer<typeof WeekOfMonth>;

const times = seriesTimes.min(2, "must be at least 2");

/** How a series goes on from its first day, on the same weekday. `times` counts the first. */
export const SeriesRule = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("weeks"), weeks: z.int("must be a whole number").min(1, "must be at least 1").max(12, "must be at most 12"), times }),
  z.strictObject({ every: z.literal("month"), week: WeekOfMonth, times }),
]);
export type SeriesRule = z.infer<typeof SeriesRule>;

/** A day that the rule names, with what the agency's school calendar says about it. */
export interface SeriesDate {
  on: IsoDate;
  /** Why there is no school that day. */
  closure?: Closure;
  /** Absent where the calendar of that school year is not known: nothing is guessed then. */
  isSchoolDay?: boolean;
  /** Left out of the series for it. */
  isSkipped: boolean;
}

/**
 * Which of its month's weekdays a day is: the last one counts as the last, and the others are counted from the first.
 *
 * @example
 * weekOfMonth("2026-11-10") // 2
 * weekOfMonth("2026-11-24") // "last"
 */
export const weekOfMonth = (date: IsoDate): WeekOfMonth => {
  const isLast = addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
  return isLast ? "last" : (Math.ceil(Number(date.slice(8)) / 7) as 1 | 2 | 3 | 4);
};

/**
 * The days of a series, its first day included, in order. With `skipsClosures`, a day on which the school calendar has a closure
 * is told and left out, and the series goes on until it has as many as were asked for; a year whose calendar is not known has
 * no closures, and its days say nothing about school.
 *
 * @example
 * seriesDates("2026-12-01", { every: "weeks", weeks: 1, times: 3 }).map(({ on }) => on) // ["2026-12-01", "2026-12-08", "2026-12-15"]
 * seriesDates("2026-12-08", { every: "month", week: 2, times: 2 }).map(({ on }) => on) // ["2026-12-08", "2027-01-12"]
 */
export function seriesDates(first: IsoDate, rule: SeriesRule, school: { calendar?: SchoolCalendar; skipsClosures?: boolean } = {}): SeriesDate[] {
  const dates: SeriesDate[] = [];
  let kept = 0;
  // A calendar that is closed throughout must not keep this going: three days are looked at for each that is wanted.
  for (let step = 0; kept < rule.times && step < rule.times * 3; step++) {
    const on = dayOf(first, rule, step);
    const closure = school.calendar && findClosure(school.calendar, on);
    const isOpen = school.calendar && isSchoolDay(school.calendar, on);
    // The first day is the event that there is already: it is told, and never left out.
    const isSkipped = step > 0 && (school.skipsClosures ?? false) && closure !== undefined;
    if (!isSkipped) kept += 1;
    dates.push({ on, ...(closure ? { closure } : {}), ...(isOpen === undefined ? {} : { isSchoolDay: isOpen }), isSkipped });
  }
  // What was left out behind the last one tells nobody anything.
  while (dates.at(-1)?.isSkipped) dates.pop();
  return dates;
}

function dayOf(first: IsoDate, rule: SeriesRule, step: number): IsoDate {
  if (step === 0) return first;
  if (rule.every === "weeks") return addDays(first, 7 * rule.weeks * step);
  return weekdayInMonth(addMonths(first.slice(0, 7) as CalendarMonth, step), weekdayOf(first), rule.week);
}

function weekdayInMonth(month: CalendarMonth, weekday: number, week: WeekOfMonth): IsoDate {
  const begin = `${month}-01` as IsoDate;
  const firstOne = addDays(begin, (weekday - weekdayOf(begin) + 7) % 7);
  if (week !== "last") return addDays(firstOne, 7 * (week - 1));
  const [fourth, fifth] = [addDays(firstOne, 21), addDays(firstOne, 28)];
  return fifth.startsWith(month) ? fifth : fourth;
}
