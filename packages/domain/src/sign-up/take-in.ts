import type { Event } from "../event/event.ts";
import type { AnswerFault } from "../event/question.ts";
import { faultsInAnswers } from "../event/question.ts";
import type { Session } from "../event/session.ts";
import type { SignUpId } from "../shared/id.ts";
import type { Instant } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import { remainingSeats, type Seats } from "./seats.ts";
import type { SignUp, SignUpInput } from "./sign-up.ts";

/** Why a person is not taken in. Nothing is kept of such a try. */
export type TakeInRefusal =
  | { code: "event_cancelled" }
  | { code: "session_cancelled" }
  | { code: "sign_ups_not_open"; opensAt: Instant }
  | { code: "sign_ups_closed"; closedAt: Instant }
  | { code: "party_too_large"; partySizeLimit: number }
  | { code: "party_larger_than_session"; capacity: number }
  | { code: "answers_invalid"; faults: AnswerFault[] }
  | { code: "session_full"; remaining: number; waitlist: "off" | "full" };

/** Whether sign-ups are taken at this moment, and since or from when not. */
export type SignUpsAre = { kind: "open" } | { kind: "not_yet"; opensAt: Instant } | { kind: "closed"; closedAt: Instant };

/**
 * Whether a session takes sign-ups at this moment, by its event's window and status and its own start.
 *
 * @example
 * signUpsOf(event, session, now) // { kind: "open" }
 * signUpsOf(event, session, session.startsAt).kind // "closed"
 */
export function signUpsOf(event: Event, session: Session, now: Instant): SignUpsAre {
  const { opensAt, closesAt } = event.signUpWindow;
  if (event.status === "closed") return { kind: "closed", closedAt: event.closedAt };
  if (event.status === "cancelled") return { kind: "closed", closedAt: event.cancelledAt };
  if (event.status === "done") return { kind: "closed", closedAt: event.doneAt };
  if (session.status === "cancelled") return { kind: "closed", closedAt: session.cancelledAt };
  // biome-ignore lint/complexity/useMathMinMax: instants are text that sorts in time order, not numbers.
  const closedAt = closesAt < session.startsAt ? closesAt : session.startsAt;
  if (now >= closedAt) return { kind: "closed", closedAt };
  if (event.status === "draft" || now < opensAt) return { kind: "not_yet", opensAt };
  return { kind: "open" };
}

/**
 * May this person be taken in now? The seats decide in the end, when the queue is settled; here is refused what can be
 * told at once. The stored twin of the capacity check is the version condition in the API's sign-up store.
 *
 * @param adder `"office"` adds a person by the same path, and is not bound to the sign-up window
 *
 * @example
 * takeIn({ event, session, seats, input: person, id }, now).value.state // "received"
 * takeIn({ event, session, seats, input: { ...person, partySize: 9 }, id }, now).refusal // { code: "party_too_large", partySizeLimit: 4 }
 */
export function takeIn(
  facts: { event: Event; session: Session; seats: Seats; input: SignUpInput; id: SignUpId; adder?: "person" | "office" },
  now: Instant,
): Result<Extract<SignUp, { state: "received" }>, TakeInRefusal> {
  const { event, session, seats, input, id, adder = "person" } = facts;
  // What is wrong with the question itself is said before what is wrong with the moment.
  const faults = faultsInAnswers(event.questions, input.answers);
  if (faults.length > 0) return refuse({ code: "answers_invalid", faults });
  if (event.status === "cancelled") return refuse({ code: "event_cancelled" });
  if (session.status === "cancelled" || seats.status === "cancelled") return refuse({ code: "session_cancelled" });
  const signUps = signUpsOf(event, session, now);
  const isOpen = signUps.kind === "open" || (adder === "office" && event.status !== "draft" && event.status !== "done" && now < session.startsAt);
  if (!isOpen) {
    return signUps.kind === "not_yet"
      ? refuse({ code: "sign_ups_not_open", opensAt: signUps.opensAt })
      : refuse({ code: "sign_ups_closed", closedAt: signUps.kind === "closed" ? signUps.closedAt : session.startsAt });
  }
  if (input.partySize > seats.capacity) return refuse({ code: "party_larger_than_session", capacity: seats.capacity });
  if (input.partySize > seats.partySizeLimit) return refuse({ code: "party_too_large", partySizeLimit: seats.partySizeLimit });
  const remaining = remainingSeats(seats);
  if (input.partySize > remaining && seats.waiting >= seats.waitlistLimit) {
    return refuse({ code: "session_full", remaining: Math.max(0, remaining), waitlist: seats.waitlistLimit === 0 ? "off" : "full" });
  }
  const { affiliation, ...rest } = input;
  return accept({
    state: "received",
    id,
    sessionId: session.id,
    eventId: event.id,
    ...rest,
    ...(affiliation === undefined ? {} : { affiliation }),
    receivedAt: now,
    version: 1,
  });
}
