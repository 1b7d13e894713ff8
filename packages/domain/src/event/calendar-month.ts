import { dateIn } from "../shared/date.ts";
import { type Instant, minutesAfter, type Zone } from "../shared/instant.ts";
import type { Session } from "./session.ts";

/** A month of the calendar, `2026-11`. */
export type CalendarMonth = `${number}-${number}`;

const monthOf = (day: string): CalendarMonth => day.slice(0, 7) as CalendarMonth;
const countOf = (month: CalendarMonth): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/**
 * The month so many months later, or earlier where negative.
 *
 * @example
 * addMonths("2026-11", 2) // "2027-01"
 */
export function addMonths(month: CalendarMonth, months: number): CalendarMonth {
  const count = countOf(month) + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}` as CalendarMonth;
}

/**
 * Every month from the first to the last day, both included; nothing where the last is earlier.
 *
 * @example
 * monthsBetween("2026-11-30", "2027-01-01") // ["2026-11", "2026-12", "2027-01"]
 */
export function monthsBetween(first: string, last: string): CalendarMonth[] {
  const [from, to] = [monthOf(first), monthOf(last)];
  return Array.from({ length: Math.max(0, countOf(to) - countOf(from) + 1) }, (_, index) => addMonths(from, index));
}

/**
 * The first and the last day that a session stands on, in the zone of its place. One that ends at midnight does not stand on the
 * day that begins then.
 *
 * @example
 * daysOfSession({ startsAt: "2026-12-01T04:00:00.000Z", endsAt: "2026-12-01T05:00:00.000Z" }, "America/New_York") // { first: "2026-11-30", last: "2026-11-30" }
 */
export const daysOfSession = (session: Pick<Session, "startsAt" | "endsAt">, zone: Zone) => ({
  first: dateIn(zone, session.startsAt),
  // A minute and no less: a session is written to the minute.
  last: dateIn(zone, maxOf(minutesAfter(session.endsAt, -1), session.startsAt)),
});

const maxOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Sessions of one event stand in so many months at the most: an event and all its months are changed together or not at all. */
export const calendarMonthsAtMost = 24;

/**
 * The months in which sessions stand, in order, each with its own: a session over the turn of a month stands in both. An event in more
 * months than `calendarMonthsAtMost` stands in the first of them only.
 *
 * @example
 * byCalendarMonth([session], "America/New_York").get("2027-03").length // 1
 */
export function byCalendarMonth<One extends Pick<Session, "startsAt" | "endsAt">>(sessions: readonly One[], zone: Zone): Map<CalendarMonth, One[]> {
  const months = new Map<CalendarMonth, One[]>();
  for (const session of sessions) {
    const { first, last } = daysOfSession(session, zone);
    for (const month of monthsBetween(first, last).slice(0, calendarMonthsAtMost)) months.set(month, [...(months.get(month) ?? []), session]);
  }
  return new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, calendarMonthsAtMost));
}
