import {
  type ActivityTypeId,
  type Agency,
  type BoroughId,
  dateIn,
  type Event,
  EventId,
  type EventStatus,
  type Host,
  hostTitle,
  type Instant,
  type IsoDate,
  labelOf,
  type Reach,
  type SessionId,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import { type Key, type Query, queryAll, queryPage, readItem } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

const eventKey = (eventId: EventId): Key => ({ pk: `EVT#${eventId}`, sk: "META" });
const slugKey = (slug: string): Key => ({ pk: `SLUG#${slug}`, sk: "SLUG" });

/** A host as one word: `office`, or the commission's or school's id. */
export const hostWord = (host: Host): string => (host.kind === "office" ? "office" : host.kind === "commission" ? host.commissionId : host.schoolId);

/** Events that are over leave the list of those that are on, so that the public's list never reads through the past. */
const lists = { on: "EVENTS", over: "EVENTS#over" } as const;
const isOver = (status: EventStatus) => status === "done" || status === "cancelled";
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

/** The day on a wall calendar in that zone: `2026-11-24`. */
export const dayIn = (zone: string, instant: Instant): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date(instant));

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
    ...(span ? { _firstDay: dayIn(zone, span.startsAt), _lastDay: dayIn(zone, span.endsAt), _endsAt: span.endsAt } : {}),
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
    .join("\n")
    .toLowerCase();
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

export async function findEventBySlug(deps: Store, slug: string): Promise<Event | undefined> {
  const item = await readItem(deps, slugKey(slug));
  const eventId = EventId.safeParse(item?.eventId);
  return eventId.success ? findEvent(deps, eventId.data) : undefined;
}

type Writer = Pick<Deps, "table" | "agency">;

export const newEventWrite = (deps: Writer, event: Event, change: Change): Member => ({
  Put: { TableName: deps.table.name, Item: eventItem(deps, event, change), ConditionExpression: "attribute_not_exists(pk)" },
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

export const discardedEventWrite = ({ table }: Store, eventId: EventId, decidedFrom: number): Member => ({
  Delete: {
    TableName: table.name,
    Key: eventKey(eventId),
    ConditionExpression: "#version = :decidedFrom",
    ExpressionAttributeNames: { "#version": "version" },
    ExpressionAttributeValues: { ":decidedFrom": decidedFrom },
  },
});

/** A public address belongs to one event, for good. `keyHash` names the request that made it. */
export const newSlugWrite = ({ table }: Store, slug: string, eventId: EventId, change: Change, keyHash?: string): Member => ({
  Put: {
    TableName: table.name,
    Item: { ...slugKey(slug), _t: "slug", eventId, ...(keyHash === undefined ? {} : { keyHash }), ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const discardedSlugWrite = ({ table }: Store, slug: string): Member => ({ Delete: { TableName: table.name, Key: slugKey(slug) } });

export interface EventFilters {
  /** Any part of title, activity, host, place, contact or session label; upper and lower case are one. */
  q?: string | undefined;
  statuses?: readonly EventStatus[] | undefined;
  activityTypeId?: ActivityTypeId | undefined;
  boroughId?: BoroughId | undefined;
  /** One host, as a word. */
  host?: string | undefined;
  /** Days (`2026-11-24`) in the event's own zone, both included: whatever happens on any of them. */
  from?: string | undefined;
  to?: string | undefined;
  endsAfter?: Instant | undefined;
}

/** Events within reach, by first start. `after` is the position of the last one seen. */
export async function findEvents(
  deps: Store,
  asked: { reach: Reach; filters: EventFilters; order: "soonest" | "latest"; after?: string | undefined; limit: number },
): Promise<{ events: Event[]; next: string | undefined }> {
  // Each source is one partition of an index; asking for one more than is shown tells whether there is a next page.
  const found = await Promise.all(sourcesOf(asked.reach, asked.filters).map((source) => queryMatching(deps, source, asked)));
  const sign = asked.order === "soonest" ? 1 : -1;
  const inOrder = found.flat().sort((a, b) => sign * (positionOf(a) < positionOf(b) ? -1 : 1));
  const shown = inOrder.slice(0, asked.limit);
  const last = shown.at(-1);
  return { events: shown.map(eventFrom), next: inOrder.length > asked.limit && last ? positionOf(last) : undefined };
}

const positionOf = (item: Item) => String(item[shape.list.sortKey]);

interface Source {
  index: typeof shape.list | typeof shape.host;
  partition: string;
}

/** Scope is in the query: whoever's reach is some hosts, asks those hosts' partitions and no other. */
function sourcesOf(reach: Reach, { host, statuses }: EventFilters): Source[] {
  const ofHost = (word: string): Source => ({ index: shape.host, partition: `HOST#${word}` });
  if (reach.kind === "hosts") {
    return reach.hosts
      .map(hostWord)
      .filter((word) => host === undefined || word === host)
      .map(ofHost);
  }
  if (host !== undefined) return [ofHost(host)];
  const partitions = statuses ? new Set(statuses.map((status) => (isOver(status) ? lists.over : lists.on))) : Object.values(lists);
  return [...partitions].map((partition) => ({ index: shape.list, partition }));
}

const readAtOnce = 100;

async function queryMatching(
  deps: Store,
  { index, partition }: Source,
  asked: { filters: EventFilters; order: "soonest" | "latest"; after?: string | undefined; limit: number },
): Promise<Item[]> {
  const filter = filterOf(asked.filters);
  const isForward = asked.order === "soonest";
  const query: Query = {
    IndexName: index.name,
    KeyConditionExpression: `#partition = :partition${asked.after === undefined ? "" : ` AND #order ${isForward ? ">" : "<"} :after`}`,
    ...(filter.conditions.length > 0 ? { FilterExpression: filter.conditions.join(" AND ") } : {}),
    ExpressionAttributeNames: { "#partition": index.partitionKey, ...(asked.after === undefined ? {} : { "#order": index.sortKey }), ...filter.names },
    ExpressionAttributeValues: { ":partition": partition, ...(asked.after === undefined ? {} : { ":after": asked.after }), ...filter.values },
    ScanIndexForward: isForward,
    Limit: filter.conditions.length > 0 ? readAtOnce : asked.limit + 1,
  };
  const found: Item[] = [];
  let lastKey: Item | undefined;
  do {
    const page = await queryPage(deps, { ...query, ...(lastKey ? { ExclusiveStartKey: lastKey } : {}) });
    found.push(...page.items);
    lastKey = page.lastKey;
  } while (lastKey && found.length <= asked.limit);
  return found.slice(0, asked.limit + 1);
}

function filterOf(filters: EventFilters): { conditions: string[]; names: Record<string, string>; values: Record<string, string> } {
  const conditions: string[] = [];
  const names: Record<string, string> = {};
  const values: Record<string, string> = {};
  const compare = (attribute: string, operator: "=" | ">=" | "<=" | ">", value: string | undefined, word: string) => {
    if (value === undefined) return;
    names[`#${word}`] = attribute;
    values[`:${word}`] = value;
    conditions.push(`#${word} ${operator} :${word}`);
  };
  compare("activityTypeId", "=", filters.activityTypeId, "activityType");
  compare("_borough", "=", filters.boroughId, "borough");
  compare("_lastDay", ">=", filters.from, "from");
  compare("_firstDay", "<=", filters.to, "to");
  compare("_endsAt", ">", filters.endsAfter, "endsAfter");
  if (filters.q !== undefined) {
    names["#search"] = "_search";
    values[":q"] = filters.q.normalize("NFC").toLowerCase();
    conditions.push("contains(#search, :q)");
  }
  if (filters.statuses) {
    names["#status"] = "status";
    const words = filters.statuses.map((status, index) => {
      values[`:status${index}`] = status;
      return `:status${index}`;
    });
    conditions.push(`#status IN (${words.join(", ")})`);
  }
  return { conditions, names, values };
}

export interface PublishedQuery {
  from?: string | undefined;
  to?: string | undefined;
  activityTypeId?: ActivityTypeId | undefined;
  boroughId?: BoroughId | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/**
 * What the public may see and is not over: published, or closed to sign-ups and still to come; soonest first.
 *
 * @param query `from` and `to` are days such as `2026-11-24`, in the zone of each event
 * @returns absent where the cursor is not one of this list and these filters
 */
export async function listPublished(
  deps: Pick<Deps, "table" | "secrets" | "now">,
  { cursor, limit = 25, ...filters }: PublishedQuery,
): Promise<{ events: Event[]; nextCursor?: string } | undefined> {
  const asked = JSON.stringify(["published", filters.from, filters.to, filters.activityTypeId, filters.boroughId]);
  const after = cursor === undefined ? undefined : openCursor(deps.secrets, asked, cursor);
  if (cursor !== undefined && after === undefined) return undefined;
  const statuses = ["published", "closed"] as const;
  const { events, next } = await findEvents(deps, {
    reach: { kind: "city" },
    filters: { ...filters, statuses, endsAfter: deps.now() },
    order: "soonest",
    after,
    limit,
  });
  return { events, ...(next === undefined ? {} : { nextCursor: sealCursor(deps.secrets, asked, next) }) };
}

/** Published and closed events whose last session has ended: the schedule files them as done. */
export async function findEventsToFinish(deps: Store, now: Instant): Promise<Event[]> {
  const filter = filterOf({ statuses: ["published", "closed"] });
  const items = await queryAll(deps, {
    IndexName: shape.list.name,
    // Whatever starts later cannot be over; the rest of the partition is what is on right now.
    KeyConditionExpression: "#partition = :partition AND #order < :now",
    FilterExpression: `${filter.conditions.join(" AND ")} AND #endsAt <= :now`,
    ExpressionAttributeNames: { "#partition": shape.list.partitionKey, "#order": shape.list.sortKey, "#endsAt": "_endsAt", ...filter.names },
    ExpressionAttributeValues: { ":partition": lists.on, ":now": now, ...filter.values },
  });
  return items.map(eventFrom);
}

/** Which of these sessions anybody ever signed up for, and which questions anybody ever answered. */
export async function findTraces(
  deps: Store,
  sessionIds: readonly SessionId[],
  questionIds: readonly string[],
): Promise<{ sessionsWithSignUps: Set<string>; answeredQuestions: Set<string> }> {
  const traces = { sessionsWithSignUps: new Set<string>(), answeredQuestions: new Set<string>() };
  for (const sessionId of sessionIds) {
    const anyone = await queryPage(deps, { ...ofSession(sessionId), ProjectionExpression: "#pk", ExpressionAttributeNames: { "#pk": "pk" }, Limit: 1 });
    if (anyone.items.length === 0) continue;
    traces.sessionsWithSignUps.add(sessionId);
    await addAnswered(deps, sessionId, questionIds, traces.answeredQuestions);
  }
  return traces;
}

const ofSession = (sessionId: SessionId): Query => ({
  KeyConditionExpression: "pk = :pk",
  ExpressionAttributeValues: { ":pk": `SES#${sessionId}` },
  ConsistentRead: true,
});

/** Reads on only while a question is left that nobody has answered so far. */
async function addAnswered(deps: Store, sessionId: SessionId, questionIds: readonly string[], answered: Set<string>): Promise<void> {
  let lastKey: Item | undefined;
  do {
    const open = questionIds.filter((id) => !answered.has(id));
    if (open.length === 0) return;
    const page = await queryPage(deps, {
      ...ofSession(sessionId),
      ProjectionExpression: "#answers",
      FilterExpression: open.map((_, index) => `attribute_exists(#answers.#q${index})`).join(" OR "),
      ExpressionAttributeNames: { "#answers": "answers", ...Object.fromEntries(open.map((id, index) => [`#q${index}`, id])) },
      ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
    });
    for (const { answers } of page.items) for (const id of Object.keys(answers ?? {})) answered.add(id);
    lastKey = page.lastKey;
  } while (lastKey);
}
