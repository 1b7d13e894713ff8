import { addDays, type IsoDate } from "./date.ts";
import { type Instant, instantFrom, millisecondsOf, type Zone } from "./instant.ts";

// Making a formatter costs far more than using one, and an agency's events have few zones.
const clocks = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: Zone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  // Swedish writes dates and times as ISO does.
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(zone, clock);
  return clock;
}

const day = 86_400_000;
const wallAt = (zone: Zone, milliseconds: number): string => clockOf(zone).format(milliseconds).replace(" ", "T");
const asIfUtc = (wall: string): number => Date.parse(`${wall}Z`);

/**
 * What a clock at the place shows at a moment, to the second: a date and a time of day without a zone.
 *
 * @example
 * wallTimeIn("America/New_York", "2026-11-24T14:00:00.000Z") // "2026-11-24T09:00:00"
 */
export const wallTimeIn = (zone: Zone, instant: Instant): string => wallAt(zone, millisecondsOf(instant));

/**
 * The moment at which a clock at the place shows this. Where the clocks go back over it, the first of the two; where they leap
 * past it, as much later as they leap, which is what clocks that were not set would show.
 *
 * @example
 * instantIn("America/New_York", "2026-11-24T09:00:00") // "2026-11-24T14:00:00.000Z"
 * instantIn("America/New_York", "2027-03-14T02:30:00") // "2027-03-14T07:30:00.000Z"
 */
export function instantIn(zone: Zone, wall: string): Instant {
  const said = asIfUtc(wall);
  // No zone is further than a day from UTC, and none changes its offset twice within two days.
  const offset = (at: number) => asIfUtc(wallAt(zone, at)) - at;
  const [before, after] = [said - offset(said - day), said - offset(said + day)];
  const meant = [before, after].filter((moment) => asIfUtc(wallAt(zone, moment)) === said);
  return instantFrom(meant.length > 0 ? Math.min(...meant) : Math.max(before, after));
}

/**
 * The same time of day at the place, so many days later (earlier where negative): across a change of the clocks, too, nine in the
 * morning stays nine in the morning.
 *
 * @example
 * daysLaterIn("America/New_York", "2026-10-27T13:00:00.000Z", 7) // "2026-11-03T14:00:00.000Z"
 */
export function daysLaterIn(zone: Zone, instant: Instant, days: number): Instant {
  if (days === 0) return instant;
  const wall = wallTimeIn(zone, instant);
  const milliseconds = millisecondsOf(instant) % 1000;
  return instantFrom(millisecondsOf(instantIn(zone, `${addDays(wall.slice(0, 10) as IsoDate, days)}${wall.slice(10)}`)) + milliseconds);
}
