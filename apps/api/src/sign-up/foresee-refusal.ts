import { takeIn } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findPublicSession } from "../event/public-view.ts";
import { makeArrival, type SignUpRefusal, type SignUpRequest } from "./arrival.ts";
import { findStanding, type Standing } from "./standing.ts";

/** What `signUp` would answer by what stands now, found without writing anything. */
export interface Foreseen {
  standing: Standing["kind"];
  refusal?: SignUpRefusal;
}

/**
 * Looks ahead of a sign-up. Asked only where the door must know before it takes somebody in: over the rate limit, whose
 * refusal comes after all others, and where a form was sent for a session that has filled meanwhile.
 */
export async function foreseeRefusal(deps: Deps, request: SignUpRequest): Promise<Foreseen> {
  const found = await findPublicSession(deps, request.sessionId);
  if (!found) return { standing: "nothing", refusal: { code: "session_unknown" } };
  const { event, session, seats } = found;
  const arrival = makeArrival(deps, request, event);
  const standing = await findStanding(deps, arrival);
  if (standing.kind === "key_reused") return { standing: standing.kind, refusal: { code: "idempotency_key_reused" } };
  if (standing.kind !== "nothing" && standing.kind !== "ended") return { standing: standing.kind };
  const taken = takeIn({ event, session: session.session, seats, input: request.input, id: arrival.id, adder: request.adder }, deps.now());
  return taken.ok ? { standing: standing.kind } : { standing: standing.kind, refusal: taken.refusal };
}
