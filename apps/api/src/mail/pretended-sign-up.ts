import { type Event, type Instant, type SessionId, SignUp, SignUpId, type SignUpState } from "@cte-partnerships/domain";

interface Wish {
  event: Pick<Event, "id">;
  sessionId: SessionId;
  name: string;
  address: string;
  at: Instant;
  /** Confirmed where it is not said. */
  state?: SignUpState;
  partySize?: number;
  affiliation?: string;
}

/** Nobody's: an address gives no such key. */
export const pretendedId = SignUpId.parse(`sgn_${"0".repeat(52)}`);

/** Stands in a mail's facts for the person who gets it, where nobody signed up: in a test, and in a preview of nobody. */
export const pretendedSignUp = ({ event, sessionId, name, address, at, state = "confirmed", partySize = 1, affiliation }: Wish): SignUp =>
  SignUp.parse({
    ...ownOf(state, at),
    state,
    id: pretendedId,
    sessionId,
    eventId: event.id,
    name: name === "" ? "Your name" : name,
    email: address,
    ...(affiliation === undefined ? {} : { affiliation }),
    partySize,
    answers: {},
    receivedAt: at,
    version: 1,
  });

/** What a sign-up in a state has beside what all have. */
const ownOf = (state: SignUpState, at: Instant): object =>
  ({
    received: {},
    confirmed: { number: 1, seatedAt: at },
    pending: { number: 1, seatedAt: at },
    waitlisted: { number: 1, place: 1 },
    refused: { endedAt: at, code: "session_full" },
    declined: { number: 1, endedAt: at, reason: "The reason that you give, if you give one, stands here." },
    withdrawn: { number: 1, endedAt: at },
    cancelled: { number: 1, endedAt: at },
  })[state];
