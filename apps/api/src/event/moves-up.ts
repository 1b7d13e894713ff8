import { type Event, type Instant, remainingSeats, type SessionId, settle } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findSeats } from "../sign-up/seats-store.ts";
import { listWaitingAfter, type Queued } from "../sign-up/store.ts";
import type { Item } from "../table/transact.ts";
import type { SessionMovesUp } from "./preview-contract.ts";
import { sessionIn } from "./session-in.ts";

/** So many parties in line are looked at in one answer, and so many at a time. */
const lookedThroughAtMost = 4000;
const partiesPerPage = 500;

export interface Reading {
  most?: number;
  perPage?: number;
}

/** Who would move up from the lines of sessions that get more seats. Of each line as much is read as may move. */
export async function movesUp(
  deps: Deps,
  after: Event,
  sessionIds: readonly SessionId[],
  now: Instant,
  { most = lookedThroughAtMost, perPage = partiesPerPage }: Reading = {},
): Promise<SessionMovesUp[]> {
  const moving: SessionMovesUp[] = [];
  let left = most;
  for (const sessionId of sessionIds) {
    const { looked, ...moves } = await movesUpIn(deps, after, sessionId, now, left, perPage);
    left -= looked;
    if (moves.confirmed + moves.pending > 0 || moves.isAtLeast) moving.push(moves);
  }
  return moving;
}

/** By the same decision that would seat them, as of one transaction. Whoever is read later is decided on later as well. */
async function movesUpIn(
  deps: Deps,
  after: Event,
  sessionId: SessionId,
  now: Instant,
  most: number,
  perPage: number,
): Promise<SessionMovesUp & { looked: number }> {
  const session = sessionIn(after, sessionId);
  const stored = await findSeats(deps, sessionId);
  const moved = { confirmed: 0, pending: 0 };
  let looked = 0;
  let isAtLeast = false;
  if (stored && stored.seats.waiting > 0) {
    let seats = { ...stored.seats, startsAt: session.startsAt, capacity: session.capacity, needsApproval: after.needsApproval };
    let line: Queued[] = [];
    let lastKey: Item | undefined;
    do {
      if (looked >= most) {
        isAtLeast = true;
        break;
      }
      const page = await listWaitingAfter(deps, sessionId, lastKey, Math.min(perPage, most - looked));
      looked += page.waiting.length;
      lastKey = page.lastKey;
      line.push(...page.waiting);
      const settled = settle(seats, line, [], now, line.length);
      const seated = new Set(settled.outcomes.map(({ id }) => id));
      for (const { to } of settled.outcomes) if (to === "confirmed" || to === "pending") moved[to] += 1;
      line = line.filter(({ id }) => !seated.has(id));
      seats = settled.seats;
    } while (lastKey && remainingSeats(seats) > 0);
  }
  return { sessionId, ...(session.label === undefined ? {} : { label: session.label }), ...moved, isAtLeast, looked };
}
