import {
  accept,
  changeCapacity as decideCapacity,
  type Event,
  type Result,
  refuse,
  type Seats,
  type SeatsRefusal,
  type SessionId,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { besideEvent } from "../event/beside-event.ts";
import { forgetEvent } from "../event/cached.ts";
import { changedEventWrite, findEvent } from "../event/store.ts";
import type { By, Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { Unavailable } from "../table/unavailable.ts";
import { settleOrLeaveIt } from "./change-sign-up.ts";
import { capacityWrite, findSeats } from "./seats-store.ts";

export type CapacityRefusal = SeatsRefusal | { code: "session_unknown" } | { code: "version_conflict"; current: number };

const tries = 5;

/**
 * Changes how many seats a session has. Lowered under what is taken, it cancels nobody; raised, the line moves up. The
 * event says the same number and gets another version, so that somebody who edits it meanwhile cannot undo this unseen.
 *
 * @param settingsVersion what the office last saw of the seats' settings; sign-ups do not change it
 */
export async function changeCapacity(
  deps: Deps,
  { sessionId, capacity, settingsVersion, by }: { sessionId: SessionId; capacity: number; settingsVersion: number; by: By },
): Promise<Result<Seats, CapacityRefusal>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const stored = await findSeats(deps, sessionId);
    if (!stored) return refuse({ code: "session_unknown" });
    if (stored.seats.settingsVersion !== settingsVersion) return refuse({ code: "version_conflict", current: stored.seats.settingsVersion });
    const change: Change = { by, at: deps.now(), op: "session.change_capacity" };
    const decision = decideCapacity(stored.seats, capacity, change.at);
    if (!decision.ok) return decision;
    const event = await findEvent(deps, stored.seats.eventId);
    const after = event && withCapacity(event, sessionId, capacity);
    const eventWrites = after ? [changedEventWrite(deps, after, event.version, change), ...besideEvent(deps, event, after, change)] : [];
    const written = await write(deps, [capacityWrite(deps, sessionId, capacity, settingsVersion, change), ...eventWrites]);
    if (!written.ok) continue;
    if (event) forgetEvent(deps, event);
    await settleOrLeaveIt(deps, sessionId);
    return accept((await findSeats(deps, sessionId))?.seats ?? decision.value);
  }
  throw new Unavailable("the event kept changing");
}

const withCapacity = (event: Event, sessionId: SessionId, capacity: number): Event => ({
  ...event,
  sessions: event.sessions.map((session) => (session.id === sessionId ? { ...session, capacity } : session)),
  version: event.version + 1,
});
