import { type Actor, type Event, may, type Session, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findEvent } from "../event/store.ts";
import { findSeats } from "./seats-store.ts";

/** A published session within reach, with its event. What may not be seen and what is not there are the same answer. */
export async function findSessionWithinReach(deps: Deps, actor: Actor, sessionId: SessionId): Promise<{ event: Event; session: Session } | undefined> {
  const stored = await findSeats(deps, sessionId);
  const event = stored && (await findEvent(deps, stored.seats.eventId));
  const session = event?.sessions.find((known) => known.id === sessionId);
  if (!event || !session) return undefined;
  return may(actor, "view_event", { kind: "event", host: event.host }, deps.now()) ? { event, session } : undefined;
}
