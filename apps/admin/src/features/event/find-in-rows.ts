import type { Instant, IsoDate } from "@cte-partnerships/domain";
import { searchKey, searchWords } from "@cte-partnerships/domain/shared";
import type { EventRow, EventStatus } from "../../lib/api/event.ts";
import type { Me } from "../../lib/api/session.ts";
import { hostKey, hostName, titleOf } from "../../lib/host.ts";
import { instantOf } from "../../lib/zoned-time.ts";
import { daysAsked } from "./date-presets.ts";
import { type EventSearch, wordsIn } from "./search.ts";

/** What a row is found by and put in order by, worked out once, so that a key pressed is answered in one pass over them all. */
interface Keys {
  text: string;
  host: string;
  /** First start and id, as the API orders them; what has no date yet comes after every date. */
  start: string;
  title: string;
  type: string;
  hostName: string;
  place: string;
}

export type Names = Pick<Me["agency"], "activityTypes" | "boroughs" | "commissions" | "schools" | "office" | "zone">;

const known = new WeakMap<EventRow, Keys>();

export function keysOf(row: EventRow, names: Names): Keys {
  let keys = known.get(row);
  if (keys === undefined) {
    const type = titleOf(names.activityTypes, row.activityTypeId);
    const host = hostName(names, row.host);
    const parts = [row.title, type, host, row.place, row.city, row.contact, ...(row.labels ?? [])];
    keys = {
      text: searchKey(parts.filter(Boolean).join("\n")),
      host: hostKey(row.host),
      start: `${row.startsAt ?? "undated"}#${row.id}`,
      title: searchKey(row.title),
      type: searchKey(type),
      hostName: searchKey(host),
      place: searchKey(row.boroughId ? `${titleOf(names.boroughs, row.boroughId)} ${row.place ?? ""}` : "~online"),
    };
    known.set(row, keys);
  }
  return keys;
}

/** The keys of a list's rows, side by side with them: looking each up by its row takes longer than comparing it. */
const keysInOrder = new WeakMap<readonly EventRow[], readonly Keys[]>();

const statesInOrder: readonly EventStatus[] = ["draft", "published", "closed", "done", "cancelled"];

type Key = (row: EventRow, keys: Keys) => string | number;
const sortedBy: Record<string, Key> = {
  start: (_, { start }) => start,
  title: (_, { title }) => title,
  type: (_, { type }) => type,
  host: (_, { hostName: name }) => name,
  place: (_, { place }) => place,
  state: ({ status }) => statesInOrder.indexOf(status),
  seats: ({ capacity }) => capacity,
};

export const isSortable = (columnId: string): boolean => Object.hasOwn(sortedBy, columnId);

/** Whether the API can put its pages into this order. */
export const orderOf = (sort: string | undefined): "upcoming" | "soonest" | "latest" | undefined =>
  sort === undefined || !isSortable(sort.replace(/^-/, "")) ? "upcoming" : sort === "start" ? "soonest" : sort === "-start" ? "latest" : undefined;

/** All rows in order; equal ones by first start. Without an order: what begins today or later, soonest first, then what is past, latest first. */
export function inOrder(rows: Iterable<EventRow>, sort: string | undefined, names: Names, today: IsoDate): EventRow[] {
  const keyed = Array.from(rows, (row) => ({ row, keys: keysOf(row, names), key: "" as string | number }));
  const isDown = sort?.startsWith("-") ?? false;
  const column = sort?.replace(/^-/, "") ?? "";
  // What stands in the address bar may be any word, `constructor` too.
  const of = isSortable(column) ? sortedBy[column] : undefined;
  if (of) {
    for (const one of keyed) one.key = of(one.row, one.keys);
    keyed.sort((a, b) => (a.key === b.key ? (a.keys.start < b.keys.start ? -1 : 1) : a.key < b.key === isDown ? 1 : -1));
  } else {
    const beginning = instantOf(`${today}T00:00`, names.zone) ?? (`${today}T00:00:00.000Z` as Instant);
    const isPast = (start: string) => start < beginning;
    keyed.sort(({ keys: { start: a } }, { keys: { start: b } }) => {
      if (isPast(a) !== isPast(b)) return isPast(a) ? 1 : -1;
      return a < b === isPast(a) ? 1 : -1;
    });
  }
  const rowsInOrder = keyed.map(({ row }) => row);
  keysInOrder.set(
    rowsInOrder,
    keyed.map(({ keys }) => keys),
  );
  return rowsInOrder;
}

/** Those that match, in the order in which they come. What is asked is what the API's list understands by the same words. */
export function matching(rows: readonly EventRow[], search: EventSearch, names: Names, today: IsoDate): readonly EventRow[] {
  const words = searchWords(search.q ?? "");
  const oneOf = (text: string | undefined) => (text === undefined ? undefined : new Set(wordsIn(text)));
  const [statuses, types, boroughs, hosts] = [search.status, search.activityType, search.borough, search.host].map(oneOf);
  const { from, to } = daysAsked(search, today);
  if (words.length === 0 && !statuses && !types && !boroughs && !hosts && from === undefined && to === undefined) return rows;
  const keysHere = keysInOrder.get(rows);
  return rows.filter((row, index) => {
    if (statuses && !statuses.has(row.status)) return false;
    if (types && !types.has(row.activityTypeId)) return false;
    if (boroughs && !(row.boroughId && boroughs.has(row.boroughId))) return false;
    if (from !== undefined && !(row.lastDay !== undefined && row.lastDay >= from)) return false;
    if (to !== undefined && !(row.firstDay !== undefined && row.firstDay <= to)) return false;
    if (!hosts && words.length === 0) return true;
    const keys = keysHere?.[index] ?? keysOf(row, names);
    return (!hosts || hosts.has(keys.host)) && words.every((word) => keys.text.includes(word));
  });
}
