import { daysOfSession, remainingSeats, type Seats } from "@cte-partnerships/domain";
import type { CalendarSession } from "./calendar-contract.ts";
import type { EventInCalendar, SessionInMonth } from "./calendar-store.ts";

/** A session of an event as calendars have it, before anybody asks for its seats. */
export interface PlannedSession {
  session: SessionInMonth;
  event: EventInCalendar;
}

/** What stands in some months, each session once however many of them it lasts through, by its start. */
export function sessionsIn(months: readonly EventInCalendar[]): PlannedSession[] {
  const planned = new Map(months.flatMap((event) => event.sessions.map((session) => [session.id, { session, event }] as const)));
  return [...planned.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ session }: PlannedSession): string => `${session.startsAt}#${session.id}`;

/** Whether it takes place, as far as anybody knows now. */
export const isOn = ({ session, event }: PlannedSession): boolean => session.status === "scheduled" && event.status !== "cancelled";

export function calendarSession({ session, event }: PlannedSession, seats: Seats | undefined): CalendarSession {
  const { first, last } = daysOfSession(session, event.zone);
  return {
    id: session.id,
    eventId: event.eventId,
    title: event.title,
    ...(session.label === undefined ? {} : { label: session.label }),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: event.zone,
    firstDay: first,
    lastDay: last,
    status: event.status,
    isCancelled: !isOn({ session, event }),
    host: event.host,
    activityTypeId: event.activityTypeId,
    ...(event.boroughId === undefined ? {} : { boroughId: event.boroughId }),
    capacity: seats?.capacity ?? session.capacity,
    ...(seats ? { seats: { taken: seats.capacity - remainingSeats(seats), held: seats.held, waiting: seats.waiting } } : {}),
  };
}
