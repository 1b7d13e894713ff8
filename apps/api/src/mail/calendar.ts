import type { Agency, Event, Instant, Session, SignUp } from "@cte-partnerships/domain";
import { TZDate } from "@date-fns/tz";
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { oneLine } from "./one-line.ts";

export interface CalendarFacts {
  signUp: Pick<SignUp, "id" | "email">;
  event: Pick<Event, "title" | "slug" | "venue" | "contact">;
  session: Pick<Session, "startsAt" | "endsAt" | "label" | "sequence">;
  agency: Pick<Agency, "office">;
  config: { publicOrigin: string; mailFrom: string };
  /** When the file is made. */
  at: Instant;
}

/**
 * `publish`: a file that somebody downloads. `request` and `cancel`: what a mail carries, so that the entry moves or goes
 * in the calendar of the person addressed.
 */
export type CalendarPurpose = "publish" | "request" | "cancel";

const methods = { publish: ICalCalendarMethod.PUBLISH, request: ICalCalendarMethod.REQUEST, cancel: ICalCalendarMethod.CANCEL } as const;

/**
 * A seat as an iCalendar file (RFC 5545, RFC 5546). The UID is the sign-up's own, so that a later file changes the entry
 * and adds none; SEQUENCE rises with each change of time or venue, and once more when the entry goes.
 * It is for people with a confirmed seat: it holds the address for joining online. The manage link is left out, since
 * calendars are shared.
 */
export function calendarFile({ signUp, event, session, agency, config, at }: CalendarFacts, purpose: CalendarPurpose): string {
  const isOver = purpose === "cancel";
  const { zone } = event.venue;
  // The zone is named on the entry and not on the calendar: there it would turn DTSTAMP, which must be in UTC, into local time.
  const calendar = ical({ prodId: "//CTE Partnerships//Sign-ups//EN", method: methods[purpose], timezone: { name: null, generator: vtimezone } });
  const title = oneLine(session.label ? `${event.title}: ${session.label}` : event.title);
  const page = `${config.publicOrigin}/events/${event.slug}`;
  const entry = calendar.createEvent({
    id: `${signUp.id}@${new URL(config.publicOrigin).hostname}`,
    sequence: session.sequence + (isOver ? 1 : 0),
    stamp: new TZDate(at, "UTC"),
    start: new TZDate(session.startsAt, zone),
    end: new TZDate(session.endsAt, zone),
    // A zone without rules in the file would mean something else to each reader: then the times stand in UTC.
    timezone: vtimezone(zone) ? zone : null,
    summary: isOver ? `Cancelled: ${title}` : title,
    location: placeInWords(event),
    description: { plain: [...howToGetThere(event), `Questions: ${contactInWords(event)}`, page].join("\n") },
    url: page,
    organizer: { name: oneLine(agency.office.title), email: config.mailFrom },
    status: isOver ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isOver ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
  if (purpose !== "publish") {
    entry.createAttendee({
      email: signUp.email,
      role: ICalAttendeeRole.REQ,
      status: isOver ? ICalAttendeeStatus.DECLINED : ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** The zone's rules, under the very name that the entry's times carry. */
function vtimezone(zone: string): string | null {
  const answer = tzlib_get_ical_block(zone);
  const block = Array.isArray(answer) ? answer[0] : undefined;
  return block ? block.replace(/^TZID:.*$/m, `TZID:${zone}`) : null;
}

/** `Harbor Hall, 1 Pier Street, New York, NY 10004`, or `Online`. */
export function placeInWords({ venue }: Pick<Event, "venue">): string {
  if (venue.kind === "virtual") return "Online";
  const { name, street, city, region, postalCode } = venue.place;
  return oneLine([name, street, city, `${region} ${postalCode}`].join(", "));
}

/** What only people with a seat are told, a line each. */
export function howToGetThere({ venue }: Pick<Event, "venue">): string[] {
  const lines: string[] = [];
  if (venue.kind !== "virtual" && venue.place.directions) lines.push(`Getting in: ${oneLine(venue.place.directions)}`);
  if (venue.kind !== "place" && venue.online.joinUrl) lines.push(`Join online: ${oneLine(venue.online.joinUrl, 2048)}`);
  if (venue.kind !== "place" && venue.online.note) lines.push(oneLine(venue.online.note));
  return lines;
}

export const contactInWords = ({ contact }: Pick<Event, "contact">): string =>
  oneLine([contact.title, contact.email, contact.phone].filter((part) => part !== undefined).join(", "), 500);
