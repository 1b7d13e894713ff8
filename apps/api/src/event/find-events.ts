import { type ActivityTypeId, type BoroughId, type Event, type EventStatus, type Instant, type Reach, searchWords } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Query, queryAll, queryPage } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item } from "../table/transact.ts";
import { eventFrom, hostWord, isOver, lists } from "./store.ts";

type Store = Pick<Deps, "table">;

export interface EventFilters {
  /** Words that are all in title, activity, host, place, contact or session labels; capitals and accents do not count. */
  q?: string | undefined;
  statuses?: readonly EventStatus[] | undefined;
  activityTypeIds?: readonly ActivityTypeId[] | undefined;
  boroughIds?: readonly BoroughId[] | undefined;
  /** Hosts, as words. */
  hosts?: readonly string[] | undefined;
  /** Days (`2026-11-24`) in the event's own zone, both included: whatever happens on any of them. */
  from?: string | undefined;
  to?: string | undefined;
  endsAfter?: Instant | undefined;
}

export interface EventsAsked {
  reach: Reach;
  filters: EventFilters;
  order: "soonest" | "latest";
  /** The position of the last one seen. */
  after?: string | undefined;
  limit: number;
  /** From each list; absent: until enough is found. With it a question costs the same at any number of events, and may find few. */
  readAtMost?: number;
}

/** Events within reach, by first start. */
export async function findEvents(deps: Store, asked: EventsAsked): Promise<{ events: Event[]; next: string | undefined }> {
  // Each source is one partition of an index; asking for one more than is shown tells whether there is a next page.
  const found = await Promise.all(sourcesOf(asked.reach, asked.filters).map((source) => queryMatching(deps, source, asked)));
  const isBefore = asked.order === "soonest" ? (a: string, b: string) => a < b : (a: string, b: string) => a > b;
  const first = (positions: (string | undefined)[]) =>
    positions.reduce((least, position) => (position !== undefined && (least === undefined || isBefore(position, least)) ? position : least), undefined);
  // Beyond the place where one source stopped reading, another's finds may not be the next ones.
  const horizon = first(found.map(({ readTo }) => readTo));
  const inOrder = found
    .flatMap(({ items }) => items)
    .filter((item) => horizon === undefined || !isBefore(horizon, positionOf(item)))
    .sort((a, b) => (isBefore(positionOf(a), positionOf(b)) ? -1 : 1));
  const shown = inOrder.slice(0, asked.limit);
  const last = shown.at(-1);
  return { events: shown.map(eventFrom), next: inOrder.length > asked.limit && last ? positionOf(last) : horizon };
}

const positionOf = (item: Item) => String(item[shape.list.sortKey]);

interface Source {
  index: typeof shape.list | typeof shape.host;
  partition: string;
}

/** Scope is in the query: whoever's reach is some hosts, asks those hosts' partitions and no other. */
function sourcesOf(reach: Reach, { hosts, statuses }: EventFilters): Source[] {
  const ofHost = (word: string): Source => ({ index: shape.host, partition: `HOST#${word}` });
  if (reach.kind === "hosts") {
    return reach.hosts
      .map(hostWord)
      .filter((word) => hosts === undefined || hosts.includes(word))
      .map(ofHost);
  }
  if (hosts !== undefined) return [...new Set(hosts)].map(ofHost);
  const partitions = statuses ? new Set(statuses.map((status) => (isOver(status) ? lists.over : lists.on))) : Object.values(lists);
  return [...partitions].map((partition) => ({ index: shape.list, partition }));
}

const readAtOnce = 100;

/** @returns `readTo`: the place up to which it was read, where there is more and not enough was found */
async function queryMatching(
  deps: Store,
  { index, partition }: Source,
  { filters, order, after, limit, readAtMost = Number.POSITIVE_INFINITY }: EventsAsked,
): Promise<{ items: Item[]; readTo: string | undefined }> {
  const filter = filterOf(filters);
  const isForward = order === "soonest";
  const isFiltered = filter.conditions.length > 0;
  const query: Query = {
    IndexName: index.name,
    KeyConditionExpression: `#partition = :partition${after === undefined ? "" : ` AND #order ${isForward ? ">" : "<"} :after`}`,
    ...(isFiltered ? { FilterExpression: filter.conditions.join(" AND ") } : {}),
    ExpressionAttributeNames: { "#partition": index.partitionKey, ...(after === undefined ? {} : { "#order": index.sortKey }), ...filter.names },
    ExpressionAttributeValues: { ":partition": partition, ...(after === undefined ? {} : { ":after": after }), ...filter.values },
    ScanIndexForward: isForward,
    Limit: isFiltered ? readAtOnce : limit + 1,
  };
  const items: Item[] = [];
  let lastKey: Item | undefined;
  let read = 0;
  do {
    const page = await queryPage(deps, { ...query, ...(lastKey ? { ExclusiveStartKey: lastKey } : {}) });
    items.push(...page.items);
    read += Number(query.Limit);
    lastKey = page.lastKey;
  } while (lastKey && items.length <= limit && read < readAtMost);
  const hasEnough = items.length > limit;
  return { items: items.slice(0, limit + 1), readTo: lastKey && !hasEnough ? String(lastKey[index.sortKey]) : undefined };
}

interface Filter {
  conditions: string[];
  names: Record<string, string>;
  values: Record<string, string>;
}

function filterOf(filters: EventFilters): Filter {
  const filter: Filter = { conditions: [], names: {}, values: {} };
  const { conditions, names, values } = filter;
  const compare = (attribute: string, operator: ">=" | "<=" | ">", value: string | undefined, word: string) => {
    if (value === undefined) return;
    names[`#${word}`] = attribute;
    values[`:${word}`] = value;
    conditions.push(`#${word} ${operator} :${word}`);
  };
  const isOneOf = (attribute: string, wanted: readonly string[] | undefined, word: string) => {
    if (wanted === undefined) return;
    names[`#${word}`] = attribute;
    const each = wanted.map((value, index) => {
      values[`:${word}${index}`] = value;
      return `:${word}${index}`;
    });
    conditions.push(`#${word} IN (${each.join(", ")})`);
  };
  isOneOf("activityTypeId", filters.activityTypeIds, "activityType");
  isOneOf("_borough", filters.boroughIds, "borough");
  isOneOf("status", filters.statuses, "status");
  compare("_lastDay", ">=", filters.from, "from");
  compare("_firstDay", "<=", filters.to, "to");
  compare("_endsAt", ">", filters.endsAfter, "endsAfter");
  for (const [index, word] of searchWords(filters.q ?? "").entries()) {
    names["#search"] = "_search";
    values[`:q${index}`] = word;
    conditions.push(`contains(#search, :q${index})`);
  }
  return filter;
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
