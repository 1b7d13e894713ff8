import { remainingSeats, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findSeats } from "./seats-store.ts";
import { listArrived } from "./store.ts";

/** Whether somebody may still wait for an answer: taken in and unsettled, or in line while a seat is free. Two cheap reads, and no lease. */
export async function hasSomethingToSettle(deps: Pick<Deps, "table" | "now">, sessionId: SessionId): Promise<boolean> {
  const [arrived, stored] = await Promise.all([listArrived(deps, sessionId, 1), findSeats(deps, sessionId)]);
  if (!stored) return false;
  const { seats } = stored;
  const canMoveUp = seats.status === "open" && deps.now() < seats.startsAt && seats.waiting > 0 && remainingSeats(seats) > 0;
  return arrived.length > 0 || stored.unsettledSince !== undefined || canMoveUp;
}
