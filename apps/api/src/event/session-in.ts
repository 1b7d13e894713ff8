import type { Event, Session, SessionId } from "@cte-partnerships/domain";

/** A session of an event that is known to have it. */
export function sessionIn(event: Event, sessionId: SessionId): Session {
  const session = event.sessions.find(({ id }) => id === sessionId);
  if (!session) throw new Error("a session that changes is not in its event");
  return session;
}
