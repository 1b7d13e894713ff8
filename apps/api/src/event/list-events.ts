import { type Actor, accept, type Event, type Result, reachOf, refuse } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import { beginningOf, todayOf } from "../today.ts";
import type { EventList, EventListQuery } from "./contract.ts";
import { type EventsAsked, findEvents } from "./find-events.ts";
import { rowOf } from "./row-of.ts";

const rowsPerPage = 50;
/** A page reads no more than this from each list, however few match, and says where it goes on. */
const eventsReadPerPage = 300;

type Asked = Pick<EventsAsked, "reach" | "filters" | "limit" | "readAtMost">;

/** The events that this actor may see, filtered and in order, a page at a time. What is out of reach is never read. */
export async function listEvents(
  deps: Deps,
  { actor, query }: { actor: Actor; query: EventListQuery },
): Promise<Result<EventList, { code: "cursor_invalid" }>> {
  const { cursor, order = "soonest", q, status, activityType, borough, host, from, to } = query;
  const about = JSON.stringify(["events", actor.userId, q, status, activityType, borough, host, from, to, order]);
  const after = cursor === undefined ? undefined : openCursor(deps.secrets, about, cursor);
  if (cursor !== undefined && after === undefined) return refuse({ code: "cursor_invalid" });
  const asked: Asked = {
    reach: reachOf(actor, "view_event", deps.now()),
    filters: { q, statuses: status, activityTypeIds: activityType, boroughIds: borough, hosts: host, from, to },
    limit: rowsPerPage,
    readAtMost: eventsReadPerPage,
  };
  const { events, next } = await (order === "upcoming" ? upcomingFirst(deps, asked, after) : findEvents(deps, { ...asked, order, after }));
  return accept({ items: events.map(rowOf), ...(next === undefined ? {} : { nextCursor: sealCursor(deps.secrets, about, next) }) });
}

/**
 * What begins today or later, soonest first (what has no date yet at the end), and then what began before, latest first. The
 * position says in which of the two it is, and which day was today: midnight does not move a list that somebody is reading.
 */
async function upcomingFirst(deps: Deps, asked: Asked, position: string | undefined): Promise<{ events: Event[]; next: string | undefined }> {
  const [part = "to come", today = beginningOf(deps.agency.zone, todayOf(deps)), after = today] = position?.split("|") ?? [];
  const before = (from: string, limit: number) => findEvents(deps, { ...asked, limit, order: "latest", after: from });
  const placed = (word: string, next: string | undefined) => (next === undefined ? undefined : [word, today, next].join("|"));
  if (part === "before") {
    const { events, next } = await before(after, asked.limit);
    return { events, next: placed("before", next) };
  }
  const coming = await findEvents(deps, { ...asked, order: "soonest", after });
  if (coming.next !== undefined) return { events: coming.events, next: placed("to come", coming.next) };
  const room = asked.limit - coming.events.length;
  if (room === 0) return { events: coming.events, next: placed("before", today) };
  const gone = await before(today, room);
  return { events: [...coming.events, ...gone.events], next: placed("before", gone.next) };
}
