import { type Instant, instantFrom, millisecondsOf } from "../shared/instant.ts";
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
  const [opensAt, closesAt] = later(signUpWindow.opensAt, signUpWindow.closesAt);
  return {
    title,
    activityTypeId,
    ...(details ? { details } : {}),
    description,
    host,
    venue,
    audience,
    contact,
    signUpWindow: { opensAt, closesAt },
    needsApproval,
    oneSessionPerPerson,
    questions: event.questions.filter((question) => !question.isRetired),
    sessions: days === undefined ? [] : event.sessions.flatMap((session) => (session.status === "scheduled" ? [slotOf(session)] : [])),
  };

  function slotOf(session: Event["sessions"][number]): EventInput["sessions"][number] {
    const { label, capacity, partySizeLimit, waitlistLimit } = session;
    const [startsAt, endsAt] = later(session.startsAt, session.endsAt);
    return { ...(label === undefined ? {} : { label }), startsAt, endsAt, capacity, partySizeLimit, waitlistLimit };
  }

  function later(from: Instant, to: Instant): [Instant, Instant] {
    const [begins, ends] = [from, to].map((instant) => daysLaterIn(venue.zone, instant, days ?? 0)) as [Instant, Instant];
    // At night, where the clocks leap past the beginning and not past the end, it keeps its length.
    return ends > begins ? [begins, ends] : [begins, instantFrom(millisecondsOf(begins) + millisecondsOf(to) - millisecondsOf(from))];
  }
}
