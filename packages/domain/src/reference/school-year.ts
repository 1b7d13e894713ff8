import { type DateSpan, type IsoDate, isWithin, weekdayOf } from "../shared/date.ts";
import type { DatedTable, ReferenceRow } from "./dated-table.ts";

/** A day, or several, on which there is no school for students. */
export interface Closure extends Required<DateSpan> {
  label: string;
}

/** A school year as an agency publishes it. The row holds for the whole year, the summer in it; classes run from the first day to the last. */
export interface SchoolYear extends ReferenceRow {
  firstDay: IsoDate;
  lastDay: IsoDate;
  closures: readonly Closure[];
}

/** An agency's school years, each with its source. A year that is not in it is not known, and never guessed. */
export type SchoolCalendar = DatedTable<SchoolYear>;

/**
 * Whether students have school on a day: absent where the calendar of that year is not known.
 *
 * @example
 * isSchoolDay(datedTable([]), "2026-11-24") // undefined
 */
export function isSchoolDay(calendar: SchoolCalendar, date: IsoDate): boolean | undefined {
  const [year] = calendar.on(date);
  if (!year) return undefined;
  return isWithin({ from: year.firstDay, to: year.lastDay }, date) && weekdayOf(date) < 6 && findClosure(calendar, date) === undefined;
}

/**
 * Why there is no school on a day within the year, where a closure says so.
 *
 * @example
 * findClosure(datedTable([]), "2026-11-26") // undefined
 */
export const findClosure = (calendar: SchoolCalendar, date: IsoDate): Closure | undefined =>
  calendar.on(date)[0]?.closures.find((closure) => isWithin(closure, date));
