import {
  type Action,
  type Actor,
  type Event,
  type EventInput,
  editEvent as edit,
  type Instant,
  isSame,
  may,
  type Result,
  refuse,
  type Session,
  type SessionId,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { cancelSeatsWrite, makeSeats, newSeatsWrite, reshapeSeatsWrite } from "../sign-up/seats-store.ts";
import type { Change } from "../table/changes.ts";
import type { Member } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import type { EventChangeRefusal } from "./change-event.ts";
import { findEditFacts } from "./edit-facts.ts";
import { type ReferenceRefusal, refusalOfInput } from "./references.ts";

export type EditRefusal =
  | EventChangeRefusal
  | ReferenceRefusal
  | { code: "forbidden" }
  | { code: "answers_not_looked_through"; questionId: string }
  | { code: "too_many_sessions_changed"; most: number };

/** What one transaction carries beside the event itself; what lists are drawn from is part of it. */
const seatsChangedAtMost = 99;

/** Whether an event may be saved as it was written, and as what. Reads and writes nothing but what the decision needs to know. */
export async function decideEdit(
  deps: Deps,
  { actor, event, input, now, lookedThroughAtMost }: { actor: Actor; event: Event; input: EventInput; now: Instant; lookedThroughAtMost?: number },
): Promise<Result<Event, EditRefusal>> {
  const refusal = refusalOfInput(deps.agency, input, now, event);
  if (refusal) return refuse(refusal);
  const isHandedOver = !isSame(event.host, input.host);
  if (isHandedOver && !may(actor, "make_event", { kind: "event", host: input.host }, now)) return refuse({ code: "forbidden" });
  const isAllowed = rightsNeeded(event, input).every((action) => may(actor, action, { kind: "event", host: event.host }, now));
  if (!isAllowed) return refuse({ code: "forbidden" });
  const { unsureQuestions, ...facts } = await findEditFacts(deps, event, input.questions, lookedThroughAtMost);
  const newSessionIds = input.sessions.filter((session) => session.id === undefined).map(() => deps.ids.session());
  // Where not everybody could be looked at, somebody may have answered: nothing is taken away on a guess.
  const answeredQuestions = new Set([...facts.answeredQuestions, ...unsureQuestions]);
  const edited = edit(event, input, { ...facts, answeredQuestions }, newSessionIds);
  if (!edited.ok) {
    const { refusal } = edited;
    const isUnsure = refusal.code === "question_answered" && unsureQuestions.has(refusal.questionId);
    return isUnsure ? refuse({ ...refusal, code: "answers_not_looked_through" }) : edited;
  }
  const counting: Change = { by: { kind: "system", part: "count" }, at: now, op: "count" };
  const most = seatsChangedAtMost - besideEvent(deps, event, edited.value, counting).length;
  if (seatsWrites(deps, edited.value, event, counting).length > most) return refuse({ code: "too_many_sessions_changed", most });
  return edited;
}

/**
 * What a save does beyond editing, once the public sees the event: each is an action of its own, and whoever may only edit
 * does not get it through the form.
 */
function rightsNeeded(event: Event, input: EventInput): Action[] {
  if (event.status === "draft") return [];
  const given = (id: SessionId) => input.sessions.find((session) => session.id === id);
  const needs: [Action, boolean][] = [
    ["publish_event", input.sessions.some((session) => session.id === undefined)],
    ["cancel_event", event.sessions.some((session) => session.status === "scheduled" && !given(session.id))],
    ["change_capacity", event.sessions.some((session) => (given(session.id)?.capacity ?? session.capacity) !== session.capacity)],
    ["close_event", input.signUpWindow.opensAt !== event.signUpWindow.opensAt || input.signUpWindow.closesAt !== event.signUpWindow.closesAt],
  ];
  return needs.filter(([, isNeeded]) => isNeeded).map(([action]) => action);
}

/** Sessions in which the line may move up. */
export const withMoreSeats = (after: Event, before: Event): SessionId[] =>
  before.sessions.filter((was) => after.sessions.some(({ id, capacity }) => id === was.id && capacity > was.capacity)).map(({ id }) => id);

/** A draft has no seats. A session without sign-ups that was taken out keeps its seat item, cancelled: nobody gets in any more. */
export function seatsWrites(deps: Deps, after: Event, before: Event, change: Change): Member[] {
  if (after.status === "draft") return [];
  const known = new Map<SessionId, Session>(before.sessions.map((session) => [session.id, session]));
  const removed = before.sessions.filter((session) => session.status === "scheduled" && !after.sessions.some((kept) => kept.id === session.id));
  return [
    ...after.sessions.flatMap((session) => {
      const was = known.get(session.id);
      if (!was) return [newSeatsWrite(deps, makeSeats(after, session), change)];
      const settings = settingsOf(after, session);
      const staysAsIs = session.status === "cancelled" || isSame(settings, settingsOf(before, was));
      return staysAsIs ? [] : [reshapeSeatsWrite(deps, session.id, settings, change)];
    }),
    ...removed.map((session) => cancelSeatsWrite(deps, session.id, change)),
  ];
}

const settingsOf = ({ needsApproval }: Event, { startsAt, capacity, partySizeLimit, waitlistLimit }: Session) => ({
  startsAt,
  capacity,
  partySizeLimit,
  waitlistLimit,
  needsApproval,
});
