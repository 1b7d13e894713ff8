import { instantFrom, millisecondsOf } from "../shared/instant.ts";
import { daysLaterIn } from "../shared/wall-clock.ts";
import type { Event, EventInput } from "./event.ts";

/**
 * What a new event begins with that is to be like this one: everything but who signed up, what was cancelled, and questions that
 * are asked no more. Its sessions and the time for signing up come so many days later, at the same time of day at the venue.
 *
 * @param days absent: without any session, and with the time for signing up as it was
 * @example
 * copyOfEvent(event, 7).sessions[0].startsAt === daysLaterIn(event.venue.zone, session.startsAt, 7) // true
 * copyOfEvent(event).sessions // []
 */
export function copyOfEvent(event: Event, days?: number): EventInput {
  const { title, activityTypeId, details, description, host, venue, audience, contact, signUpWindow, needsApproval, oneSessionPerPerson } = event;
  const later = (instant: Event["createdAt"]) => daysLaterIn(venue.zone, instant, days ?? 0);
  return {
    title,
    activityTypeId,
    ...(details ? { details } : {}),
    description,
    host,
    venue,
    audience,
    contact,
    signUpWindow: { opensAt: later(signUpWindow.opensAt), closesAt: later(signUpWindow.closesAt) },
    needsApproval,
    oneSessionPerPerson,
    questions: event.questions.filter((question) => !question.isRetired),
    sessions: days === undefined ? [] : event.sessions.flatMap((session) => (session.status === "scheduled" ? [slotOf(session)] : [])),
  };

  function slotOf({ label, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }: Event["sessions"][number]): EventInput["sessions"][number] {
    const [starts, ends] = [later(startsAt), later(endsAt)];
    // At night, where the clocks leap past the start and not past the end, it keeps its length.
    const isTurned = ends <= starts;
    const times = { startsAt: starts, endsAt: isTurned ? instantFrom(millisecondsOf(starts) + millisecondsOf(endsAt) - millisecondsOf(startsAt)) : ends };
    return { ...(label === undefined ? {} : { label }), ...times, capacity, partySizeLimit, waitlistLimit };
  }
}
