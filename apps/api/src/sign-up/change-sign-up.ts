import type { ChangeRefusal, Instant, Result, Seats, SeatsDelta, SessionId, SignUp, SignUpId } from "@cte-partnerships/domain";
import { accept, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { type Member, write } from "../table/transact.ts";
import { Unavailable } from "../table/unavailable.ts";
import { rosterLogWrite } from "./roster-log-store.ts";
import { findSeats, seatsDeltaWrite } from "./seats-store.ts";
import { settleSession } from "./settle-queue.ts";
import { changedSignUpWrite, findSignUp } from "./store.ts";

export type SignUpChangeRefusal = ChangeRefusal | { code: "sign_up_unknown" } | { code: "version_conflict"; current: number };

/** Which sign-up, who changes it, and, where somebody of the office does, the version that they decided on. */
export interface SignUpChange {
  sessionId: SessionId;
  signUpId: SignUpId;
  by: By;
  version?: number;
}

type Decision<After extends SignUp> = Result<{ signUp: After; delta: SeatsDelta }, ChangeRefusal>;

const tries = 5;

/**
 * One change to one sign-up: facts in, decision out, one write of sign-up and seats, and whoever can move up does.
 * Without a version the change is decided anew on what stands, should it have changed meanwhile.
 */
export async function changeSignUp<After extends SignUp>(
  deps: Deps,
  { sessionId, signUpId, by, version }: SignUpChange,
  op: string,
  decide: (signUp: SignUp, seats: Seats, now: Instant) => Decision<After>,
  alsoWrite: (signUp: SignUp, change: Change) => Member[] = () => [],
): Promise<Result<After, SignUpChangeRefusal>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const [stored, storedSeats] = await Promise.all([findSignUp(deps, sessionId, signUpId), findSeats(deps, sessionId)]);
    if (!stored || !storedSeats) return refuse({ code: "sign_up_unknown" });
    if (version !== undefined && stored.signUp.version !== version) return refuse({ code: "version_conflict", current: stored.signUp.version });
    const change: Change = { by, at: deps.now(), op };
    const decision = decide(stored.signUp, storedSeats.seats, change.at);
    if (!decision.ok) return decision;
    const { signUp, delta } = decision.value;
    const written = await write(deps, [
      changedSignUpWrite(deps, stored, signUp, change),
      seatsDeltaWrite(deps, sessionId, delta, change),
      rosterLogWrite(deps, sessionId, [signUp.id], change),
      ...alsoWrite(signUp, change),
    ]);
    if (!written.ok) continue;
    if (freesSomething(delta)) await settleOrLeaveIt(deps, sessionId);
    return accept(signUp);
  }
  throw new Unavailable("the sign-up kept changing");
}

const freesSomething = (delta: SeatsDelta) => delta.confirmed + delta.held < 0 || delta.waiting < 0;

/** The change is made; that the line moves up must not undo the answer. Where it cannot now, the stream and the sweeper see to it. */
export async function settleOrLeaveIt(deps: Deps, sessionId: SessionId): Promise<void> {
  await settleSession(deps, sessionId).catch((error: unknown) => {
    deps.log.error("settling was left to the stream", { error: error instanceof Error ? error.name : "unknown" });
  });
}
