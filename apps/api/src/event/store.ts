import {
  type Agency,
  dateIn,
  type Event,
  EventId,
  type EventStatus,
  type Host,
  hostTitle,
  type Instant,
  type IsoDate,
  labelOf,
  searchKey,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, readItem, readItems } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

const eventKey = (eventId: EventId): Key => ({ pk: `EVT#${eventId}`, sk: "META" });
const slugKey = (slug: string): Key => ({ pk: `SLUG#${slug}`, sk: "SLUG" });

/** A host as one word: `office`, or the commission's or school's id. */
export const hostWord = (host: Host): string => (host.kind === "office" ? "office" : host.kind === "commission" ? host.commissionId : host.schoolId);

/** Events that are over leave the list of those that are on, so that the public's list never reads through the past. */
export const lists = { on: "EVENTS", over: "EVENTS#over" } as const;
export const isOver = (status: EventStatus) => status === "done" || status === "cancelled";
/** Sorts after every instant: a draft without sessions has no start yet. */
const undated = "undated";

/** When the sessions of an event begin and end, all together; absent without sessions. A cancelled one counts only where all are. */
export function spanOf(event: Pick<Event, "sessions">): { startsAt: Instant; endsAt: Instant } | undefined {
  const scheduled = event.sessions.filter((session) => session.status === "scheduled");
  const sessions = scheduled.length > 0 ? scheduled : event.sessions;
  const [startsAt] = sessions.map((session) => session.startsAt).sort();
  const endsAt = sessions
    .map((session) => session.endsAt)
    .sort()
    .at(-1);
  return startsAt && endsAt && { startsAt, endsAt };
}

function eventItem({ agency }: Pick<Deps, "agency">, event: Event, change: Change): Item {
  const span = spanOf(event);
  const order = `${span?.startsAt ?? undated}#${event.id}`;
  const { zone } = event.venue;
  return {
    ...eventKey(event.id),
    _t: "event",
    listPk: isOver(event.status) ? lists.over : lists.on,
    listSk: order,
    hostPk: `HOST#${hostWord(event.host)}`,
    hostSk: order,
    _search: searchText(agency, event, dateIn(agency.zone, change.at)),
    // Filters compare days in the event's own zone: a day in New York is not a day in UTC.
    ...(span ? { _firstDay: dateIn(zone, span.startsAt), _lastDay: dateIn(zone, span.endsAt), _endsAt: span.endsAt } : {}),
    ...("place" in event.venue ? { _borough: event.venue.place.boroughId } : {}),
    ...event,
    ...stamp(change),
  };
}

function searchText(agency: Agency, event: Event, on: IsoDate): string {
  const place = "place" in event.venue ? [event.venue.place.name, event.venue.place.city] : [];
  const words = [
    event.title,
    labelOf(agency.activityTypes, event.activityTypeId, on),
    hostTitle(agency, event.host, on),
    ...place,
    event.contact.title,
    ...event.sessions.map((session) => session.label),
  ];
  return words
    .filter((word) => word !== undefined)
    .map(searchKey)
    .join("\n");
}

const keysOfIndexes = new Set<string>([
  shape.partitionKey,
  shape.sortKey,
  shape.list.partitionKey,
  shape.list.sortKey,
  shape.host.partitionKey,
  shape.host.sortKey,
]);

/** The event in an item of the table, also in one that the stream delivers. What the table holds was written from an `Event`. */
export const eventFrom = (item: Item): Event =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith("_") && !keysOfIndexes.has(name))) as unknown as Event;

/** One event as it stands now: consistent. */
export async function findEvent(deps: Store, eventId: EventId): Promise<Event | undefined> {
  const item = await readItem(deps, eventKey(eventId));
  return item && eventFrom(item);
}

/** The same with the moment at which it last changed. */
export async function findStampedEvent(deps: Store, eventId: EventId): Promise<{ event: Event; changedAt: Instant } | undefined> {
  const item = await readItem(deps, eventKey(eventId));
  return item && { event: eventFrom(item), changedAt: item._at as Instant };
}

/** Some events as they stand now, by id; those that are not there are left out. */
export async function readEvents(deps: Store, eventIds: ReadonlySet<EventId>): Promise<Map<EventId, Event>> {
  const items = await readItems(deps, [...eventIds].map(eventKey));
  return new Map(items.map(eventFrom).map((event) => [event.id, event]));
}

export async function findEventBySlug(deps: Store, slug: string): Promise<Event | undefined> {
  const item = await readItem(deps, slugKey(slug));
  const eventId = EventId.safeParse(item?.eventId);
  return eventId.success ? findEvent(deps, eventId.data) : undefined;
}

type Writer = Pick<Deps, "table" | "agency">;

export const newEventWrite = (deps: Writer, event: Event, change: Change): Member => ({
  Put: { TableName: deps.table.name, Item: eventItem(deps, event, change), ConditionExpression: "attribute_not_exists(pk)" },
});

/**
 * That an event was made under an id which its request gives: it stays when the event is discarded, so that the same request, sent
 * again, finds that it was made already, and does not bring back what somebody did not want.
 */
export const madeOnceWrite = ({ table }: Store, eventId: EventId, change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: { pk: `EVT#${eventId}`, sk: "MADE", _t: "event-made", ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** The event as changed, if it still has the version that the change was decided from. */
export const changedEventWrite = (deps: Writer, event: Event, decidedFrom: number, change: Change): Member => ({
  Put: {
    TableName: deps.table.name,
    Item: eventItem(deps, event, change),
    ConditionExpression: "#version = :decidedFrom",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":decidedFrom": decidedFrom },
  },
});

/** Holds while the event stands as it was read. */
export const unchangedEventCheck = ({ table }: Store, { id, version }: Event): Member => ({
  ConditionCheck: {
    TableName: table.name,
    Key: { ...eventKey(id) },
    ConditionExpression: "#version = :version",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":version": version },
  },
});

export const discardedEventWrite = ({ table }: Store, eventId: EventId, decidedFrom: number): Member => ({
  Delete: {
    TableName: table.name,
    Key: eventKey(eventId),
    ConditionExpression: "#version = :decidedFrom",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":decidedFrom": decidedFrom },
  },
});

/** A public address belongs to one event, for good. */
export const newSlugWrite = ({ table }: Store, slug: string, eventId: EventId, change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: { ...slugKey(slug), _t: "slug", eventId, ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const discardedSlugWrite = ({ table }: Store, slug: string): Member => ({ Delete: { TableName: table.name, Key: slugKey(slug) } });
