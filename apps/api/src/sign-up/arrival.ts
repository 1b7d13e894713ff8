import type { Event, SessionId, SignUp, SignUpId, SignUpInput, TakeInRefusal } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { personKey, sign } from "../secrets.ts";
import type { By } from "../table/changes.ts";

/** Somebody asks to be signed up. */
export interface SignUpRequest {
  sessionId: SessionId;
  input: SignUpInput;
  /** The same key with the same content is the same request, however often it comes. */
  idempotencyKey: string;
  by: By;
  adder: "person" | "office";
}

export type SignUpRefusal = TakeInRefusal | { code: "session_unknown" } | { code: "idempotency_key_reused" };

/** `place` in a waitlisted sign-up is the place as it now stands. `received`: safe, and not settled within the time that a request has. */
export type SignUpAnswer =
  | { kind: "taken_in"; signUp: SignUp; linkVersion: number; isReplay: boolean }
  | { kind: "already_signed_up" }
  | { kind: "refused"; refusal: SignUpRefusal };

/** A request on its way in, with the id that it will have if it is taken in, and all that its key is made of. */
export interface Arrival extends SignUpRequest {
  event: Event;
  id: SignUpId;
  personKey: string;
  keyHash: string;
  contentHash: string;
}

export function makeArrival(deps: Deps, request: SignUpRequest, event: Event): Arrival {
  const { sessionId, input, idempotencyKey } = request;
  const key = personKey(deps.secrets, sessionId, input.email);
  return {
    ...request,
    event,
    id: deps.ids.signUp(key),
    personKey: key,
    keyHash: sign(deps.secrets.addressKey, "idempotency", idempotencyKey).toString("base64url"),
    contentHash: sign(deps.secrets.addressKey, "content", canonical(input)).toString("base64url"),
  };
}

/** The same content gives the same text, in whatever order its fields and answers came. */
function canonical(input: SignUpInput): string {
  const { name, email, affiliation, partySize, answers } = input;
  const inOrder = Object.keys(answers)
    .sort()
    .map((questionId) => [questionId, answers[questionId]]);
  return JSON.stringify([name, email, affiliation ?? null, partySize, inOrder]);
}
