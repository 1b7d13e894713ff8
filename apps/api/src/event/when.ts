import type { Instant, Zone } from "@cte-partnerships/domain";

// Making a formatter costs far more than using one, and a deployment has few zones.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${zone} ${JSON.stringify(options)}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options });
  formatters.set(name, made);
  return made;
}

// The narrow spaces of newer locale data look like none in some fonts, and break searches for "3:30 PM".
const withPlainSpaces = (text: string): string => text.replace(/[\u2009\u202f]/g, " ");

const format = (instant: Instant, zone: Zone, options: Intl.DateTimeFormatOptions): string =>
  withPlainSpaces(formatter(zone, options).format(new Date(instant)));

/** `Tuesday, December 1, 2026` */
export const dayOf = (instant: Instant, zone: Zone): string => format(instant, zone, { weekday: "long", month: "long", day: "numeric", year: "numeric" });

/** `December 1, 9:00 AM EST` */
export const momentOf = (instant: Instant, zone: Zone): string =>
  format(instant, zone, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" });

/** `Dec 1, 9:00 AM` */
export const briefMomentOf = (instant: Instant, zone: Zone): string =>
  format(instant, zone, { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" });

/** `December 2026` */
export const monthOf = (instant: Instant, zone: Zone): string => format(instant, zone, { month: "long", year: "numeric" });

/** `9:00 – 10:30 AM EST`: the zone is that of the place, whoever reads it and wherever they sit. */
export const timesOf = ({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, zone: Zone): string =>
  withPlainSpaces(formatter(zone, { hour: "numeric", minute: "2-digit", timeZoneName: "short" }).formatRange(new Date(startsAt), new Date(endsAt)));

/** A day's parts for the list: `{ weekday: "Tue", day: "1", month: "Dec" }`. */
export const dateParts = (instant: Instant, zone: Zone): { weekday: string; day: string; month: string } => ({
  weekday: format(instant, zone, { weekday: "short" }),
  day: format(instant, zone, { day: "numeric" }),
  month: format(instant, zone, { month: "short" }),
});

/** A zone as people say it: `New York time`. */
export const zoneInWords = (zone: Zone): string => `${(zone.split("/").at(-1) ?? zone).replaceAll("_", " ")} time`;
