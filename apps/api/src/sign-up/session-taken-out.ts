import type { Session, SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findSeats } from "./seats-store.ts";

/**
 * A session that was taken out of its event in the moment in which its first person signed up: only its seats still know
 * it. Whoever got in is told that it does not take place.
 */
export async function findSessionTakenOut(deps: Pick<Deps, "table">, sessionId: SessionId): Promise<Session | undefined> {
  const stored = await findSeats(deps, sessionId);
  if (!stored) return undefined;
  const { startsAt, capacity, partySizeLimit, waitlistLimit } = stored.seats;
  const reason = "The session was taken out of the event.";
  return {
    status: "cancelled",
    id: sessionId,
    startsAt,
    endsAt: startsAt,
    capacity,
    partySizeLimit,
    waitlistLimit,
    sequence: 0,
    cancelledAt: stored.changedAt,
    reason,
  };
}
