import type { DateSpan, Instant, IsoDate } from "@cte-partnerships/domain";
import { longStanding } from "@cte-partnerships/domain/reference";
import { wallTimeOf } from "./zoned-time.ts";

/** The day that it is in a zone. */
export const todayIn = (zone: string): IsoDate => wallTimeOf(new Date().toISOString() as Instant, zone).slice(0, 10) as IsoDate;

const day = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "short", day: "numeric", year: "numeric" });

/** `Nov 24, 2026`: a day of the calendar, which no zone moves. */
export const dateInWords = (date: IsoDate): string => day.format(Date.parse(`${date}T00:00:00Z`));

const weekday = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", weekday: "short", month: "short", day: "numeric", year: "numeric" });

/** `Tue, Dec 1, 2026`; what is no day is said as it is. */
export const weekdayInWords = (date: IsoDate): string => {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? date : weekday.format(time);
};

const short = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", weekday: "short", month: "short", day: "numeric" });

/** `Tue, Nov 24`: where the year is plain. */
export const dayBriefly = (date: string): string => short.format(Date.parse(`${date}T00:00:00Z`));

/** `9:30 AM` of `09:30`; what is no time of day is said as it is. */
export function clockInWords(time: string): string {
  const [hour, minute] = time.split(":").map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return time;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "AM" : "PM"}`;
}

/** `since Sep 1, 2022`, `from Jul 1, 2010 to Aug 31, 2022`, `long-standing`, `until Jun 30, 2023` */
export function spanInWords({ from, to }: DateSpan): string {
  if (from === longStanding) return to === undefined ? "long-standing" : `until ${dateInWords(to)}`;
  return to === undefined ? `since ${dateInWords(from)}` : `from ${dateInWords(from)} to ${dateInWords(to)}`;
}
