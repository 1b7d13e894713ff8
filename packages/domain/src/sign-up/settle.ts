import type { SignUpId } from "../shared/id.ts";
import { type Instant, millisecondsOf } from "../shared/instant.ts";
import { remainingSeats, type Seats } from "./seats.ts";
import type { SettlingRefusalCode } from "./sign-up.ts";

/** A party in line, by the number that settling gave it. */
export interface WaitingParty {
  id: SignUpId;
  partySize: number;
  number: number;
}

/** A party taken in and not yet settled. */
export interface ArrivedParty {
  id: SignUpId;
  partySize: number;
}

/** What settling decided for one party. `place` counts from 1 among those in line. */
export type Outcome =
  | { id: SignUpId; from: "waitlisted" | "received"; to: "confirmed" | "pending"; number: number; partySize: number }
  | { id: SignUpId; from: "received"; to: "waitlisted"; number: number; place: number; partySize: number }
  | { id: SignUpId; from: "received"; to: "refused"; code: SettlingRefusalCode; partySize: number }
  | { id: SignUpId; from: "received"; to: "cancelled"; partySize: number };

/** What one settling decided, to be written in one transaction under the version that the seats had before. */
export interface Settlement {
  /** The seats as they stand after the outcomes; the version is raised by one where anything changed. */
  seats: Seats;
  outcomes: Outcome[];
  /** More parties could be decided at once: settle again. */
  hasMore: boolean;
}

/** A party passed over this often is waited for … */
export const passesBeforeWaitedFor = 3;
/** … until this long before the session starts; then a seat goes to whoever fits. */
export const waitedForUntilMinutesBeforeStart = 24 * 60;
/** Outcomes that one settling decides at most: with the seat record they fit one transaction well. */
export const outcomesPerSettling = 49;

/**
 * Decides who gets the session's seats and places: those in line first, in order of number, then the arrived in order of
 * arrival, each arrival getting the next number.
 *
 * A free seat goes to the longest-waiting party that fits. A party passed over three times is waited for, so that a large
 * party is not starved by small ones, until 24 hours before the start. Nobody is seated after the start or in a cancelled
 * session. Where the office approves, a seat is held (`pending`) instead of confirmed.
 *
 * @param line every waiting party by rising number, where a seat is free; may be left empty where none is. Where a seat is
 *   free and parties of the line are missing, no arrival is seated past them: they go to the line, and `hasMore` asks again
 * @param arrived the head of those taken in and unsettled, in order of arrival
 *
 * @example
 * settle(seats, [], [{ id, partySize: 2 }], now).outcomes // [{ id, from: "received", to: "confirmed", number: 1, partySize: 2 }]
 */
export function settle(
  seats: Seats,
  line: readonly WaitingParty[],
  arrived: readonly ArrivedParty[],
  now: Instant,
  most: number = outcomesPerSettling,
): Settlement {
  const isOpen = seats.status === "open" && now < seats.startsAt;
  const waitsForTheLarge = millisecondsOf(now) < millisecondsOf(seats.startsAt) - waitedForUntilMinutesBeforeStart * 60_000;
  const isLineWhole = line.length >= seats.waiting;
  const seatedAs = seats.needsApproval ? "pending" : "confirmed";

  const after: Seats = { ...seats, overtakers: [...seats.overtakers] };
  const outcomes: Outcome[] = [];
  // The longest-waiting party that is no larger than the whole session, by its number: the first to be waited for, because
  // nobody behind it has been passed over more often.
  let firstToBeWaitedFor = Number.POSITIVE_INFINITY;

  const isHeldUp = () => waitsForTheLarge && (after.overtakers[passesBeforeWaitedFor - 1] ?? 0) > firstToBeWaitedFor;
  const fits = (party: { partySize: number }) => isOpen && !isHeldUp() && party.partySize <= remainingSeats(after);
  const seat = (party: { partySize: number }, number: number) => {
    if (seatedAs === "pending") after.held += party.partySize;
    else after.confirmed += party.partySize;
    after.overtakers = highest(after.overtakers, number);
  };
  const leaveUnseated = (party: { partySize: number }, number: number) => {
    if (party.partySize <= after.capacity) firstToBeWaitedFor = Math.min(firstToBeWaitedFor, number);
  };

  for (const party of line) {
    if (!isOpen || outcomes.length === most || remainingSeats(after) <= 0) break;
    if (fits(party)) {
      seat(party, party.number);
      after.waiting -= 1;
      outcomes.push({ id: party.id, from: "waitlisted", to: seatedAs, number: party.number, partySize: party.partySize });
    } else {
      leaveUnseated(party, party.number);
    }
  }

  for (const party of arrived) {
    if (outcomes.length === most) break;
    const { id, partySize } = party;
    if (seats.status === "cancelled") {
      outcomes.push({ id, from: "received", to: "cancelled", partySize });
    } else if (!isOpen) {
      outcomes.push({ id, from: "received", to: "refused", code: "sign_ups_closed", partySize });
    } else if (partySize > after.capacity) {
      outcomes.push({ id, from: "received", to: "refused", code: "party_larger_than_session", partySize });
    } else if (isLineWhole && fits(party)) {
      const number = after.nextNumber++;
      seat(party, number);
      outcomes.push({ id, from: "received", to: seatedAs, number, partySize });
    } else if (after.waiting < after.waitlistLimit) {
      const number = after.nextNumber++;
      after.waiting += 1;
      leaveUnseated(party, number);
      outcomes.push({ id, from: "received", to: "waitlisted", number, place: after.waiting, partySize });
    } else {
      outcomes.push({ id, from: "received", to: "refused", code: "session_full", partySize });
    }
  }

  if (outcomes.length > 0) after.version = seats.version + 1;
  const isMostDecided = outcomes.length === most;
  const leftFreeForAnUnseenLine = isOpen && !isLineWhole && outcomes.length > 0 && remainingSeats(after) > 0;
  return { seats: after, outcomes, hasMore: isMostDecided || leftFreeForAnUnseenLine };
}

const highest = (numbers: readonly number[], number: number): number[] => [...numbers, number].sort((a, b) => b - a).slice(0, passesBeforeWaitedFor);
