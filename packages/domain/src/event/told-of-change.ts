import type { Event } from "./event.ts";

/** What of an event decides whom a change of it is told to. */
export interface ToldOf {
  status: Event["status"];
  sessions: readonly { id: string; status: "scheduled" | "cancelled"; sequence: number }[];
}

/**
 * The sessions of which everybody who stands in them must hear that they changed. A session's sequence rises with each change of
 * its time and of the event's venue: that is what calendars and people must hear of, and nothing else. Nobody has heard of a draft,
 * and what is called off is told as that.
 *
 * @example
 * sessionsToTell(event, { ...event, title: "Another title" }) // []
 */
export function sessionsToTell<After extends ToldOf>(before: ToldOf, after: After): After["sessions"][number][] {
  if (after.status !== "published" && after.status !== "closed") return [];
  return after.sessions.filter(({ id, status, sequence }) => {
    const was = before.sessions.find((session) => session.id === id);
    return status === "scheduled" && was !== undefined && sequence > was.sequence;
  });
}
