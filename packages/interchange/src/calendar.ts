import type { Event, Session, Venue } from "@cte-partnerships/domain/event";
import type { Instant } from "@cte-partnerships/domain/shared";
import { type CalendarEntry, type CalendarPurpose, calendarText } from "./calendar-text.ts";

export { type CalendarEntry, type CalendarPurpose, type CalendarText, calendarText } from "./calendar-text.ts";

/** `Harbor Hall, 1 Pier Street, New York, NY 10004`, or `Online`. */
export function placeOf(venue: Venue): string {
  if (venue.kind === "virtual") return "Online";
  const { name, street, city, region, postalCode } = venue.place;
  return [name, street, city, `${region} ${postalCode}`].join(", ");
}

type PublicEvent = Exclude<Event, { status: "draft" }>;

/** What every entry of an office's calendars has in common. */
export interface CalendarSource {
  organizer: { name: string; email: string };
  /** The event's public page. */
  pageOf: (event: Pick<Event, "slug">) => string;
  /** The host name that makes ids unique in the world: `events.example.org`. It must not change, or every entry appears twice. */
  host: string;
  /** When the file is made. */
  at: Instant;
}

const isOff = (event: PublicEvent, session: Session) => event.status === "cancelled" || session.status === "cancelled";

function entryOf(event: PublicEvent, session: Session, { organizer, pageOf, host }: CalendarSource): CalendarEntry {
  const url = pageOf(event);
  const isCancelled = isOff(event, session);
  const title = session.label === undefined ? event.title : `${event.title}: ${session.label}`;
  return {
    uid: `${session.id}@${host}`,
    sequence: session.sequence,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: event.venue.zone,
    summary: isCancelled ? `Cancelled: ${title}` : title,
    location: placeOf(event.venue),
    description: [event.description, url].filter((part) => part !== "").join("\n\n"),
    url,
    organizer,
    isCancelled,
  };
}

/**
 * A calendar that anybody may follow: every session of these events, cancelled ones marked as such so that they go from the
 * calendars that had them. Names no attendee, and not the address for joining online.
 */
export function calendarFeed(name: string, events: readonly PublicEvent[], source: CalendarSource): string {
  const entries = events.flatMap((event) => event.sessions.map((session) => entryOf(event, session, source)));
  const inOrder = entries.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.uid < b.uid ? -1 : 1));
  return calendarText({ purpose: "publish", product: "Events", name, at: source.at, entries: inOrder });
}

/** Who is invited to which session. */
export interface Invitation {
  event: PublicEvent;
  session: Session;
  attendee: { email: string };
}

/**
 * An invitation to a session for a mail, or its withdrawal. A session that does not take place can only be withdrawn, and one
 * that does can be withdrawn for one person: then the number of the entry is one higher, so that calendars heed it.
 */
export function sessionInvitation({ event, session, attendee }: Invitation, purpose: Exclude<CalendarPurpose, "publish">, source: CalendarSource): string {
  const entry = entryOf(event, session, source);
  if (entry.isCancelled && purpose === "request") throw new Error(`session ${session.id} is cancelled: nobody can be invited to it`);
  const isWithdrawn = purpose === "cancel" && !entry.isCancelled;
  const withdrawn = isWithdrawn ? { isCancelled: true, sequence: entry.sequence + 1, summary: `Cancelled: ${entry.summary}` } : {};
  return calendarText({ purpose, product: "Events", at: source.at, entries: [{ ...entry, ...withdrawn, attendee }] });
}
