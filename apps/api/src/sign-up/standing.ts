import type { Deps } from "../deps.ts";
import { readItem } from "../table/read.ts";
import { write } from "../table/transact.ts";
import type { Arrival, SignUpAnswer } from "./arrival.ts";
import { fromItem, linkAskedWrite, listEarlier, type StoredSignUp, signUpKey } from "./store.ts";

/** What already stands under this person's key at this session, and what it means for somebody who signs up now. */
export type Standing =
  | { kind: "nothing" }
  /** It is the very sign-up of this request, taken in before: the answer was lost, or the same request came again. */
  | { kind: "own"; stored: StoredSignUp }
  | { kind: "key_reused" }
  | { kind: "already_signed_up"; stored: StoredSignUp }
  /** An earlier one that ended: the person may sign up anew, at the end of the line. */
  | { kind: "ended"; stored: StoredSignUp };

export async function findStanding(deps: Deps, arrival: Arrival): Promise<Standing> {
  const item = await readItem(deps, signUpKey(arrival.sessionId, arrival.id));
  return item ? judgeStanding(deps, arrival, fromItem(item)) : { kind: "nothing" };
}

/** Idempotency is judged first: whoever lost the answer must not be told "already signed up", nor "full". */
export async function judgeStanding(deps: Deps, arrival: Arrival, stored: StoredSignUp): Promise<Standing> {
  if (stored.keyHash === arrival.keyHash) return stored.contentHash === arrival.contentHash ? { kind: "own", stored } : { kind: "key_reused" };
  const earlier = (await listEarlier(deps, arrival.sessionId, arrival.id)).find((candidate) => candidate.keyHash === arrival.keyHash);
  if (earlier) return earlier.contentHash === arrival.contentHash ? { kind: "own", stored: earlier } : { kind: "key_reused" };
  const { state } = stored.signUp;
  return state === "withdrawn" || state === "refused" || state === "cancelled" ? { kind: "ended", stored } : { kind: "already_signed_up", stored };
}

/** Says nothing but that the address is known; its holder gets the link by mail, at most hourly. */
export async function sayAlreadySignedUp(deps: Deps, arrival: Arrival, stored: StoredSignUp): Promise<SignUpAnswer> {
  await write(deps, [linkAskedWrite(deps, stored.signUp, { by: arrival.by, at: deps.now(), op: "sign_up.ask_link" })]);
  return { kind: "already_signed_up" };
}
