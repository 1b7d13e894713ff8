import type { EventId, SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { cachedEvent } from "../event/cached.ts";
import type { Table } from "../table/client.ts";
import { makeArrival, type SignUpAnswer, type SignUpRequest } from "./arrival.ts";
import { atDesk } from "./desk.ts";
import { findSeats } from "./seats-store.ts";
import { serveDesk } from "./short-way.ts";

export type { SignUpAnswer, SignUpRequest } from "./arrival.ts";

/**
 * Signs a person or a party up for a session. There is no other path to a seat: form, JSON, console and import all come
 * here. Those of one process who come at once are taken to the table together, in the order in which they came.
 *
 * Answers when it is settled, or after two seconds with `received`: safe, and settled by whoever comes next. Throws
 * `Unavailable` where the table does not answer; the same key may then be sent again.
 */
export async function signUp(deps: Deps, request: SignUpRequest): Promise<SignUpAnswer> {
  const { sessionId } = request;
  const eventId = await findEventIdOf(deps, sessionId);
  const event = eventId && (await cachedEvent(deps, eventId));
  if (!event || event.status === "draft") return { kind: "refused", refusal: { code: "session_unknown" } };
  const arrival = makeArrival(deps, request, event);
  return atDesk(deps.table, sessionId, (desk) => {
    const answered = new Promise<SignUpAnswer>((answer, fail) => desk.line.push({ arrival, since: performance.now(), answer, fail }));
    if (!desk.isServing) void serveDesk(deps, sessionId, desk);
    return answered;
  });
}

// A session never moves to another event, so this may be kept for good; the bound is only for memory.
const eventIds = new WeakMap<Table, Map<SessionId, EventId>>();
const kept = 10_000;

async function findEventIdOf(deps: Deps, sessionId: SessionId): Promise<EventId | undefined> {
  const ofTable = eventIds.get(deps.table) ?? new Map<SessionId, EventId>();
  eventIds.set(deps.table, ofTable);
  const known = ofTable.get(sessionId);
  if (known) return known;
  const stored = await findSeats(deps, sessionId);
  if (!stored) return undefined;
  if (ofTable.size >= kept) ofTable.clear();
  ofTable.set(sessionId, stored.seats.eventId);
  return stored.seats.eventId;
}
