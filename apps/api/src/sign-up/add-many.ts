import { type Event, type SessionId, takeIn } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findPublicSession } from "../event/public-view.ts";
import type { By } from "../table/changes.ts";
import { Unavailable } from "../table/unavailable.ts";
import { makeArrival, type SignUpAnswer } from "./arrival.ts";
import type { AddManyInput } from "./contract.ts";
import { signUp } from "./sign-up.ts";
import { findStanding } from "./standing.ts";

interface Many {
  sessionId: SessionId;
  rows: AddManyInput["rows"];
  by: By;
}

/** What became of one of many. `foreseen`: in a preview, that they would be taken in. `unavailable`: not known; the same key may be sent again. */
export type RowAnswer = SignUpAnswer | { kind: "foreseen" } | { kind: "unavailable" };

/**
 * Signs many up by the one path to a seat, in their order: they come to the desk together, and are taken to the table together.
 * Each has its own key and its own outcome, so that the same list sent again adds nobody twice, and one who is refused stops
 * none of the others.
 */
export async function addMany(deps: Deps, { sessionId, rows, by }: Many): Promise<RowAnswer[]> {
  const add = async ({ key, input }: (typeof rows)[number]): Promise<RowAnswer> => {
    try {
      return await signUp(deps, { sessionId, input, idempotencyKey: key, by, adder: "office" });
    } catch (error) {
      // Those who were taken in are taken in: whoever asked must hear so, whatever becomes of this one.
      if (!(error instanceof Unavailable)) throw error;
      return { kind: "unavailable" };
    }
  };
  const [first, ...others] = rows;
  if (!first) return [];
  // By the time the first is done, session and event are known here: nobody overtakes another while they are read.
  return [await add(first), ...(await Promise.all(others.map(add)))];
}

/** What would become of each by what stands now, as if each came alone. Changes nothing, and tells nobody. */
export async function previewAddMany(deps: Deps, { sessionId, rows, by, event }: Many & { event: Event }): Promise<RowAnswer[]> {
  const found = await findPublicSession(deps, sessionId);
  if (!found) return rows.map(() => ({ kind: "refused", refusal: { code: "session_unknown" } }));
  const { session, seats } = found;
  const foresee = async ({ key, input }: (typeof rows)[number]): Promise<RowAnswer> => {
    const arrival = makeArrival(deps, { sessionId, input, idempotencyKey: key, by, adder: "office" }, event);
    const standing = await findStanding(deps, arrival);
    if (standing.kind === "key_reused") return { kind: "refused", refusal: { code: "idempotency_key_reused" } };
    if (standing.kind === "already_signed_up") return { kind: "already_signed_up" };
    if (standing.kind === "own") return { kind: "taken_in", ...standing.stored, isReplay: true };
    const taken = takeIn({ event, session: session.session, seats, input, id: arrival.id, adder: "office" }, deps.now());
    return taken.ok ? { kind: "foreseen" } : { kind: "refused", refusal: taken.refusal };
  };
  return Promise.all(rows.map(foresee));
}
