import type { Event, EventId, Host, Instant, Reach } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, queryPage, readItems } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";
import type { EventRow, EventRowGone } from "./contract.ts";
import { hostWord } from "./store.ts";

type Store = Pick<Deps, "table">;

const rowKey = (eventId: EventId): Key => ({ pk: `EVT#${eventId}`, sk: "ROW" });
const goneKey = (eventId: EventId, host: Host): Key => ({ pk: `EVT#${eventId}`, sk: `GONE#${hostWord(host)}` });
const everyRow = "ROWS";
const rowsOfHost = (host: Host) => `HOST#${hostWord(host)}#ROWS`;

/** For how long a console that looked away can still be told that an event went: longer than any session of it lasts. */
export const goneIsToldForDays = 2;

/**
 * An event's row in the console's list, and where rows are found by the time of their last change: everybody's, and each host's.
 * Where the event leaves a host, or is discarded, what stands there instead says so to those who follow that host's rows.
 */
export function rowWrites({ table }: Store, before: Event | undefined, after: { event: Event; row: EventRow } | undefined, change: Change): Member[] {
  const order = (eventId: EventId) => `${change.at}#${eventId}`;
  const members: Member[] = [];
  if (after) {
    const Item = {
      ...rowKey(after.row.id),
      _t: "event-row",
      listPk: everyRow,
      listSk: order(after.row.id),
      hostPk: rowsOfHost(after.row.host),
      hostSk: order(after.row.id),
      row: after.row,
      // A draft has no seats.
      seatsOf: after.row.status === "draft" ? [] : after.event.sessions.filter((session) => session.status === "scheduled").map((session) => session.id),
      ...stamp(change),
    };
    members.push({ Put: { TableName: table.name, Item } });
  }
  if (before && !after) members.push({ Delete: { TableName: table.name, Key: { ...rowKey(before.id) } } });
  if (before && (!after || hostWord(after.row.host) !== hostWord(before.host))) {
    const Item = {
      ...goneKey(before.id, before.host),
      _t: "event-row-gone",
      ...(after ? {} : { listPk: everyRow, listSk: order(before.id) }),
      hostPk: rowsOfHost(before.host),
      hostSk: order(before.id),
      gone: { id: before.id, version: before.version + 1 } satisfies EventRowGone,
      expires: Math.floor(Date.parse(change.at) / 1000) + goneIsToldForDays * 86_400,
      ...stamp(change),
    };
    members.push({ Put: { TableName: table.name, Item } });
  }
  return members;
}

export interface RowsFound {
  rows: EventRow[];
  gone: EventRowGone[];
  /** Where the next page begins; absent on the last one. */
  next?: string;
}

/** Whose reach is more hosts than this is asked again for the rest of them: an answer has to come in the time that a request has. */
const hostsAtOnce = 25;

/**
 * A page of the rows within reach that changed since a moment, in a query a host, so that a page costs the same at any number of
 * events. Eventually consistent: whoever follows asks from a little earlier than they know.
 *
 * @param asked `order`: what changed last first, to begin with; or first first, to follow
 */
export async function findRows(
  deps: Store,
  asked: { reach: Reach; since: Instant; order: "newest" | "oldest"; after?: string | undefined; most: number },
): Promise<RowsFound> {
  const sources =
    asked.reach.kind === "city"
      ? [{ index: shape.list, partition: everyRow }]
      : asked.reach.hosts.map((host) => ({ index: shape.host, partition: rowsOfHost(host) }));
  const found: RowsFound = { rows: [], gone: [] };
  let at: Place | undefined = asked.after === undefined ? { source: 0 } : (JSON.parse(asked.after) as Place);
  for (let room = asked.most, hosts = 0; at && room > 0 && hosts < hostsAtOnce; hosts++) {
    const source = sources[at.source];
    if (!source) return found;
    const page = await queryPage(deps, {
      IndexName: source.index.name,
      KeyConditionExpression: "#partition = :partition AND #order >= :since",
      ExpressionAttributeNames: { "#partition": source.index.partitionKey, "#order": source.index.sortKey, "#row": "row", "#gone": "gone" },
      ExpressionAttributeValues: { ":partition": source.partition, ":since": asked.since },
      ProjectionExpression: "#row, #gone",
      ScanIndexForward: asked.order === "oldest",
      Limit: room,
      ...(at.key ? { ExclusiveStartKey: at.key } : {}),
    });
    room -= page.items.length;
    for (const { row, gone } of page.items) {
      if (row) found.rows.push(row as EventRow);
      if (gone) found.gone.push(gone as EventRowGone);
    }
    at = page.lastKey ? { source: at.source, key: page.lastKey } : at.source + 1 < sources.length ? { source: at.source + 1 } : undefined;
  }
  return at ? { ...found, next: JSON.stringify(at) } : found;
}

/** Where a page begins: in the rows of which host, and behind what. */
interface Place {
  source: number;
  key?: Item;
}

/** The rows of some events as they stand now, each with the sessions whose seats it counts; those without a row are left out. */
export async function readRows(deps: Store, eventIds: readonly EventId[]): Promise<{ row: EventRow; seatsOf: Event["sessions"][number]["id"][] }[]> {
  const items = await readItems(deps, [...new Set(eventIds)].map(rowKey));
  return items.map(({ row, seatsOf }) => ({ row: row as EventRow, seatsOf: seatsOf as Event["sessions"][number]["id"][] }));
}
