import * as z from "zod";
import { Capacity, limits, PartySize } from "../event/session.ts";
import { EventId, SessionId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";

/**
 * The seats of one session, as one record: what decides who gets in, and what every settling write is checked against.
 * `version` rises with every change to it. Seats are counted in people, the line in parties.
 */
export const Seats = z.object({
  sessionId: SessionId,
  eventId: EventId,
  status: z.enum(["open", "cancelled"]),
  startsAt: Instant,
  capacity: Capacity,
  partySizeLimit: PartySize,
  /** Parties that may wait; 0 where there is no waitlist. */
  waitlistLimit: z.int().min(0).max(limits.waitlistParties),
  needsApproval: z.boolean(),
  /** People with a confirmed seat. */
  confirmed: z.int().min(0),
  /** People whose seat is held until the office decides. */
  held: z.int().min(0),
  /** Parties in line. */
  waiting: z.int().min(0),
  /** The next number that settling gives. */
  nextNumber: z.int().min(1),
  /**
   * The three highest numbers that ever got a seat, highest first. A waiting party with number n has been passed over as
   * often as numbers above n stand here (three meaning three or more): it has waited since n was given, so whoever has a
   * higher number and a seat got it past them. No waiting party's record has to be written when another passes it.
   */
  overtakers: z.array(z.int()).max(3),
  /** Rises when the office changes the session's seats (capacity, limits, cancelled): what the second of two clerks is checked against. */
  settingsVersion: z.int().min(1),
  version: z.int().min(1),
});
export type Seats = z.infer<typeof Seats>;

/**
 * Seats nobody has or holds. Below 0 where capacity was lowered under what is taken; the public is told 0.
 *
 * @example
 * remainingSeats({ capacity: 10, confirmed: 6, held: 1 }) // 3
 * remainingSeats({ capacity: 5, confirmed: 6, held: 1 }) // -2
 */
export const remainingSeats = (seats: Pick<Seats, "capacity" | "confirmed" | "held">): number => seats.capacity - seats.confirmed - seats.held;
