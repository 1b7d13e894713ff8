import * as z from "zod";
import type { Session } from "../event/session.ts";
import { EventId, HoursId, SessionId, SignUpId, UserId } from "../shared/id.ts";
import { Instant, millisecondsOf } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import { paragraphs } from "../shared/text.ts";
import type { CheckIn } from "./attendance.ts";

const lengthMinutes = z
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(60 * 24 * 31, "must be at most a month");

/** What an adult says of their own time at a session. Adults only: students' hours have a system of record elsewhere. */
export const HoursInput = z.strictObject({ lengthMinutes, note: paragraphs(500) });
export type HoursInput = z.infer<typeof HoursInput>;

const logged = {
  id: HoursId,
  signUpId: SignUpId,
  sessionId: SessionId,
  eventId: EventId,
  lengthMinutes,
  note: paragraphs(500),
  loggedAt: Instant,
  version: z.int().min(1),
};

/** An adult's hours at a session: logged by themselves, then confirmed by the host, or sent back with a reason. */
export const Hours = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("logged"), ...logged }),
  z.strictObject({ state: z.literal("confirmed"), ...logged, confirmedAt: Instant, confirmedBy: UserId }),
  z.strictObject({ state: z.literal("returned"), ...logged, returnedAt: Instant, returnedBy: UserId, reason: paragraphs(500) }),
]);
export type Hours = z.infer<typeof Hours>;
/** Where an adult's hours are: logged → confirmed, or returned. */
export type HoursState = Hours["state"];

/** Why hours stay as they were. */
export type HoursRefusal =
  | { code: "hours_not_checked_in" }
  | { code: "hours_session_not_over"; endsAt: Instant }
  | { code: "hours_over_session"; limitMinutes: number }
  | { code: "hours_not_logged"; state: HoursState }
  | { code: "session_cancelled" };

type In<State extends HoursState> = Extract<Hours, { state: State }>;

/**
 * How long a session lasts, in whole minutes.
 *
 * @example
 * sessionMinutes(session) // 180
 */
export const sessionMinutes = ({ startsAt, endsAt }: Pick<Session, "startsAt" | "endsAt">): number =>
  Math.floor((millisecondsOf(endsAt) - millisecondsOf(startsAt)) / 60_000);

/** The minutes that stand of some hours: what was sent back counts no more. */
const standing = (hours: readonly Hours[]) => hours.reduce((sum, one) => sum + (one.state === "returned" ? 0 : one.lengthMinutes), 0);

/**
 * An adult who came logs their hours, once the session is over. All that they log for one session is at most as long as it.
 *
 * @example
 * logHours({ lengthMinutes: 60, note: "" }, hours.id, undefined, session, [], session.endsAt).refusal // { code: "hours_not_checked_in" }
 */
export function logHours(
  input: HoursInput,
  id: HoursId,
  checkIn: CheckIn | undefined,
  session: Session,
  before: readonly Hours[],
  now: Instant,
): Result<In<"logged">, HoursRefusal> {
  if (checkIn?.state !== "came" || checkIn.sessionId !== session.id) return refuse({ code: "hours_not_checked_in" });
  // Somebody may have been checked in before it was called off.
  if (session.status === "cancelled") return refuse({ code: "session_cancelled" });
  if (now < session.endsAt) return refuse({ code: "hours_session_not_over", endsAt: session.endsAt });
  const own = before.filter(({ signUpId, sessionId }) => signUpId === checkIn.signUpId && sessionId === session.id);
  // A session may have been made shorter since.
  const limitMinutes = Math.max(0, sessionMinutes(session) - standing(own));
  if (input.lengthMinutes > limitMinutes) return refuse({ code: "hours_over_session", limitMinutes });
  const { signUpId, sessionId, eventId } = checkIn;
  return accept({ state: "logged", id, signUpId, sessionId, eventId, ...input, loggedAt: now, version: 1 });
}

const base = ({ id, signUpId, sessionId, eventId, lengthMinutes: minutes, note, loggedAt, version }: Hours) => ({
  id,
  signUpId,
  sessionId,
  eventId,
  lengthMinutes: minutes,
  note,
  loggedAt,
  version: version + 1,
});

/**
 * The host says that it was so.
 *
 * @example
 * confirmHours(hours, user, now).value.confirmedAt // now
 */
export function confirmHours(hours: Hours, by: UserId, now: Instant): Result<In<"confirmed">, HoursRefusal> {
  if (hours.state !== "logged") return refuse({ code: "hours_not_logged", state: hours.state });
  return accept({ ...base(hours), state: "confirmed", confirmedAt: now, confirmedBy: by });
}

/**
 * The host says that it was not so, and why. Whoever logged it may log it anew.
 *
 * @example
 * returnHours(hours, "You left at noon", user, now).value.reason // "You left at noon"
 */
export function returnHours(hours: Hours, reason: string, by: UserId, now: Instant): Result<In<"returned">, HoursRefusal> {
  if (hours.state !== "logged") return refuse({ code: "hours_not_logged", state: hours.state });
  return accept({ ...base(hours), state: "returned", returnedAt: now, returnedBy: by, reason });
}

/**
 * The minutes that a host has confirmed, over any hours.
 *
 * @example
 * confirmedMinutes([hours]) // 0
 */
export const confirmedMinutes = (hours: readonly Hours[]): number => hours.reduce((sum, one) => sum + (one.state === "confirmed" ? one.lengthMinutes : 0), 0);
