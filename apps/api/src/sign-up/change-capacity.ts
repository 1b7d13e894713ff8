import { accept, changeCapacity as decideCapacity, type Result, refuse, type Seats, type SeatsRefusal, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { settleOrLeaveIt } from "./change-sign-up.ts";
import { capacityWrite, findSeats } from "./seats-store.ts";

export type CapacityRefusal = SeatsRefusal | { code: "session_unknown" } | { code: "version_conflict"; current: number };

/**
 * Changes how many seats a session has. Lowered under what is taken, it cancels nobody; raised, the line moves up.
 *
 * @param settingsVersion what the office last saw of the seats' settings; sign-ups do not change it
 */
export async function changeCapacity(
  deps: Deps,
  { sessionId, capacity, settingsVersion, by }: { sessionId: SessionId; capacity: number; settingsVersion: number; by: By },
): Promise<Result<Seats, CapacityRefusal>> {
  const stored = await findSeats(deps, sessionId);
  if (!stored) return refuse({ code: "session_unknown" });
  const change: Change = { by, at: deps.now(), op: "session.change_capacity" };
  if (stored.seats.settingsVersion !== settingsVersion) return refuse({ code: "version_conflict", current: stored.seats.settingsVersion });
  const decision = decideCapacity(stored.seats, capacity, change.at);
  if (!decision.ok) return decision;
  const written = await write(deps, [capacityWrite(deps, sessionId, capacity, settingsVersion, change)]);
  if (!written.ok) {
    const now = await findSeats(deps, sessionId);
    return refuse({ code: "version_conflict", current: now?.seats.settingsVersion ?? settingsVersion + 1 });
  }
  await settleOrLeaveIt(deps, sessionId);
  return accept((await findSeats(deps, sessionId))?.seats ?? decision.value);
}
