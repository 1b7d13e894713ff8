import { type Event, type SessionId, takeIn } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findPublicSession } from "../event/public-view.ts";
import { problemBody, type Refusal } from "../http/problem.ts";
import type { By } from "../table/changes.ts";
import { Unavailable } from "../table/unavailable.ts";
import { makeArrival, type SignUpAnswer } from "./arrival.ts";
import type { AddedMany, AddManyInput } from "./contract.ts";
import { signUp } from "./sign-up.ts";
import { findStanding } from "./standing.ts";

interface Many {
  sessionId: SessionId;
  rows: AddManyInput["rows"];
  by: By;
}
type Outcome = AddedMany["outcomes"][number];

/**
 * Signs many up by the one path to a seat, in their order: they come to the desk together, and are taken to the table together.
 * Each has its own key and its own outcome, so that the same list sent again adds nobody twice, and one who is refused stops
 * none of the others.
 */
export async function addMany(deps: Deps, { sessionId, rows, by }: Many): Promise<AddedMany> {
  const add = async ({ key, input }: (typeof rows)[number]): Promise<Outcome> => {
    try {
      return outcomeOf(await signUp(deps, { sessionId, input, idempotencyKey: key, by, adder: "office" }));
    } catch (error) {
      // Those who were taken in are taken in: whoever asked must hear so, whatever becomes of this one.
      if (!(error instanceof Unavailable)) throw error;
      return refusedWith({ code: "unavailable" });
    }
  };
  const [first, ...others] = rows;
  if (!first) return { outcomes: [] };
  // By the time the first is done, session and event are known here: nobody overtakes another while they are read.
  return { outcomes: [await add(first), ...(await Promise.all(others.map(add)))] };
}

function outcomeOf(answer: SignUpAnswer): Outcome {
  if (answer.kind === "refused") return refusedWith(answer.refusal);
  if (answer.kind === "already_signed_up") return { state: "already_signed_up" };
  const { signUp: taken } = answer;
  if (taken.state === "refused") return refusedWith({ code: taken.code });
  return { state: taken.state, id: taken.id, ...(taken.state === "waitlisted" ? { place: taken.place } : {}) };
}

/** What would become of each by what stands now, as if each came alone. Changes nothing, and tells nobody. */
export async function previewAddMany(deps: Deps, { sessionId, rows, by, event }: Many & { event: Event }): Promise<AddedMany> {
  const found = await findPublicSession(deps, sessionId);
  if (!found) return { outcomes: rows.map(() => refusedWith({ code: "session_unknown" })) };
  const { session, seats } = found;
  const outcomes = rows.map(async ({ key, input }): Promise<Outcome> => {
    const arrival = makeArrival(deps, { sessionId, input, idempotencyKey: key, by, adder: "office" }, event);
    const standing = await findStanding(deps, arrival);
    if (standing.kind === "key_reused") return refusedWith({ code: "idempotency_key_reused" });
    if (standing.kind === "already_signed_up") return { state: "already_signed_up" };
    if (standing.kind === "own") return { state: standing.stored.signUp.state, id: standing.stored.signUp.id };
    const taken = takeIn({ event, session: session.session, seats, input, id: arrival.id, adder: "office" }, deps.now());
    return taken.ok ? { foreseen: "taken_in" } : refusedWith(taken.refusal);
  });
  return { outcomes: await Promise.all(outcomes) };
}

function refusedWith(refusal: Refusal): Outcome {
  const { type: _type, title: _title, status: _status, code, errors, ...facts } = problemBody(refusal);
  return { refusal: code, facts, ...(errors ? { errors } : {}) };
}
