import { setTimeout as pause } from "node:timers/promises";
import { countsFor, type Event, isStanding, type Seats, type SeatsDelta, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { Unavailable } from "../table/unavailable.ts";
import { clearedClaimWrite, findClaimant, listClaims } from "./one-session-per-person.ts";
import { findSeats, recountedSeatsWrite } from "./seats-store.ts";
import { listSignUps } from "./store.ts";

/** Where a session's seats say something else than its sign-ups. */
export interface Drift {
  sessionId: SessionId;
  /** `standing`: sign-ups that stand in a cancelled session. `seats`: there is no seat item at all. */
  field: "confirmed" | "held" | "waiting" | "nextNumber" | "standing" | "seats";
  seats: number;
  signUps: number;
}

const tries = 6;

/**
 * Compares a session's seats with its sign-ups. Both are read consistently, and the seats once more at the end: what
 * changed in between is read anew, so that drift is never a matter of the moment.
 *
 * @param repair takes the counts anew from the sign-ups, if the seats still have the version that was compared
 */
export async function reconcileSession(deps: Deps, sessionId: SessionId, { repair = false } = {}): Promise<Drift[]> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await findSeats(deps, sessionId);
    const signUps = (await listSignUps(deps, sessionId)).map(({ signUp }) => signUp);
    if (!before) return signUps.length === 0 ? [] : [{ sessionId, field: "seats", seats: 0, signUps: signUps.length }];
    const after = await findSeats(deps, sessionId);
    if (after?.seats.version !== before.seats.version) {
      await pause(Math.random() * 50 * 2 ** attempt);
      continue;
    }
    const counted = signUps.map(countsFor).reduce(plus, { confirmed: 0, held: 0, waiting: 0 });
    const highest = signUps.reduce((most, signUp) => Math.max(most, "number" in signUp ? (signUp.number ?? 0) : 0), 0);
    const standing = before.seats.status === "cancelled" ? signUps.filter(isStanding).length : 0;
    const drifts = driftsBetween(before.seats, counted, highest, standing);
    const canRepair = drifts.some(({ field }) => field !== "standing");
    if (!repair || !canRepair) return drifts;
    const change: Change = { by: { kind: "system", part: "reconcile" }, at: deps.now(), op: "seats.recount" };
    const nextNumber = Math.max(before.seats.nextNumber, highest + 1);
    const written = await write(deps, [recountedSeatsWrite(deps, before.seats, { ...counted, nextNumber }, change)]);
    if (written.ok) return drifts;
  }
  throw new Unavailable("the seats kept changing while they were compared");
}

const plus = (a: SeatsDelta, b: SeatsDelta): SeatsDelta => ({ confirmed: a.confirmed + b.confirmed, held: a.held + b.held, waiting: a.waiting + b.waiting });

function driftsBetween(seats: Seats, counted: SeatsDelta, highest: number, standing: number): Drift[] {
  const { sessionId } = seats;
  const drifts: Drift[] = (["confirmed", "held", "waiting"] as const)
    .filter((field) => seats[field] !== counted[field])
    .map((field) => ({ sessionId, field, seats: seats[field], signUps: counted[field] }));
  // A number given twice would put two parties at one place; a gap does no harm.
  if (seats.nextNumber <= highest) drifts.push({ sessionId, field: "nextNumber", seats: seats.nextNumber, signUps: highest });
  if (standing > 0) drifts.push({ sessionId, field: "standing", seats: 0, signUps: standing });
  return drifts;
}

/** Frees the one-session-per-person claims of an event whose sign-ups have ended; how many. One taken over meanwhile stays. */
export async function freeEndedClaims(deps: Deps, event: Pick<Event, "id">): Promise<number> {
  let freed = 0;
  for (const claim of await listClaims(deps, event.id)) {
    if (await findClaimant(deps, claim)) continue;
    const written = await write(deps, [clearedClaimWrite(deps, claim)]);
    if (written.ok) freed += 1;
  }
  return freed;
}
