import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { EventView, SessionView } from "../event/public-view.ts";
import { momentOf } from "../event/when.ts";
import type { FieldError } from "../http/field-errors.ts";
import { problems } from "../http/problem.ts";
import type { SignUpRefusal } from "./arrival.ts";

/** What a form is for: one session of one event. */
export interface FormSubject {
  view: EventView;
  session: SessionView;
}

/** A form that came back, and why. */
export interface ReturnedForm {
  status: ContentfulStatusCode;
  heading: string;
  text?: string;
  errors?: readonly FieldError[];
  /** Other sessions of the same event are offered. */
  isFull?: boolean;
  /** Sending it again leads to nothing: what was written is shown without a way to. */
  isOver?: boolean;
  offersWaitlist?: boolean;
  headers?: Record<string, string>;
}

export const movedHere: ReturnedForm = { status: 200, heading: "You changed to another session", text: "What you wrote came along. Look it over and send it." };
export const wasOpenTooLong: ReturnedForm = {
  status: 400,
  heading: "This form was open for a long time",
  text: "Nothing is lost. Look it over and send it again.",
};
export const wasTooQuick: ReturnedForm = { status: 400, heading: "That was very quick", text: "Look it over for a moment and send it again." };

/** By the seats as they were a moment ago: the person would get a place in line and not a seat. */
export const wouldWait = (session: SessionView, partySize: number): boolean =>
  partySize > session.remaining && session.hasRoomInLine && session.signUps.kind === "open";

/** More came than places are left: whether they would wait. */
export function offerOfWaitlist(session: SessionView, partySize: number): ReturnedForm {
  const few = session.remaining === 1 ? "Only one place is left" : `Only ${session.remaining} places are left`;
  return session.remaining > 0
    ? { status: 409, heading: few, text: `You may join the waitlist with all ${partySize}, or come with fewer.`, offersWaitlist: true, isFull: true }
    : {
        status: 409,
        heading: "The last place has just gone",
        text: "You may join the waitlist: you move up as others give up their places.",
        offersWaitlist: true,
        isFull: true,
      };
}

/** Why the form comes back: what is the case, and at which field. */
export function returnedForm(refusal: SignUpRefusal, { view }: FormSubject): ReturnedForm {
  const { status } = problems[refusal.code];
  const { zone } = view.event.venue;
  switch (refusal.code) {
    case "answers_invalid":
      return {
        status,
        heading: "Something is missing or does not fit",
        errors: refusal.faults.map((fault) => ({ path: `answers.${fault.questionId}`, message: "does not fit" })),
      };
    case "party_too_large":
      return { status, heading: "Your party is too large", errors: [{ path: "partySize", message: `must be at most ${refusal.partySizeLimit}` }] };
    case "party_larger_than_session":
      return { status, heading: "Your party is too large", errors: [{ path: "partySize", message: `must be at most ${refusal.capacity}, the whole session` }] };
    case "session_full":
      if (refusal.remaining > 0) {
        return {
          status,
          heading: `Only ${refusal.remaining === 1 ? "one place is" : `${refusal.remaining} places are`} left`,
          errors: [{ path: "partySize", message: `must be at most ${refusal.remaining}` }],
          isFull: true,
        };
      }
      return { status, heading: "The last place has just gone", text: "No place is left in line either.", isFull: true, isOver: true };
    case "sign_ups_not_open":
      return { status, heading: "Sign-ups are not open yet", text: `They open ${momentOf(refusal.opensAt, zone)}.`, isOver: true };
    case "sign_ups_closed":
      return { status, heading: "Sign-ups have closed", text: `They closed ${momentOf(refusal.closedAt, zone)}.`, isFull: true, isOver: true };
    case "event_cancelled":
      return { status, heading: "This event was cancelled", isOver: true };
    case "session_cancelled":
      return { status, heading: "This session was cancelled", isFull: true, isOver: true };
    default:
      return { status, heading: "This session takes no sign-ups" };
  }
}
