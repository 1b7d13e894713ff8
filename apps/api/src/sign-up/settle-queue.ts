import { setTimeout as pause } from "node:timers/promises";
import { outcomesPerSettling, remainingSeats, type SessionId, settle } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { Unavailable } from "../table/unavailable.ts";
import { atDesk, type Desk } from "./desk.ts";
import { giveUpLease, leaseMilliseconds, takeLease } from "./lease.ts";
import { rosterLogWrite } from "./roster-log-store.ts";
import { findSeats, nobodyUnsettledWrite, settledSeatsWrite } from "./seats-store.ts";
import { listArrived, listWaiting, outcomeWrite, readSignUps, withOutcome } from "./store.ts";

/**
 * Settles a session's queue until nothing is left to decide. Anyone may call it at any time: a request, a withdrawal, an
 * approval, a change of capacity, the stream, the schedule. Where another process is at it, waits for it and looks again.
 */
export function settleSession(deps: Deps, sessionId: SessionId): Promise<void> {
  return atDesk(deps.table, sessionId, (desk) => settleAt(deps, sessionId, desk));
}

/** Wants the queue settled from here on; one run at a time in a process. */
export function settleAt(deps: Deps, sessionId: SessionId, desk: Desk): Promise<void> {
  desk.isWanted = true;
  desk.settling ??= run(deps, sessionId, desk);
  return desk.settling;
}

async function run(deps: Deps, sessionId: SessionId, desk: Desk): Promise<void> {
  try {
    for (let lost = 0; desk.isWanted; ) {
      if (!(await holdLease(deps, sessionId, desk))) return;
      desk.isWanted = false;
      try {
        const round = await settleOnce(deps, sessionId, desk);
        if (round !== "nothing_left") desk.isWanted = true;
        lost = round === "lost" ? lost + 1 : 0;
        if (lost > 0) await pause(Math.random() * Math.min(100, 5 * 2 ** lost));
      } catch (error) {
        // An outage: whoever waits here still wants an answer, and gives up by their own clock.
        if (!(error instanceof Unavailable && desk.hasWaiters)) throw error;
        desk.isWanted = true;
        await pause(50 + Math.random() * 100);
      }
    }
    // Others at the desk will want the lease again in a moment; the last one gives it back, for other processes.
    if (desk.users <= 1) {
      desk.leaseUntil = 0;
      // What it was held for is done; where it cannot be given back, it runs out.
      await giveUpLease(deps.table, sessionId).catch(() => undefined);
    }
  } finally {
    desk.settling = undefined;
  }
  if (desk.isWanted) await settleAt(deps, sessionId, desk);
}

const holdsOnMilliseconds = 3000;

/** False where another process held on to it so long that it must be left to that one, the stream or the sweeper. */
async function holdLease(deps: Deps, sessionId: SessionId, desk: Desk): Promise<boolean> {
  for (let ceiling = 50, giveUpAt = Date.now() + holdsOnMilliseconds; ; ceiling = Math.min(300, ceiling * 2)) {
    const left = desk.leaseUntil - Date.now();
    if (left > 200 && left <= leaseMilliseconds) return true;
    const until = await takeLease(deps.table, sessionId);
    desk.leaseUntil = until ?? 0;
    if (until) return true;
    await tellWaiters(deps, sessionId, desk, desk.waitersBefore(Number.POSITIVE_INFINITY));
    if (Date.now() > giveUpAt) return false;
    // Each look reads everybody who waits here: less often, the longer it takes.
    await pause(ceiling / 2 + (Math.random() * ceiling) / 2);
  }
}

/** One reading of the queue, one decision, one transaction. `lost`: something changed in between; decide anew. */
async function settleOnce(deps: Deps, sessionId: SessionId, desk: Desk): Promise<"nothing_left" | "more" | "lost"> {
  const round = ++desk.round;
  const change: Change = { by: { kind: "system", part: "settling" }, at: deps.now(), op: "sign_up.settle" };
  const [stored, seenAtOnce] = await Promise.all([findSeats(deps, sessionId), listArrived(deps, sessionId, outcomesPerSettling)]);
  if (!stored) return "nothing_left";
  // Only a reading of the queue that began after the mark was seen can tell that nobody is unsettled any more.
  const arrived = stored.unsettledSince ? await listArrived(deps, sessionId, outcomesPerSettling) : seenAtOnce;
  const seesWholeQueue = arrived.length < outcomesPerSettling;
  if (seesWholeQueue) await tellThoseNoLongerQueued(deps, sessionId, desk, round, arrived);

  const { seats } = stored;
  const line = seats.status === "open" && seats.waiting > 0 && remainingSeats(seats) > 0 ? await listWaiting(deps, sessionId) : [];
  const settlement = settle(seats, line, arrived, change.at);
  const isQueueEmpty = seesWholeQueue && !settlement.hasMore;
  if (settlement.outcomes.length === 0) {
    if (stored.unsettledSince && isQueueEmpty) await write(deps, [nobodyUnsettledWrite(deps, stored, change)]);
    return "nothing_left";
  }

  const members = settlement.outcomes.map((outcome) => outcomeWrite(deps, sessionId, outcome, change));
  const settled = settlement.outcomes.map(({ id }) => id);
  members.push(rosterLogWrite(deps, sessionId, settled, change));
  const written = await write(deps, [...members, settledSeatsWrite(deps, stored, settlement.seats, { isQueueEmpty, change })], { onConflict: "tell" });
  if (!written.ok) return "lost";
  desk.wrote({ ...stored, seats: settlement.seats, unsettledSince: isQueueEmpty ? undefined : stored.unsettledSince, changedAt: change.at });
  for (const outcome of settlement.outcomes) {
    const signUp = desk.waiterOf(outcome.id);
    if (signUp) desk.tell(withOutcome(signUp, outcome, change.at));
  }
  return isQueueEmpty ? "nothing_left" : "more";
}

/** Whoever waits here and is not among the unsettled any more was settled by another process, or by a write whose answer was lost. */
async function tellThoseNoLongerQueued(deps: Deps, sessionId: SessionId, desk: Desk, round: number, arrived: readonly { id: string }[]): Promise<void> {
  const queued = new Set(arrived.map((party) => party.id));
  await tellWaiters(
    deps,
    sessionId,
    desk,
    desk.waitersBefore(round).filter((id) => !queued.has(id)),
  );
}

async function tellWaiters(deps: Deps, sessionId: SessionId, desk: Desk, ids: Parameters<typeof readSignUps>[2]): Promise<void> {
  if (ids.length === 0) return;
  for (const { signUp } of await readSignUps(deps, sessionId, ids)) if (signUp.state !== "received") desk.tell(signUp);
}
