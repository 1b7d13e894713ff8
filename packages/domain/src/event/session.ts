import * as z from "zod";
import { SessionId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { line } from "../shared/text.ts";

/** Bounds that keep one session's queue and one event's cancellation within what a single transaction can carry. */
export const limits = {
  sessionsPerEvent: 50,
  capacity: 100_000,
  partySize: 50,
  waitlistParties: 10_000,
  questions: 20,
} as const;

const whole = (min: number, max: number) => z.int("must be a whole number").min(min, `must be at least ${min}`).max(max, `must be at most ${max}`);

/** Seats of a session, counted in people: 1 to 100,000. */
export const Capacity = whole(1, limits.capacity);
/** People who come on one sign-up, whoever signs up included: 1 to 50. */
export const PartySize = whole(1, limits.partySize);

const slot = {
  /** What tells this session from the others of its event, where the time alone does not: "Morning group". */
  label: line(80).optional(),
  startsAt: Instant,
  endsAt: Instant,
  /** Seats. The seat item of a published session is the truth from then on; this is what the office asked for. */
  capacity: Capacity,
  /** The largest party that may sign up together. */
  partySizeLimit: PartySize,
  /** Parties that may wait in line; 0 where there is no waitlist. */
  waitlistLimit: whole(0, limits.waitlistParties),
};

const endsAfterStart = (session: { startsAt: string; endsAt: string }) => session.endsAt > session.startsAt;

/** A time slot of an event as the office writes it. Without an id it is a new one. */
export const SessionInput = z
  .strictObject({ id: SessionId.optional(), ...slot })
  .refine(endsAfterStart, { path: ["endsAt"], error: "must be after the start" })
  .refine((session) => session.partySizeLimit <= session.capacity, { path: ["partySizeLimit"], error: "must not be larger than the capacity" });
export type SessionInput = z.infer<typeof SessionInput>;

/** A time slot of an event, with its own capacity. `sequence` rises with each change that a calendar must hear of. */
export const Session = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("scheduled"), id: SessionId, ...slot, sequence: z.int().min(0) }),
  z.strictObject({ status: z.literal("cancelled"), id: SessionId, ...slot, sequence: z.int().min(0), cancelledAt: Instant, reason: line(300) }),
]);
export type Session = z.infer<typeof Session>;
