import { dateIn, type Event } from "@cte-partnerships/domain";
import type { EventRow } from "./contract.ts";
import { spanOf } from "./store.ts";

/** What a list shows of an event, and what it is found by. Nothing of it is personal: the contact is an office's title. */
export function rowOf(event: Event): EventRow {
  const { id, title, status, activityTypeId, host, venue, contact, version } = event;
  const span = spanOf(event);
  const scheduled = event.sessions.filter((session) => session.status === "scheduled");
  const labels = [...new Set(event.sessions.flatMap(({ label }) => (label === undefined ? [] : [label])))];
  return {
    id,
    title,
    status,
    activityTypeId,
    host,
    ...("place" in venue ? { boroughId: venue.place.boroughId, place: venue.place.name, city: venue.place.city } : {}),
    zone: venue.zone,
    // Days in the event's own zone: a day in New York is not a day in UTC.
    ...(span ? { ...span, firstDay: dateIn(venue.zone, span.startsAt), lastDay: dateIn(venue.zone, span.endsAt) } : {}),
    sessionCount: scheduled.length,
    capacity: scheduled.reduce((sum, session) => sum + session.capacity, 0),
    contact: contact.title,
    ...(labels.length > 0 ? { labels } : {}),
    version,
  };
}
