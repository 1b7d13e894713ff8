import type { Instant } from "@cte-partnerships/domain";

// Some mail programs show ICU's narrow no-break spaces as boxes.
const plainSpaces = (text: string) => text.replace(/[\u202f\u00a0\u2009]/g, " ");

const format = (instant: Instant, zone: string, options: Intl.DateTimeFormatOptions): string =>
  plainSpaces(new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options }).format(new Date(instant)));

const day = { weekday: "long", year: "numeric", month: "long", day: "numeric" } as const;
const time = { hour: "numeric", minute: "2-digit" } as const;

/** `Tuesday, March 9, 2027` in the venue's zone. */
export const dayOf = (instant: Instant, zone: string): string => format(instant, zone, day);

/** `Mar 9` in the venue's zone, for a subject. */
export const shortDayOf = (instant: Instant, zone: string): string => format(instant, zone, { weekday: "short", month: "short", day: "numeric" });

const zoneNameAt = (instant: Instant, zone: string): string =>
  plainSpaces(
    new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "long" }).formatToParts(new Date(instant)).find((part) => part.type === "timeZoneName")
      ?.value ?? zone,
  );

/** `Tuesday, March 9, 2027, 9:00 AM to 11:00 AM Eastern Standard Time`: always the venue's zone, wherever the reader sits. */
export function spanInWords({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, zone: string): string {
  const [firstDay, lastDay] = [dayOf(startsAt, zone), dayOf(endsAt, zone)];
  const [start, end] = [format(startsAt, zone, time), format(endsAt, zone, time)];
  const [startZone, endZone] = [zoneNameAt(startsAt, zone), zoneNameAt(endsAt, zone)];
  const from = `${firstDay}, ${start}${startZone === endZone ? "" : ` ${startZone}`}`;
  if (startsAt === endsAt) return `${from} ${endZone}`;
  return `${from} to ${firstDay === lastDay ? end : `${lastDay}, ${end}`} ${endZone}`;
}
