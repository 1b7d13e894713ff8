import type { SessionFormValues } from "./event-form-values.ts";

/**
 * What is done with many sessions of the table at once. All of it counts on the wall's clock: a session at nine is at nine a week later,
 * whatever the clocks did between. A time that does not exist on its new day is told beside its field.
 */

export type MoveUnit = "minutes" | "days" | "weeks";
export type RepeatUnit = "days" | "weekdays" | "weeks";

const dayMs = 86_400_000;
const dayPattern = /^\d{4}-\d\d-\d\d$/;
const isDay = (text: string) => dayPattern.test(text) && !Number.isNaN(Date.parse(`${text}T00:00Z`));

/** A day so many days later. What is no day stays as it is. */
export const dayAfter = (day: string, days: number): string =>
  isDay(day) ? new Date(Date.parse(`${day}T00:00Z`) + days * dayMs).toISOString().slice(0, 10) : day;

/** A day so many working days later, Monday to Friday. Counted from the Friday before where the day is on a weekend. */
export function weekdayAfter(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0 && isDay(found); ) {
    found = dayAfter(found, 1);
    const weekday = new Date(`${found}T00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return found;
}

const daysBetween = (from: string, to: string) =>
  isDay(from) && isDay(to) ? Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMs) : 0;

function minutesLater(day: string, time: string, minutes: number): { day: string; time: string } {
  const moment = Date.parse(`${day}T${time}Z`);
  if (!isDay(day) || Number.isNaN(moment)) return { day, time };
  const wall = new Date(moment + minutes * 60_000).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** The session that much later, or earlier where the amount is negative. */
export function moved(session: SessionFormValues, amount: number, unit: MoveUnit): SessionFormValues {
  if (unit !== "minutes") {
    const days = unit === "weeks" ? amount * 7 : amount;
    return { ...session, date: dayAfter(session.date, days), lastDate: dayAfter(session.lastDate, days) };
  }
  const last = session.lastDate || session.date;
  const [start, end] = [minutesLater(session.date, session.startsAt, amount), minutesLater(last, session.endsAt, amount)];
  return { ...session, date: start.day, startsAt: start.time, lastDate: end.day, endsAt: end.time };
}

const onDay = (session: SessionFormValues, day: string): SessionFormValues => ({
  ...session,
  date: day,
  lastDate: dayAfter(session.lastDate, daysBetween(session.date, day)),
});

/** The same session as a new one. */
export const copyOf = (session: SessionFormValues, newKey: () => string): SessionFormValues => ({ ...session, id: "", key: newKey() });

/** These sessions again and again: all of them for the first time, then all of them for the second, and so on. */
export function repeatsOf(
  chosen: readonly SessionFormValues[],
  { every, unit, times }: { every: number; unit: RepeatUnit; times: number },
  newKey: () => string,
): SessionFormValues[] {
  return Array.from({ length: times }, (_, index) => {
    const steps = every * (index + 1);
    return chosen.map((session) => {
      const day = unit === "weekdays" ? weekdayAfter(session.date, steps) : dayAfter(session.date, unit === "weeks" ? steps * 7 : steps);
      return copyOf(onDay(session, day), newKey);
    });
  }).flat();
}

const order = (session: SessionFormValues) => (session.date === "" ? "~" : `${session.date}T${session.startsAt}`);

/** By their starts; what has no date yet stays at the end, in the order in which it was added. */
export const inOrderOfTime = (sessions: readonly SessionFormValues[]): SessionFormValues[] =>
  sessions.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** How long a session on one day is. Absent where it is not typed in full, or ends on another day. */
export function lengthMinutesOf({ date, startsAt, endsAt, lastDate }: SessionFormValues): number | undefined {
  if (startsAt === "" || endsAt === "" || (lastDate !== "" && lastDate !== date)) return undefined;
  const length = minutesOf(endsAt) - minutesOf(startsAt);
  return length > 0 ? length : undefined;
}

/** When a session that starts then ends, if it is so long. Absent where that would be another day. */
export function endAfter(startsAt: string, lengthMinutes: number): string | undefined {
  const { day, time } = minutesLater("2001-01-01", startsAt, lengthMinutes);
  return day === "2001-01-01" && startsAt !== "" ? time : undefined;
}
