import { createHash } from "node:crypto";
import type { Actor, Event, SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { actionsOn } from "../event/get-event.ts";
import { findSeats } from "./seats-store.ts";
import { listArrived } from "./store.ts";

/** As many of those not settled yet as are counted: more are "at least so many". */
export const arrivedAtMost = 200;

/**
 * Names the state of a roster without reading it, for those who ask every other second. Each change of a sign-up raises
 * the version of the session's seats, except for taking one in, which shows in the queue of the new.
 */
export async function rosterMark(deps: Deps, { actor, event, sessionId }: { actor: Actor; event: Event; sessionId: SessionId }): Promise<string> {
  const [stored, arrived] = await Promise.all([findSeats(deps, sessionId), listArrived(deps, sessionId, arrivedAtMost)]);
  const facts = [
    event.version,
    stored?.seats.version,
    arrived.map((party) => party.id),
    arrived.length === arrivedAtMost && deps.now(),
    actionsOn(actor, event, deps.now()),
  ];
  return `"${createHash("sha256").update(JSON.stringify(facts)).digest("base64url").slice(0, 27)}"`;
}
