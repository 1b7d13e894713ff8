import { type Actor, accept, type Event, type Result, reachOf, refuse, remainingSeats, type Seats, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import type { EventList, EventListQuery, EventRow } from "./contract.ts";
import { findEvents, spanOf } from "./store.ts";

const rowsPerPage = 50;

/** The events that this actor may see, filtered and in order, a page at a time. What is out of reach is never read. */
export async function listEvents(
  deps: Deps,
  { actor, query }: { actor: Actor; query: EventListQuery },
): Promise<Result<EventList, { code: "cursor_invalid" }>> {
  const { cursor, ...filters } = query;
  const { order = "soonest" } = filters;
  const reach = reachOf(actor, "view_event", deps.now());
  const asked = JSON.stringify([
    "events",
    actor.userId,
    filters.q,
    filters.status,
    filters.activityType,
    filters.borough,
    filters.host,
    filters.from,
    filters.to,
    order,
  ]);
  const after = cursor === undefined ? undefined : openCursor(deps.secrets, asked, cursor);
  if (cursor !== undefined && after === undefined) return refuse({ code: "cursor_invalid" });
  const { q, status, activityType: activityTypeId, borough: boroughId, host, from, to } = filters;
  const statuses = status && [status];
  const { events, next } = await findEvents(deps, {
    reach,
    filters: { q, statuses, activityTypeId, boroughId, host, from, to },
    order,
    after,
    limit: rowsPerPage,
  });
  const seats = await readSeats(
    deps,
    events.filter((event) => event.status !== "draft").flatMap((event) => event.sessions.map((session) => session.id)),
  );
  return accept({ items: events.map((event) => rowOf(event, seats)), ...(next === undefined ? {} : { nextCursor: sealCursor(deps.secrets, asked, next) }) });
}

function rowOf(event: Event, seats: ReadonlyMap<SessionId, Seats>): EventRow {
  const { id, slug, title, status, activityTypeId, host, venue } = event;
  const span = spanOf(event);
  const scheduled = event.sessions.filter((session) => session.status === "scheduled");
  const row: EventRow = {
    id,
    slug,
    title,
    status,
    activityTypeId,
    host,
    ...("place" in venue ? { boroughId: venue.place.boroughId } : {}),
    zone: venue.zone,
    ...(span ? { startsAt: span.startsAt, endsAt: span.endsAt } : {}),
    sessionCount: scheduled.length,
    capacity: 0,
    taken: 0,
    held: 0,
    waiting: 0,
  };
  for (const session of scheduled) {
    const counted = seats.get(session.id);
    row.capacity += counted?.capacity ?? session.capacity;
    if (!counted) continue;
    row.taken += counted.capacity - remainingSeats(counted);
    row.held += counted.held;
    row.waiting += counted.waiting;
  }
  return row;
}
