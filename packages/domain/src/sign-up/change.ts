import type { Event } from "../event/event.ts";
import { type AnswerFault, type Answers, faultsInAnswers } from "../event/question.ts";
import type { Instant } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import type { Seats } from "./seats.ts";
import { type CorrectionInput, isStanding, type SignUp, type SignUpState, type StandingState } from "./sign-up.ts";

type In<State extends SignUpState> = Extract<SignUp, { state: State }>;

/** What a change to one sign-up does to the seats of its session: added to the seat record, which raises its version. */
export interface SeatsDelta {
  confirmed: number;
  held: number;
  waiting: number;
}

/** Why a sign-up stays as it was. */
export type ChangeRefusal =
  | { code: "not_pending"; state: SignUpState }
  | { code: "not_standing"; state: SignUpState }
  | { code: "session_started"; startedAt: Instant }
  | { code: "session_cancelled" }
  | { code: "party_not_smaller"; partySize: number }
  | { code: "answers_invalid"; faults: AnswerFault[] };

type Change<After extends SignUp> = Result<{ signUp: After; delta: SeatsDelta }, ChangeRefusal>;

const none: SeatsDelta = { confirmed: 0, held: 0, waiting: 0 };

/**
 * What a sign-up counts for in the seats of its session: people where it has a seat, one party where it waits.
 *
 * @example
 * countsFor({ ...signUp, state: "confirmed", partySize: 3 }) // { confirmed: 3, held: 0, waiting: 0 }
 */
export function countsFor(signUp: SignUp): SeatsDelta {
  if (signUp.state === "confirmed") return { ...none, confirmed: signUp.partySize };
  if (signUp.state === "pending") return { ...none, held: signUp.partySize };
  if (signUp.state === "waitlisted") return { ...none, waiting: 1 };
  return none;
}

const difference = (before: SignUp, after: SignUp): SeatsDelta => {
  const [from, to] = [countsFor(before), countsFor(after)];
  return { confirmed: to.confirmed - from.confirmed, held: to.held - from.held, waiting: to.waiting - from.waiting };
};

const changed = <After extends SignUp>(before: SignUp, after: After) => accept({ signUp: after, delta: difference(before, after) });

const closedTo = (seats: Pick<Seats, "status" | "startsAt">, now: Instant): ChangeRefusal | undefined => {
  if (seats.status === "cancelled") return { code: "session_cancelled" };
  if (now >= seats.startsAt) return { code: "session_started", startedAt: seats.startsAt };
  return undefined;
};

/** What every member of the union holds, without the state's own fields. */
const base = (signUp: SignUp) => {
  const { id, sessionId, eventId, name, email, affiliation, partySize, answers, receivedAt, version } = signUp;
  return { id, sessionId, eventId, name, email, ...(affiliation === undefined ? {} : { affiliation }), partySize, answers, receivedAt, version: version + 1 };
};
const ended = (signUp: SignUp, now: Instant) => {
  const number = "number" in signUp ? signUp.number : undefined;
  return { ...base(signUp), ...(number === undefined ? {} : { number }), endedAt: now };
};

/**
 * The office approves: the held seat becomes a confirmed one.
 *
 * @example
 * approve(signUp, seats, now).value.delta // { confirmed: 2, held: -2, waiting: 0 }
 */
export function approve(signUp: SignUp, seats: Seats, now: Instant): Change<In<"confirmed">> {
  const closed = closedTo(seats, now);
  if (closed) return refuse(closed);
  if (signUp.state !== "pending") return refuse({ code: "not_pending", state: signUp.state });
  return changed(signUp, { ...base(signUp), state: "confirmed", number: signUp.number, seatedAt: signUp.seatedAt });
}

/**
 * The office declines somebody who is pending or in line; a held seat is free again.
 *
 * @example
 * decline(signUp, seats, now, "For teachers only").value.signUp.reason // "For teachers only"
 */
export function decline(signUp: SignUp, seats: Seats, now: Instant, reason?: string): Change<In<"declined">> {
  const closed = closedTo(seats, now);
  if (closed) return refuse(closed);
  if (signUp.state !== "pending" && signUp.state !== "waitlisted") return refuse({ code: "not_pending", state: signUp.state });
  return changed(signUp, { ...ended(signUp, now), state: "declined", ...(reason ? { reason } : {}) });
}

/**
 * The person, or the office for them, gives up seat or place.
 *
 * @example
 * withdraw(signUp, seats, now).value.delta // { confirmed: 0, held: -2, waiting: 0 }
 * withdraw(signUp, seats, seats.startsAt).refusal // { code: "session_started", startedAt: seats.startsAt }
 */
export function withdraw(signUp: SignUp, seats: Seats, now: Instant): Change<In<"withdrawn">> {
  const closed = closedTo(seats, now);
  if (closed) return refuse(closed);
  if (!isStanding(signUp)) return refuse({ code: "not_standing", state: signUp.state });
  return changed(signUp, { ...ended(signUp, now), state: "withdrawn" });
}

/**
 * Fewer people come. Seat or place in line is kept; seats given up are free again.
 *
 * @example
 * makePartySmaller(signUp, 1, seats, now).value.signUp.partySize // 1
 * makePartySmaller(signUp, 3, seats, now).refusal // { code: "party_not_smaller", partySize: 2 }
 */
export function makePartySmaller(signUp: SignUp, partySize: number, seats: Seats, now: Instant): Change<In<StandingState>> {
  const closed = closedTo(seats, now);
  if (closed) return refuse(closed);
  if (!isStanding(signUp)) return refuse({ code: "not_standing", state: signUp.state });
  if (!Number.isInteger(partySize) || partySize < 1 || partySize >= signUp.partySize) return refuse({ code: "party_not_smaller", partySize: signUp.partySize });
  return changed(signUp, { ...signUp, partySize, version: signUp.version + 1 });
}

/** What was answered to questions that are asked no more. */
const answersToRetired = (event: Event, answers: Answers): Answers => {
  const retired = new Set<string>(event.questions.filter((question) => question.isRetired).map((question) => question.id));
  return Object.fromEntries(Object.entries(answers).filter(([questionId]) => retired.has(questionId)));
};

/**
 * Its holder corrects affiliation or answers. What was answered to a question since retired stays, though the form asks it no more.
 *
 * @example
 * correct(signUp, { answers: { needs: "a ramp" } }, event, seats, now).value.signUp.answers // { needs: "a ramp" }
 */
export function correct(signUp: SignUp, correction: CorrectionInput, event: Event, seats: Seats, now: Instant): Change<In<StandingState>> {
  const closed = closedTo(seats, now);
  if (closed) return refuse(closed);
  if (!isStanding(signUp)) return refuse({ code: "not_standing", state: signUp.state });
  const faults = faultsInAnswers(event.questions, correction.answers, signUp.answers);
  if (faults.length > 0) return refuse({ code: "answers_invalid", faults });
  const { affiliation: _replaced, ...kept } = signUp;
  const { affiliation } = correction;
  const answers = { ...answersToRetired(event, signUp.answers), ...correction.answers };
  return changed(signUp, { ...kept, answers, ...(affiliation === undefined ? {} : { affiliation }), version: signUp.version + 1 } as In<StandingState>);
}

/**
 * The session was cancelled: whatever stands, is cancelled with it. Absent where nothing stands.
 *
 * @example
 * cancelWithSession(signUp, now).state // "cancelled"
 */
export function cancelWithSession(signUp: SignUp, now: Instant): In<"cancelled"> | undefined {
  return isStanding(signUp) ? { ...ended(signUp, now), state: "cancelled" } : undefined;
}
