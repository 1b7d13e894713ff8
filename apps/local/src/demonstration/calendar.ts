import { type Instant, instantFrom } from "@cte-partnerships/domain";

/** A day on the wall calendar of a zone: `2026-11-24`. */
export const dayIn = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);

/** So many days after a day; the day after Friday is Saturday. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day, or the Monday after it where it falls on a weekend. */
export function workday(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysAfter(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** The same day where it is a Monday, or the Monday after it. */
export function monday(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysAfter(day, (8 - weekday) % 7);
}

/** The moment at which the clocks of a zone show this day and time. */
export function momentIn(zone: string, day: string, time: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  // The zone's distance from UTC around that moment; asked twice, since it may change between the guess and the answer.
  let guess = asUtc;
  for (let round = 0; round < 2; round++) guess = asUtc - offsetAt(zone, guess);
  return instantFrom(guess);
}

function offsetAt(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((known) => known.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - at;
}
