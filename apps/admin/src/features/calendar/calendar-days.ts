import type { CalendarView } from "./search.ts";

/** A day of the calendar, `2026-11-24`, which no zone moves. */
export type Day = string;

const at = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

export const addDays = (day: Day, count: number): Day => dayOf(new Date(at(day).getTime() + count * 86_400_000));
export const daysBetween = (first: Day, last: Day): number => Math.round((at(last).getTime() - at(first).getTime()) / 86_400_000);

/** The same day of another month; its last one where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, of = 1] = day.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + count, Math.min(of, lastDay))));
}

/** Weeks begin on Sunday, as calendars on American walls do. */
const weekOf = (day: Day): Day => addDays(day, -at(day).getUTCDay());

/** So many days the agenda shows at once. */
const agendaDays = 30;

/** The days that are shown: whole weeks for a month, with what its first and last have of its neighbours. */
export function periodOf(view: CalendarView, on: Day): { from: Day; to: Day } {
  if (view === "agenda") return { from: on, to: addDays(on, agendaDays - 1) };
  if (view === "week") return { from: weekOf(on), to: addDays(weekOf(on), 6) };
  const first = `${on.slice(0, 7)}-01`;
  const last = addDays(addMonths(first, 1), -1);
  return { from: weekOf(first), to: addDays(weekOf(last), 6) };
}

export const daysIn = ({ from, to }: { from: Day; to: Day }): Day[] => Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));

/** The day to show for the period after this one, or before it. */
export function step(view: CalendarView, on: Day, by: 1 | -1): Day {
  if (view === "month") return addMonths(on, by);
  return addDays(on, by * (view === "week" ? 7 : agendaDays));
}

/** Where the arrow and page keys lead from a day; absent for any other key. */
export function dayByKey(key: string, on: Day): Day | undefined {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  if (key in steps) return addDays(on, steps[key] ?? 0);
  if (key === "Home") return weekOf(on);
  if (key === "End") return addDays(weekOf(on), 6);
  if (key === "PageUp") return addMonths(on, -1);
  return key === "PageDown" ? addMonths(on, 1) : undefined;
}

const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
const month = format({ month: "long", year: "numeric" });
const span = format({ month: "short", day: "numeric", year: "numeric" });
const long = format({ weekday: "long", month: "long", day: "numeric" });
const weekday = format({ weekday: "short" });

/** `November 2026`, `Nov 22 – 28, 2026` */
export function periodInWords(view: CalendarView, on: Day): string {
  if (view === "month") return month.format(at(on));
  const { from, to } = periodOf(view, on);
  return span.formatRange(at(from), at(to));
}

/** `Tuesday, November 24`, with the year where it is another than this one's. */
export const dayInWords = (day: Day, today: Day): string => `${long.format(at(day))}${day.slice(0, 4) === today.slice(0, 4) ? "" : `, ${day.slice(0, 4)}`}`;
export const weekdayInShort = (day: Day): string => weekday.format(at(day));

interface Dated {
  firstDay: Day;
  lastDay: Day;
}

/** What stands on each of some days, in the order in which it came; what lasts over several stands in each of them. */
export function byDay<One extends Dated>(sessions: readonly One[], days: readonly Day[]): Map<Day, One[]> {
  const found = new Map<Day, One[]>(days.map((day) => [day, []]));
  for (const one of sessions) {
    if (one.firstDay === one.lastDay) {
      found.get(one.firstDay)?.push(one);
      continue;
    }
    for (const day of days) if (one.firstDay <= day && day <= one.lastDay) found.get(day)?.push(one);
  }
  return found;
}
