import type { Instant, Zone } from "@cte-partnerships/domain";
import { dayOf } from "../event/when.ts";

// Some mail programs show ICU's narrow no-break spaces as boxes.
const plainSpaces = (text: string) => text.replace(/[\u202f\u00a0\u2009]/g, " ");

const format = (instant: Instant, zone: Zone, options: Intl.DateTimeFormatOptions): string =>
  plainSpaces(new Intl.DateTimeFormat("en-US", { timeZone: zone, ...options }).format(new Date(instant)));

const time = { hour: "numeric", minute: "2-digit" } as const;

/** `Tue, Mar 9` in the venue's zone, for a subject. */
export const shortDayOf = (instant: Instant, zone: Zone): string => format(instant, zone, { weekday: "short", month: "short", day: "numeric" });

const zoneNameAt = (instant: Instant, zone: Zone): string =>
  plainSpaces(
    new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "long" }).formatToParts(new Date(instant)).find((part) => part.type === "timeZoneName")
      ?.value ?? zone,
  );

/** `Tuesday, March 9, 2027, 9:00 AM to 11:00 AM Eastern Standard Time`: always the venue's zone, wherever the reader sits. */
export function spanInWords({ startsAt, endsAt }: { startsAt: Instant; endsAt: Instant }, zone: Zone): string {
  const [firstDay, lastDay] = [dayOf(startsAt, zone), dayOf(endsAt, zone)];
  const [start, end] = [format(startsAt, zone, time), format(endsAt, zone, time)];
  const [startZone, endZone] = [zoneNameAt(startsAt, zone), zoneNameAt(endsAt, zone)];
  const from = `${firstDay}, ${start}${startZone === endZone ? "" : ` ${startZone}`}`;
  if (startsAt === endsAt) return `${from} ${endZone}`;
  return `${from} to ${firstDay === lastDay ? end : `${lastDay}, ${end}`} ${endZone}`;
}
