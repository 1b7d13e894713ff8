import type { Event } from "../event/event.ts";
import type { Session } from "../event/session.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import type { SignUp, SignUpState } from "../sign-up/sign-up.ts";
import type { Attendance, AttendanceInput, CheckIn } from "./attendance.ts";

/** Why nothing is written down. */
export type AttendanceRefusal =
  | { code: "check_in_not_confirmed"; state: SignUpState }
  | { code: "check_in_not_open"; opensAt: Instant }
  | { code: "check_in_over_party"; partySize: number }
  | { code: "check_in_other_session" }
  | { code: "session_cancelled" }
  | { code: "session_not_started"; startsAt: Instant };

/** How long before a session people may be checked in. */
export interface CheckInPolicy {
  opensMinutesBefore: number;
}

/** Two hours: time to build up, and no yesterday. */
export const defaultCheckInPolicy: CheckInPolicy = { opensMinutesBefore: 120 };

const written = (signUp: SignUp, before: CheckIn | undefined, now: Instant) => ({
  signUpId: signUp.id,
  sessionId: signUp.sessionId,
  eventId: signUp.eventId,
  at: now,
  version: (before?.version ?? 0) + 1,
});

const refusalOf = (signUp: SignUp, session: Session): AttendanceRefusal | undefined => {
  if (session.status === "cancelled") return { code: "session_cancelled" };
  if (signUp.sessionId !== session.id) return { code: "check_in_other_session" };
  return signUp.state === "confirmed" ? undefined : { code: "check_in_not_confirmed", state: signUp.state };
};

/**
 * Somebody with a seat came, with so many of their party. Checking in again corrects it.
 *
 * @example
 * checkIn({ ...signUp, state: "confirmed" }, session, 1, undefined, session.startsAt).value.people // 1
 * checkIn(signUp, session, 1, undefined, session.startsAt).refusal // { code: "check_in_not_confirmed", state: "pending" }
 */
export function checkIn(
  signUp: SignUp,
  session: Session,
  people: number,
  before: CheckIn | undefined,
  now: Instant,
  { opensMinutesBefore }: CheckInPolicy = defaultCheckInPolicy,
): Result<Extract<CheckIn, { state: "came" }>, AttendanceRefusal> {
  const refusal = refusalOf(signUp, session);
  if (refusal) return refuse(refusal);
  const opensAt = minutesAfter(session.startsAt, -opensMinutesBefore);
  if (now < opensAt) return refuse({ code: "check_in_not_open", opensAt });
  if (!Number.isInteger(people) || people < 1 || people > signUp.partySize) return refuse({ code: "check_in_over_party", partySize: signUp.partySize });
  return accept({ state: "came", ...written(signUp, before, now), people });
}

/**
 * Somebody with a seat did not come. Not before the session has begun; it also takes a check-in back.
 *
 * @example
 * markAbsent({ ...signUp, state: "confirmed" }, session, undefined, session.startsAt).value.state // "absent"
 */
export function markAbsent(
  signUp: SignUp,
  session: Session,
  before: CheckIn | undefined,
  now: Instant,
): Result<Extract<CheckIn, { state: "absent" }>, AttendanceRefusal> {
  const refusal = refusalOf(signUp, session);
  if (refusal) return refuse(refusal);
  if (now < session.startsAt) return refuse({ code: "session_not_started", startsAt: session.startsAt });
  return accept({ state: "absent", ...written(signUp, before, now) });
}

/**
 * How many students came to a session, by school. Counting again corrects it.
 *
 * @example
 * countStudents(event, session, { schools: [] }, undefined, now).refusal.code // "session_not_started"
 */
export function countStudents(
  event: Pick<Event, "id">,
  session: Session,
  input: AttendanceInput,
  before: Attendance | undefined,
  now: Instant,
): Result<Attendance, AttendanceRefusal> {
  if (session.status === "cancelled") return refuse({ code: "session_cancelled" });
  if (now < session.startsAt) return refuse({ code: "session_not_started", startsAt: session.startsAt });
  return accept({ eventId: event.id, sessionId: session.id, schools: input.schools, countedAt: now, version: (before?.version ?? 0) + 1 });
}
