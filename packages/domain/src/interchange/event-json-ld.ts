import type { Audience, Event } from "../event/event.ts";
import type { Session } from "../event/session.ts";
import type { Venue } from "../event/venue.ts";
import type { Instant } from "../shared/instant.ts";
import { remainingSeats, type Seats } from "../sign-up/seats.ts";
import { localTime } from "./local-time.ts";

/** What the description of an event is made of. A draft is not for the public. */
export interface EventJsonLdFacts {
  event: Exclude<Event, { status: "draft" }>;
  /** Who holds it, as people know them: what `hostTitle` says of the event's host. */
  organizer: string;
  /** The event's public page. */
  url: string;
  /** The seats of its sessions, as far as they are known. Without them nothing is said of what remains. */
  seats?: readonly Pick<Seats, "sessionId" | "capacity" | "confirmed" | "held">[];
}

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json | undefined };
/** Plain data in the words of schema.org. */
export type JsonLd = { readonly "@type": string; readonly [key: string]: Json | undefined };

const schemaOrg = (word: string) => `https://schema.org/${word}`;

const audiences: Record<Audience, JsonLd> = {
  industry_partners: { "@type": "BusinessAudience", audienceType: "industry partners" },
  teachers: { "@type": "EducationalAudience", educationalRole: "teacher" },
  school_leaders: { "@type": "EducationalAudience", educationalRole: "administrator" },
  advisory_members: { "@type": "Audience", audienceType: "advisory board members" },
  everyone: { "@type": "Audience", audienceType: "everyone" },
};
const modes = { place: "OfflineEventAttendanceMode", virtual: "OnlineEventAttendanceMode", place_and_virtual: "MixedEventAttendanceMode" } as const;

/** The address for joining online is for people with a seat: the public is sent to the page. */
function locationsOf(venue: Venue, url: string): JsonLd | JsonLd[] {
  const online: JsonLd = { "@type": "VirtualLocation", url };
  if (venue.kind === "virtual") return online;
  const { name, street, city, region, postalCode } = venue.place;
  const address = {
    "@type": "PostalAddress",
    streetAddress: street,
    addressLocality: city,
    addressRegion: region,
    postalCode,
    addressCountry: "US",
  };
  const place: JsonLd = { "@type": "Place", name, address };
  return venue.kind === "place" ? place : [place, online];
}

const earliest = (moments: readonly Instant[]) => moments.toSorted()[0];
const latest = (moments: readonly Instant[]) => moments.toSorted().at(-1);

/**
 * A published event as search engines and calendars of other sites read it: an EducationEvent of schema.org, with its sessions
 * as parts of it. Times carry the offset of the place; seats are counted over the sessions that take place. Holds nothing that
 * the public page does not.
 *
 * @example
 * eventJsonLd({ event, organizer: "An office", url: "https://example.org/e" })["@type"] // "EducationEvent"
 */
export function eventJsonLd({ event, organizer, url, seats = [] }: EventJsonLdFacts): JsonLd {
  const isCancelled = (session: Session) => event.status === "cancelled" || session.status === "cancelled";
  const takePlace = event.sessions.filter((session) => !isCancelled(session));
  const timed = takePlace.length > 0 ? takePlace : event.sessions;
  const seatsOf = (session: Session) => seats.find(({ sessionId }) => sessionId === session.id);
  // The seat item of a session is the truth; what the office asked for stands in where it is not known.
  const capacityOf = (session: Session) => seatsOf(session)?.capacity ?? session.capacity;
  const remainingOf = (session: Session) => {
    const known = seatsOf(session);
    return known && Math.max(0, remainingSeats(known));
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const remaining = takePlace.map(remainingOf);
  const { zone, kind } = event.venue;
  const at = (moment: Instant | undefined) => moment && localTime(zone, moment);
  const status = (isOff: boolean) => schemaOrg(isOff ? "EventCancelled" : "EventScheduled");
  const shared = {
    eventAttendanceMode: schemaOrg(modes[kind]),
    location: locationsOf(event.venue, url),
  };
  return {
    "@context": "https://schema.org",
    "@type": "EducationEvent",
    "@id": url,
    identifier: event.id,
    url,
    name: event.title,
    description: event.description,
    startDate: at(earliest(timed.map(({ startsAt }) => startsAt))),
    endDate: at(latest(timed.map(({ endsAt }) => endsAt))),
    eventStatus: status(event.status === "cancelled" || (event.sessions.length > 0 && takePlace.length === 0)),
    ...shared,
    organizer: { "@type": "Organization", name: organizer },
    audience: audiences[event.audience],
    maximumAttendeeCapacity: sum(takePlace.map(capacityOf)),
    ...(remaining.every((one) => one !== undefined) && { remainingAttendeeCapacity: sum(remaining) }),
    subEvent: event.sessions.map((session): JsonLd => {
      const left = isCancelled(session) ? 0 : remainingOf(session);
      return {
        "@type": "EducationEvent",
        identifier: session.id,
        name: session.label === undefined ? event.title : `${event.title}: ${session.label}`,
        startDate: at(session.startsAt),
        endDate: at(session.endsAt),
        eventStatus: status(isCancelled(session)),
        ...shared,
        maximumAttendeeCapacity: isCancelled(session) ? 0 : capacityOf(session),
        ...(left !== undefined && { remainingAttendeeCapacity: left }),
      };
    }),
  };
}
