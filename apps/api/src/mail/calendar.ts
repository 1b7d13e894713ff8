import type { Agency, Event, Instant, Session, SignUp } from "@cte-partnerships/domain";
import { type CalendarEntry, type CalendarPurpose, calendarText, placeOf } from "@cte-partnerships/interchange/calendar";
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
 * A seat as an iCalendar file. The UID is the sign-up's own, so that a later file changes the entry and adds none; SEQUENCE
 * rises with each change of time or venue, and once more when the entry goes.
 * It is for people with a confirmed seat: it holds the address for joining online. The manage link is left out, since
 * calendars are shared.
 */
export function calendarFile({ signUp, event, session, agency, config, at }: CalendarFacts, purpose: CalendarPurpose): string {
  const isOver = purpose === "cancel";
  const title = oneLine(session.label ? `${event.title}: ${session.label}` : event.title);
  const page = `${config.publicOrigin}/events/${event.slug}`;
  const entry: CalendarEntry = {
    uid: `${signUp.id}@${new URL(config.publicOrigin).hostname}`,
    sequence: session.sequence + (isOver ? 1 : 0),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: event.venue.zone,
    summary: isOver ? `Cancelled: ${title}` : title,
    location: placeInWords(event),
    description: [...howToGetThere(event), `Questions: ${contactInWords(event)}`, page].join("\n"),
    url: page,
    organizer: { name: oneLine(agency.office.title), email: config.mailFrom },
    isCancelled: isOver,
    attendee: { email: signUp.email },
  };
  return calendarText({ purpose, product: "Sign-ups", at, entries: [entry] });
}

/** `Harbor Hall, 1 Pier Street, New York, NY 10004`, or `Online`. */
export const placeInWords = ({ venue }: Pick<Event, "venue">): string => oneLine(placeOf(venue));

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
