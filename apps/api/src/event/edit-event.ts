import {
  type Action,
  type Actor,
  dateIn,
  type Event,
  type EventId,
  type EventInput,
  editEvent as edit,
  may,
  type Result,
  refuse,
  type Session,
  type SessionId,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { settleOrLeaveIt } from "../sign-up/change-sign-up.ts";
import { cancelSeatsWrite, makeSeats, newSeatsWrite, reshapeSeatsWrite } from "../sign-up/seats-store.ts";
import type { Change } from "../table/changes.ts";
import type { Member } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import { changeEvent, type EventChangeRefusal } from "./change-event.ts";
import { findEditFacts } from "./edit-facts.ts";
import { type ReferenceRefusal, unknownReferences } from "./references.ts";

export type EditRefusal = EventChangeRefusal | ReferenceRefusal | { code: "forbidden" } | { code: "too_many_sessions_changed"; most: number };

/** What one transaction carries beside the event itself; what lists are drawn from is part of it. */
const seatsChangedAtMost = 99;

/** Saves what the office wrote. For an event that was published, the seats of its sessions change in the same transaction. */
export async function editEvent(
  deps: Deps,
  { actor, eventId, version, input }: { actor: Actor; eventId: EventId; version: number; input: EventInput },
): Promise<Result<Event, EditRefusal>> {
  let roomier: SessionId[] = [];
  const edited = await changeEvent<Event, EditRefusal>(
    deps,
    { eventId, version, by: { kind: "user", userId: actor.userId } },
    "event.edit",
    async (event, now) => {
      const paths = unknownReferences(deps.agency, input, dateIn(deps.agency.zone, now), event);
      if (paths.length > 0) return refuse({ code: "reference_unknown", paths });
      const isHandedOver = JSON.stringify(event.host) !== JSON.stringify(input.host);
      if (isHandedOver && !may(actor, "make_event", { kind: "event", host: input.host }, now)) return refuse({ code: "forbidden" });
      const isAllowed = rightsNeeded(event, input).every((action) => may(actor, action, { kind: "event", host: event.host }, now));
      if (!isAllowed) return refuse({ code: "forbidden" });
      const facts = await findEditFacts(deps, event);
      const newSessionIds = input.sessions.filter((session) => session.id === undefined).map(() => deps.ids.session());
      const edited = edit(event, input, facts, newSessionIds);
      if (!edited.ok) return edited;
      const counting: Change = { by: { kind: "system", part: "count" }, at: now, op: "count" };
      const most = seatsChangedAtMost - besideEvent(deps, event, edited.value, counting).length;
      if (seatsWrites(deps, edited.value, event, counting).length > most) return refuse({ code: "too_many_sessions_changed", most });
      return edited;
    },
    (after, before, change) => {
      roomier = before.status === "draft" ? [] : withMoreSeats(after, before);
      return seatsWrites(deps, after, before, change);
    },
  );
  if (edited.ok) await Promise.all(roomier.map((sessionId) => settleOrLeaveIt(deps, sessionId)));
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
const withMoreSeats = (after: Event, before: Event): SessionId[] =>
  before.sessions.filter((was) => after.sessions.some(({ id, capacity }) => id === was.id && capacity > was.capacity)).map(({ id }) => id);

/** A draft has no seats. A session without sign-ups that was taken out keeps its seat item, cancelled: nobody gets in any more. */
function seatsWrites(deps: Deps, after: Event, before: Event, change: Change): Member[] {
  if (after.status === "draft") return [];
  const known = new Map<SessionId, Session>(before.sessions.map((session) => [session.id, session]));
  const removed = before.sessions.filter((session) => session.status === "scheduled" && !after.sessions.some((kept) => kept.id === session.id));
  return [
    ...after.sessions.flatMap((session) => {
      const was = known.get(session.id);
      if (!was) return [newSeatsWrite(deps, makeSeats(after, session), change)];
      const settings = settingsOf(after, session);
      const isSame = session.status === "cancelled" || JSON.stringify(settings) === JSON.stringify(settingsOf(before, was));
      return isSame ? [] : [reshapeSeatsWrite(deps, session.id, settings, change)];
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
