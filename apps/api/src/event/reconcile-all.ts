import type { SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Drift, freeEndedClaims, reconcileSession } from "../sign-up/reconcile.ts";
import { Unavailable } from "../table/unavailable.ts";
import { findEvents } from "./find-events.ts";
import { mendBeside } from "./mend-beside.ts";

export interface Reconciled {
  sessions: number;
  /** Sessions that changed so fast that they could not be compared: the next run does. */
  uncompared: number;
  drifts: Drift[];
  freedClaims: number;
  /** Events that lists did not show as they stand, and now do: those from before lists had rows. */
  mended: number;
}

const eventsPerPage = 100;

/**
 * Compares the seats of every session of every event with its sign-ups, and logs each drift by session and field. Claims of
 * sign-ups that have ended are freed in any case: whoever signs up next would take them over anyhow. What lists are drawn from
 * is written where it is missing.
 */
export async function reconcileAll(deps: Deps, { repair = false } = {}): Promise<Reconciled> {
  const reconciled: Reconciled = { sessions: 0, uncompared: 0, drifts: [], freedClaims: 0, mended: 0 };
  let after: string | undefined;
  do {
    const page = await findEvents(deps, {
      reach: { kind: "city" },
      filters: {},
      order: "latest",
      after,
      limit: eventsPerPage,
    });
    reconciled.mended += await mendBeside(deps, page.events);
    for (const event of page.events) {
      // A draft has no seats.
      if (event.status === "draft") continue;
      for (const { id } of event.sessions) {
        reconciled.sessions += 1;
        for (const drift of await compared(deps, id, repair, reconciled)) {
          reconciled.drifts.push(drift);
          deps.log.error("seats drifted from their sign-ups", { ...drift, repaired: repair && drift.field !== "standing" && drift.field !== "seats" });
        }
      }
      reconciled.freedClaims += await freeEndedClaims(deps, event);
    }
    after = page.next;
  } while (after !== undefined);
  deps.log.info("reconciled", {
    sessions: reconciled.sessions,
    uncompared: reconciled.uncompared,
    drifts: reconciled.drifts.length,
    freedClaims: reconciled.freedClaims,
    mended: reconciled.mended,
  });
  return reconciled;
}

/** One session that is in a rush must not keep all others from being compared. */
async function compared(deps: Deps, sessionId: SessionId, repair: boolean, reconciled: Reconciled): Promise<Drift[]> {
  try {
    return await reconcileSession(deps, sessionId, { repair });
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    reconciled.uncompared += 1;
    return [];
  }
}
