import type { Instant, Zone } from "@cte-partnerships/domain/shared";
import { TZDate } from "@date-fns/tz";
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";

/**
 * `publish`: a feed, or a file that somebody downloads. `request` and `cancel`: what a mail carries, so that the entry moves or
 * goes in the calendar of the person addressed.
 */
export type CalendarPurpose = "publish" | "request" | "cancel";

/** One entry of a calendar. Texts are one line each, but for the description. */
export interface CalendarEntry {
  /** Stable for the life of the entry: a later file with it changes the entry and adds none. */
  uid: string;
  /** Rises with each change that a calendar must hear of. */
  sequence: number;
  startsAt: Instant;
  endsAt: Instant;
  zone: Zone;
  summary: string;
  location: string;
  description: string;
  url: string;
  organizer: { name: string; email: string };
  isCancelled: boolean;
  /** The person addressed, in a mail alone: a feed names nobody. */
  attendee?: { email: string };
}

/** A calendar file, and what it is for. */
export interface CalendarText {
  purpose: CalendarPurpose;
  /** What writes it, in the name of the program: `Sign-ups`. */
  product: string;
  /** The name that a program shows for the calendar; for feeds. */
  name?: string;
  /** When the file is made. */
  at: Instant;
  entries: readonly CalendarEntry[];
}

const methods = { publish: ICalCalendarMethod.PUBLISH, request: ICalCalendarMethod.REQUEST, cancel: ICalCalendarMethod.CANCEL } as const;

/**
 * An iCalendar file (RFC 5545, RFC 5546): lines of at most 75 octets that end in CR LF, local times with the rules of their
 * zones in the file, so that they mean the same on every machine and on both sides of a change of the clocks.
 */
export function calendarText({ purpose, product, name, at, entries }: CalendarText): string {
  // The zone is named on each entry and not on the calendar: there it would turn DTSTAMP, which must be in UTC, into local time.
  const calendar = ical({ prodId: `//CTE Partnerships//${product}//EN`, method: methods[purpose], timezone: { name: null, generator: vtimezone } });
  if (name !== undefined) calendar.name(name);
  for (const { uid, sequence, startsAt, endsAt, zone, summary, location, description, url, organizer, isCancelled, attendee } of entries) {
    const entry = calendar.createEvent({
      id: uid,
      sequence,
      stamp: new TZDate(at, "UTC"),
      start: new TZDate(startsAt, zone),
      end: new TZDate(endsAt, zone),
      // A zone without rules in the file would mean something else to each reader: then the times stand in UTC.
      timezone: vtimezone(zone) ? zone : null,
      summary,
      location,
      description: { plain: description },
      url,
      organizer,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
    // A feed is read by anybody: whoever hands an attendee to one would publish an address.
    if (attendee && purpose !== "publish") {
      entry.createAttendee({
        email: attendee.email,
        role: ICalAttendeeRole.REQ,
        status: isCancelled ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      });
    }
  }
  return `${calendar.toString()}\r\n`;
}

/** The zone's rules, under the very name that the entry's times carry. */
function vtimezone(zone: string): string | null {
  const answer = tzlib_get_ical_block(zone);
  const block = Array.isArray(answer) ? answer[0] : undefined;
  return block ? block.replace(/^TZID:.*$/m, `TZID:${zone}`) : null;
}
