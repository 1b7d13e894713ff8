import type { Actor, Event, EventId, EventInput, Result, SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { settleOrLeaveIt } from "../sign-up/change-sign-up.ts";
import { changeEvent } from "./change-event.ts";
import { decideEdit, type EditRefusal, seatsWrites, withMoreSeats } from "./decide-edit.ts";

export interface Edit {
  actor: Actor;
  eventId: EventId;
  version: number;
  input: EventInput;
}

/** Saves what the office wrote. For an event that was published, the seats of its sessions change in the same transaction. */
export async function editEvent(deps: Deps, { actor, eventId, version, input }: Edit): Promise<Result<Event, EditRefusal>> {
  let roomier: SessionId[] = [];
  const edited = await changeEvent<Event, EditRefusal>(
    deps,
    { eventId, version, by: { kind: "user", userId: actor.userId } },
    "event.edit",
    (event, now) => decideEdit(deps, { actor, event, input, now }),
    (after, before, change) => {
      roomier = before.status === "draft" ? [] : withMoreSeats(after, before);
      return seatsWrites(deps, after, before, change);
    },
  );
  if (edited.ok) await Promise.all(roomier.map((sessionId) => settleOrLeaveIt(deps, sessionId)));
  return edited;
}
