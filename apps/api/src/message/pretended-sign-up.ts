import { type Event, type Instant, type SessionId, SignUp, SignUpId } from "@cte-partnerships/domain";

interface Wish {
  event: Pick<Event, "id">;
  sessionId: SessionId;
  name: string;
  address: string;
  at: Instant;
}

/** Nobody's: an address gives no such key. */
export const pretendedId = SignUpId.parse(`sgn_${"0".repeat(52)}`);

/** Stands in a mail's facts for the person who gets it, where nobody signed up: in a test, and in a preview of nobody. */
export const pretendedSignUp = ({ event, sessionId, name, address, at }: Wish): SignUp =>
  SignUp.parse({
    state: "confirmed",
    id: pretendedId,
    sessionId,
    eventId: event.id,
    name: name === "" ? "Your name" : name,
    email: address,
    partySize: 1,
    answers: {},
    receivedAt: at,
    seatedAt: at,
    number: 1,
    version: 1,
  });
