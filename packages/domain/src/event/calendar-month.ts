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

type Lasting = Pick<Session, "startsAt" | "endsAt">;

/** The months of one session, in order. What lasts longer than any event may is cut one behind it: enough to tell that it does. */
function monthsOfSession(session: Lasting, zone: Zone): CalendarMonth[] {
  const { first, last } = daysOfSession(session, zone);
  const [from, to] = [countOf(monthOf(first)), countOf(monthOf(last))];
  return Array.from({ length: Math.min(to - from, calendarMonthsAtMost) + 1 }, (_, index) => addMonths(monthOf(first), index));
}

const inOrder = (months: Iterable<CalendarMonth>): CalendarMonth[] => [...new Set(months)].sort();

/** A session that no calendar has room for: its place among those that were asked about, and which end of it is at fault. */
export interface SessionBeyondMonths {
  index: number;
  field: "startsAt" | "endsAt";
}

/**
 * Sessions in a month behind the first `calendarMonthsAtMost` in which sessions of their event stand; nothing where all fit. Months
 * without a session do not count: two sessions that are ten years apart stand in two.
 *
 * @example
 * sessionsBeyondMonths([session], "America/New_York") // []
 */
export function sessionsBeyondMonths(sessions: readonly Lasting[], zone: Zone): SessionBeyondMonths[] {
  const all = sessions.map((session) => monthsOfSession(session, zone));
  const beyond = new Set(inOrder(all.flat()).slice(calendarMonthsAtMost));
  return all.flatMap((months, index): SessionBeyondMonths[] => {
    if (!months.some((month) => beyond.has(month))) return [];
    const [first] = months;
    return [{ index, field: first !== undefined && beyond.has(first) ? "startsAt" : "endsAt" }];
  });
}

/**
 * The months in which sessions stand, in order, each with its own: a session over the turn of a month stands in both. Sessions that
 * are beyond (`sessionsBeyondMonths`, which an event's schema refuses) stand in the first `calendarMonthsAtMost` only.
 *
 * @example
 * byCalendarMonth([session], "America/New_York").get("2027-03").length // 1
 */
export function byCalendarMonth<One extends Lasting>(sessions: readonly One[], zone: Zone): Map<CalendarMonth, One[]> {
  const months = new Map<CalendarMonth, One[]>();
  for (const session of sessions) {
    for (const month of monthsOfSession(session, zone)) months.set(month, [...(months.get(month) ?? []), session]);
  }
  return new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, calendarMonthsAtMost));
}
