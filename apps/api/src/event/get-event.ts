import {
  type Action,
  type Actor,
  accept,
  actions,
  dateIn,
  type EditFacts,
  type Event,
  type EventId,
  type Instant,
  may,
  publishFaults,
  type Result,
  refuse,
  remainingSeats,
  type Seats,
  type SessionId,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { activityTypeOf } from "./activity-type-of.ts";
import type { EventDetail, SeatCounts } from "./contract.ts";
import { findEditFacts } from "./edit-facts.ts";
import { findEvent } from "./store.ts";

/** What an actor may do with one event, of all that can be done. */
export const actionsOn = (actor: Actor, event: Pick<Event, "host">, now: Instant): Action[] =>
  (Object.keys(actions) as Action[]).filter((action) => may(actor, action, { kind: "event", host: event.host }, now));

/** One event within reach. What may not be seen is told apart from what is not there by nobody. */
export async function findEventWithinReach(deps: Deps, actor: Actor, eventId: EventId): Promise<Event | undefined> {
  const event = await findEvent(deps, eventId);
  return event && may(actor, "view_event", { kind: "event", host: event.host }, deps.now()) ? event : undefined;
}

export const seatCounts = (seats: Seats): SeatCounts => ({
  capacity: seats.capacity,
  confirmed: seats.confirmed,
  held: seats.held,
  waiting: seats.waiting,
  remaining: remainingSeats(seats),
  waitlistLimit: seats.waitlistLimit,
  isCancelled: seats.status === "cancelled",
  version: seats.settingsVersion,
});

const nothingFound: EditFacts = { sessionsWithSignUps: new Set(), answeredQuestions: new Set() };

/** The seats of an event's sessions; a draft has none. */
export const seatsOf = async (deps: Pick<Deps, "table">, event: Event): Promise<ReadonlyMap<SessionId, Seats>> =>
  event.status === "draft"
    ? new Map()
    : readSeats(
        deps,
        event.sessions.map((session) => session.id),
      );

/**
 * An event with the truth about its seats, and what this actor may do with it.
 * @param asked `isWatching`: without what an edit must respect, for which rosters are read
 */
export async function getEvent(
  deps: Deps,
  { actor, eventId, isWatching = false }: { actor: Actor; eventId: EventId; isWatching?: boolean },
): Promise<Result<EventDetail, { code: "event_unknown" }>> {
  const event = await findEventWithinReach(deps, actor, eventId);
  if (!event) return refuse({ code: "event_unknown" });
  const now = deps.now();
  const [seats, facts] = await Promise.all([seatsOf(deps, event), isWatching ? nothingFound : findEditFacts(deps, event)]);
  return accept({
    event,
    seats: Object.fromEntries([...seats].map(([sessionId, counted]) => [sessionId, seatCounts(counted)])),
    publishFaults: event.status === "draft" ? publishFaults(event, now, activityTypeOf(deps.agency, event, dateIn(deps.agency.zone, now))) : [],
    sessionsWithSignUps: [...facts.sessionsWithSignUps],
    answeredQuestions: [...facts.answeredQuestions],
    may: actionsOn(actor, event, now),
  });
}
