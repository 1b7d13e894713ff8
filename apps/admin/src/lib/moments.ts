import type { Instant } from "@cte-partnerships/domain";

/** How the console writes moments: in the zone of the place, as the office's readers write dates. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options });
    formats.set(key, found);
  }
  return found;
}

const day = { weekday: "short", month: "short", day: "numeric", year: "numeric" } as const;
const time = { hour: "numeric", minute: "2-digit" } as const;

export const dayOf = (instant: Instant, zone: string): string => format(zone, day).format(Date.parse(instant));
export const timeOf = (instant: Instant, zone: string): string => format(zone, time).format(Date.parse(instant));
export const dayAndTimeOf = (instant: Instant, zone: string): string => `${dayOf(instant, zone)}, ${timeOf(instant, zone)}`;

/** `Nov 23, 5:23 AM`: for lists, where the year is plain. */
export const brieflyOf = (instant: Instant, zone: string): string => format(zone, { month: "short", day: "numeric", ...time }).format(Date.parse(instant));

/** `EST`, `GMT+1`: what the zone is called at this moment. */
export function zoneAbbreviation(zone: string, instant: Instant): string {
  const parts = format(zone, { timeZoneName: "short" }).formatToParts(Date.parse(instant));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** `New York`, for labels beside fields. */
export const zonePlace = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** Days that a span covers: one date, or the first and the last. */
export function daysOf(startsAt: Instant, endsAt: Instant, zone: string): string {
  return format(zone, day).formatRange(Date.parse(startsAt), Date.parse(endsAt));
}

/** The same for a list: one date with its weekday, and several, such as `Dec 10 – 14, 2026`, without. */
export function datesOf(startsAt: Instant, endsAt: Instant, zone: string): string {
  const isOneDay = dayOf(startsAt, zone) === dayOf(endsAt, zone);
  return isOneDay
    ? dayOf(startsAt, zone)
    : format(zone, { month: "short", day: "numeric", year: "numeric" }).formatRange(Date.parse(startsAt), Date.parse(endsAt));
}

/** `9:00 – 11:30 AM EST`, or both days with their times where it ends on another day. */
export function timesOf(startsAt: Instant, endsAt: Instant, zone: string): string {
  const isOneDay = dayOf(startsAt, zone) === dayOf(endsAt, zone);
  const range = isOneDay
    ? format(zone, time).formatRange(Date.parse(startsAt), Date.parse(endsAt))
    : `${timeOf(startsAt, zone)} to ${dayAndTimeOf(endsAt, zone)}`;
  return `${range} ${zoneAbbreviation(zone, startsAt)}`;
}

/** The times of day alone: `9:00 – 11:30 AM`, with the zone's name where it is another than the reader's own. */
export function timesHere(startsAt: Instant, endsAt: Instant, zone: string, home: string): string {
  const range = format(zone, time).formatRange(Date.parse(startsAt), Date.parse(endsAt));
  const isOneDay = dayOf(startsAt, zone) === dayOf(endsAt, zone);
  return `${isOneDay ? range : timeOf(startsAt, zone)}${zoneIfElsewhere(startsAt, zone, home)}`;
}

/** A day and a time: `Thu, Dec 10, 2026, 9:00 AM`, with the zone's name where it is another than the reader's own. */
export const dayAndTimeHere = (instant: Instant, zone: string, home: string): string => `${dayAndTimeOf(instant, zone)}${zoneIfElsewhere(instant, zone, home)}`;

/** ` PST` where a place's clocks are not the reader's own; nothing where they are. */
export const zoneIfElsewhere = (instant: Instant, zone: string, home: string): string => (zone === home ? "" : ` ${zoneAbbreviation(zone, instant)}`);
