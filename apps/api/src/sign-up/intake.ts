import type { SignUp } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { type Item, write } from "../table/transact.ts";
import { Unavailable } from "../table/unavailable.ts";
import { writeOne } from "../table/write-one.ts";
import type { Arrival, SignUpAnswer } from "./arrival.ts";
import type { AtDesk, Desk } from "./desk.ts";
import { claimWrite, findAtOtherSession, findClaimant } from "./one-session-per-person.ts";
import { unsettledWrite } from "./seats-store.ts";
import { settleAt } from "./settle-queue.ts";
import { judgeStanding, sayAlreadySignedUp } from "./standing.ts";
import { findSignUp, fromItem, newSignUpWrite, placeInLine, renewedSignUpWrites, type StoredSignUp } from "./store.ts";

/** How long a request waits to be settled before it answers "received". */
export const waitsMilliseconds = 2000;

/** Takes a party in, so that it cannot be lost, and waits for the queue to be settled. */
export async function takeInAndSettle(deps: Deps, desk: Desk, { arrival, since }: Pick<AtDesk, "arrival" | "since">, received: SignUp): Promise<SignUpAnswer> {
  const stored: StoredSignUp = { signUp: received, linkVersion: 1, keyHash: arrival.keyHash, contentHash: arrival.contentHash };
  const taken = await putInQueue(deps, arrival, stored);
  if ("kind" in taken) return taken;
  return taken.stored.signUp.state === "received" ? untilSettled(deps, desk, taken, since) : asTakenIn(deps, taken.stored, taken.isReplay);
}

interface Taken {
  stored: StoredSignUp;
  isReplay: boolean;
}

/** The retry of a request whose sign-up stands: answered with the state as it is now. */
export async function answerReplay(deps: Deps, desk: Desk, { since }: Pick<AtDesk, "since">, stored: StoredSignUp): Promise<SignUpAnswer> {
  const taken = { stored, isReplay: true };
  return stored.signUp.state === "received" ? untilSettled(deps, desk, taken, since) : asTakenIn(deps, stored, true);
}

const triesToPut = 4;

async function putInQueue(deps: Deps, arrival: Arrival, stored: StoredSignUp): Promise<Taken | SignUpAnswer> {
  const change: Change = { by: arrival.by, at: stored.signUp.receivedAt, op: "sign_up.take_in" };
  let ended: StoredSignUp | undefined;
  let endedClaim: SignUp["id"] | undefined;
  if (arrival.event.oneSessionPerPerson) {
    const elsewhere = await findAtOtherSession(deps, arrival.event, arrival.sessionId, arrival.input.email);
    if (elsewhere) return sayAlreadySignedUp(deps, arrival, elsewhere);
  }
  for (let attempt = 0; attempt < triesToPut; attempt++) {
    const put = await putOnce(deps, arrival, stored, ended, endedClaim, change);
    if (put.ok) return { stored, isReplay: false };
    if (put.standing) {
      // Our own put, whose answer was lost and which was tried again.
      if (put.standing.id === stored.signUp.id) return { stored: await current(deps, stored), isReplay: false };
      const standing = await judgeStanding(deps, arrival, fromItem(put.standing));
      if (standing.kind === "own") return { stored: standing.stored, isReplay: true };
      if (standing.kind === "key_reused") return { kind: "refused", refusal: { code: "idempotency_key_reused" } };
      if (standing.kind === "already_signed_up") return sayAlreadySignedUp(deps, arrival, standing.stored);
      if (standing.kind === "ended") ended = standing.stored;
    } else if (put.claim) {
      // Another session of an event that allows one: told like the same session, without another fact.
      const holder = await findClaimant(deps, put.claim);
      if (holder) return sayAlreadySignedUp(deps, arrival, holder);
      endedClaim = put.claim.id as SignUp["id"];
    } else {
      ended = undefined;
    }
  }
  throw new Unavailable("what stands under the key kept changing");
}

type Put = { ok: true } | { ok: false; standing: Item | undefined; claim: Item | undefined };

/** One conditional put, unless something else has to hold with it. */
async function putOnce(
  deps: Deps,
  arrival: Arrival,
  stored: StoredSignUp,
  ended: StoredSignUp | undefined,
  endedClaim: SignUp["id"] | undefined,
  change: Change,
): Promise<Put> {
  const isOnePerPerson = arrival.event.oneSessionPerPerson;
  if (!ended && !isOnePerPerson) return putAlone(deps, stored, change);
  const claims = isOnePerPerson ? [claimWrite(deps, stored.signUp, endedClaim ?? ended?.signUp.id, change)] : [];
  const signUps = ended ? renewedSignUpWrites(deps, stored, ended, change) : [newSignUpWrite(deps, stored, change)];
  const written = await write(deps, [...signUps, ...claims]);
  if (written.ok) return { ok: true };
  return { ok: false, standing: written.failed[0]?.item, claim: isOnePerPerson ? written.failed.at(-1)?.item : undefined };
}

async function putAlone(deps: Deps, stored: StoredSignUp, change: Change): Promise<Put> {
  const put = await writeOne(deps, newSignUpWrite(deps, stored, change));
  return put.ok ? put : { ok: false, standing: put.item, claim: undefined };
}

/** Waits until whoever settles has settled it. One who gives up waiting marks the seats, so that nobody takes the short way past them. */
async function untilSettled(deps: Deps, desk: Desk, taken: Taken, since: number): Promise<SignUpAnswer> {
  const { signUp } = taken.stored;
  const takenInAt = performance.now();
  const settled = desk.settled(signUp, Math.max(100, waitsMilliseconds - (takenInAt - since)));
  settleAt(deps, signUp.sessionId, desk).catch((error: unknown) => {
    deps.log.error("settling stopped; the stream and the sweeper go on", { error: error instanceof Error ? error.name : "unknown" });
  });
  const seen = await settled;
  // The last one at the desk gives the lease back before it answers: a function is frozen as soon as it has.
  if (seen && desk.users <= 1) await desk.settling?.catch(() => undefined);
  if (seen) return asTakenIn(deps, { ...taken.stored, signUp: seen }, taken.isReplay);
  const change: Change = { by: { kind: "system", part: "intake" }, at: deps.now(), op: "sign_up.unsettled" };
  await desk.marked(takenInAt, () => write(deps, [unsettledWrite(deps, signUp.sessionId, change)]));
  return asTakenIn(deps, taken.stored, taken.isReplay);
}

const current = async (deps: Deps, stored: StoredSignUp): Promise<StoredSignUp> =>
  (await findSignUp(deps, stored.signUp.sessionId, stored.signUp.id)) ?? stored;

export async function asTakenIn(deps: Deps, { signUp, linkVersion }: StoredSignUp, isReplay: boolean): Promise<SignUpAnswer> {
  const now = isReplay && signUp.state === "waitlisted" ? { ...signUp, place: await placeInLine(deps, signUp) } : signUp;
  return { kind: "taken_in", signUp: now, linkVersion, isReplay };
}
