import { type Event, type Instant, Seats, type SeatsDelta, type Session, type SessionId, type SignUpId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import type { Table } from "../table/client.ts";
import { type Key, readItem, readItems } from "../table/read.ts";
import type { Item, Member } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

/** The seats with what only the table knows of them. */
export interface StoredSeats {
  seats: Seats;
  /** Since when somebody who was told "received" waits to be settled: until it is gone, nobody takes the short way past them. */
  unsettledSince: Instant | undefined;
  /** Taken in by the short way since the roster's log was last written, oldest first: alone, they share a record of it. */
  unlogged: readonly SignUpId[];
  changedAt: Instant;
}

export const seatsKey = (sessionId: SessionId): Key => ({ pk: `SEAT#${sessionId}`, sk: "SEAT" });

/** The seats of a session as it is published: nobody has one yet. */
export function makeSeats(event: Pick<Event, "id" | "needsApproval">, session: Session): Seats {
  const { id, startsAt, capacity, partySizeLimit, waitlistLimit, status } = session;
  return {
    sessionId: id,
    eventId: event.id,
    status: status === "cancelled" ? "cancelled" : "open",
    startsAt,
    capacity,
    partySizeLimit,
    waitlistLimit,
    needsApproval: event.needsApproval,
    confirmed: 0,
    held: 0,
    waiting: 0,
    nextNumber: 1,
    overtakers: [],
    settingsVersion: 1,
    version: 1,
  };
}

// What the table holds was written by this module from a Seats, so reading it back is a cast: the schema is checked where
// data enter, and this is read before every sign-up.
const fromItem = (item: Item): StoredSeats => {
  const { pk: _pk, sk: _sk, _t, _by, _at, _op, unsettledSince, unlogged, ...seats } = item;
  return {
    seats: seats as unknown as Seats,
    unsettledSince: unsettledSince as Instant | undefined,
    unlogged: (unlogged as SignUpId[] | undefined) ?? [],
    changedAt: _at as Instant,
  };
};

/** One session's seats, consistent. */
export async function findSeats(deps: Store, sessionId: SessionId): Promise<StoredSeats | undefined> {
  const item = await readItem(deps, seatsKey(sessionId));
  return item && fromItem(item);
}

/** Many sessions' seats, consistent; sessions that were never published are left out. */
export async function readSeats(deps: Store, sessionIds: readonly SessionId[]): Promise<Map<SessionId, Seats>> {
  const items = await readItems(deps, [...new Set(sessionIds)].map(seatsKey));
  return new Map(items.map((item) => [item.sessionId as SessionId, fromItem(item).seats]));
}

export const newSeatsWrite = ({ table }: Store, seats: Seats, change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: { ...seatsKey(seats.sessionId), _t: "seats", ...Seats.parse(seats), ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export type SeatsSettings = Pick<Seats, "startsAt" | "capacity" | "partySizeLimit" | "waitlistLimit" | "needsApproval">;

/** The office changed what a session is like. Every settling that was decided before it fails on the version, and is decided anew. */
export const reshapeSeatsWrite = ({ table }: Store, sessionId: SessionId, settings: SeatsSettings, change: Change): Member =>
  raising(table, sessionId, change, {
    set: { ...settings },
    add: { settingsVersion: 1 },
    condition: "attribute_exists(pk)",
  });

/** From here on no seat of the session is given. */
export const cancelSeatsWrite = ({ table }: Store, sessionId: SessionId, change: Change): Member =>
  raising(table, sessionId, change, { set: { status: "cancelled" }, add: { settingsVersion: 1 }, condition: "attribute_exists(pk)" });

/** Another capacity, if nobody of the office changed the seats since. */
export const capacityWrite = ({ table }: Store, sessionId: SessionId, capacity: number, settingsVersion: number, change: Change): Member =>
  raising(table, sessionId, change, {
    set: { capacity },
    add: { settingsVersion: 1 },
    condition: "settingsVersion = :knownSettings AND #status = :open",
    values: { ":knownSettings": settingsVersion, ":open": "open" },
    names: { "#status": "status" },
  });

/**
 * What one sign-up's change does to the seats. It adds and does not compare, so two people who withdraw at once do not
 * stand in each other's way; it raises the version, so a settling decided before it is decided anew.
 */
export const seatsDeltaWrite = ({ table }: Store, sessionId: SessionId, delta: SeatsDelta, change: Change): Member =>
  raising(table, sessionId, change, {
    add: { ...delta },
    condition: "#status = :open",
    names: { "#status": "status" },
    values: { ":open": "open" },
  });

/** What ending sign-ups together with their session does to its seats: only where it is cancelled. */
export const cancelledSeatsDeltaWrite = ({ table }: Store, sessionId: SessionId, delta: SeatsDelta, change: Change): Member =>
  raising(table, sessionId, change, {
    add: { ...delta },
    condition: "#status = :cancelled",
    names: { "#status": "status" },
    values: { ":cancelled": "cancelled" },
  });

const settled = ["confirmed", "held", "waiting", "nextNumber", "overtakers"] as const;

/**
 * The seats after settling. Twin of the capacity check in the domain's `settle`: that decides and explains, this condition
 * holds. Whatever changed the seats in between raised their version, and the whole transaction fails: what settling left as
 * it was need not be written again.
 * @param unlogged all of them, as they are afterwards: those of before, and whoever came since, or nobody
 */
export function settledSeatsWrite(
  { table }: Store,
  before: StoredSeats,
  after: Seats,
  { isQueueEmpty, unlogged, change }: { isQueueEmpty: boolean; unlogged?: readonly SignUpId[]; change: Change },
): Member {
  const set: Record<string, unknown> = {};
  for (const name of settled) if (after[name] !== before.seats[name]) set[name] = after[name];
  const isLonger = unlogged !== undefined && before.unlogged.length > 0 && unlogged.length > before.unlogged.length;
  if (unlogged && !isLonger) set.unlogged = unlogged;
  return raising(table, after.sessionId, change, {
    set,
    append: isLonger ? { unlogged: unlogged.slice(before.unlogged.length) } : {},
    remove: before.unsettledSince && isQueueEmpty ? ["unsettledSince"] : [],
    ...ifStillAt(before.seats),
  });
}

/** Somebody was told "received" and waits: the short way stands aside until the queue has been settled. */
export const unsettledWrite = ({ table }: Store, sessionId: SessionId, change: Change): Member =>
  raising(table, sessionId, change, { set: { unsettledSince: change.at }, condition: "attribute_exists(pk)" });

/** The queue was found empty after this mark was read: the short way is free again. */
export const nobodyUnsettledWrite = ({ table }: Store, { seats }: StoredSeats, change: Change): Member =>
  raising(table, seats.sessionId, change, { remove: ["unsettledSince"], ...ifStillAt(seats) });

/** Counts taken anew from the sign-ups, if nothing changed the seats meanwhile. */
export const recountedSeatsWrite = ({ table }: Store, before: Seats, counts: SeatsDelta & { nextNumber: number }, change: Change): Member =>
  raising(table, before.sessionId, change, { set: { ...counts }, ...ifStillAt(before) });

const ifStillAt = (seats: Seats) => ({ condition: "version = :knownVersion", values: { ":knownVersion": seats.version } });

interface SeatsUpdate {
  set?: Record<string, unknown>;
  add?: Record<string, number>;
  /** To lists that are there. */
  append?: Record<string, readonly unknown[]>;
  remove?: string[];
  condition: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

/** Every write to the seats goes through here, because every one of them must raise the version. */
function raising(table: Table, sessionId: SessionId, change: Change, update: SeatsUpdate): Member {
  const { _by, _at, _op } = stamp(change);
  const names: Record<string, string> = { "#by": "_by", "#at": "_at", "#op": "_op", ...update.names };
  const values: Record<string, unknown> = { ":by": _by, ":at": _at, ":op": _op, ":one": 1, ...update.values };
  const assignments = ["#by = :by", "#at = :at", "#op = :op", "version = version + :one"];
  const assign = (given: Record<string, unknown> = {}, assignment: (place: string, value: string) => string) => {
    for (const [name, value] of Object.entries(given)) {
      const place = spelled.has(name) ? name : `#${name}`;
      if (place !== name) names[place] = name;
      values[`:${name}`] = value;
      assignments.push(assignment(place, `:${name}`));
    }
  };
  assign(update.set, (place, value) => `${place} = ${value}`);
  assign(update.add, (place, value) => `${place} = ${place} + ${value}`);
  assign(update.append, (place, value) => `${place} = list_append(${place}, ${value})`);
  const removed = (update.remove ?? []).join(", ");
  return {
    Update: {
      TableName: table.name,
      Key: seatsKey(sessionId),
      UpdateExpression: `SET ${assignments.join(", ")}${removed && ` REMOVE ${removed}`}`,
      ConditionExpression: update.condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}

/**
 * What an expression may call by its own name, which the SDK then has to write but once. Others are words that DynamoDB keeps to
 * itself (`capacity`, `status`, `unlogged`), as its emulator does.
 */
const spelled = new Set(["confirmed", "held", "waiting", "nextNumber", "overtakers", "unsettledSince", "settingsVersion"]);
