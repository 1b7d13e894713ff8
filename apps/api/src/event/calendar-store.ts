import {
  type ActivityTypeId,
  addDays,
  type BoroughId,
  byCalendarMonth,
  type CalendarMonth,
  type Event,
  type EventId,
  type EventStatus,
  type Host,
  type Instant,
  type IsoDate,
  isSame,
  monthsBetween,
  type Reach,
  type Session,
  type Zone,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, type Query, queryPage } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";
import { hostWord } from "./store.ts";

type Store = Pick<Deps, "table">;

/** What a calendar shows of a session without asking for its seats. */
export type SessionInMonth = Pick<Session, "id" | "label" | "startsAt" | "endsAt" | "status" | "capacity" | "waitlistLimit">;

/** What a calendar shows of an event, with some of its sessions. Nothing of it is personal. */
export interface EventInCalendar {
  eventId: EventId;
  title: string;
  status: EventStatus;
  host: Host;
  activityTypeId: ActivityTypeId;
  /** Absent where it is online only. */
  boroughId?: BoroughId;
  zone: Zone;
  needsApproval: boolean;
  closesAt: Instant;
  sessions: SessionInMonth[];
}
export type EventMonth = EventInCalendar & { month: CalendarMonth };

const monthKey = (eventId: EventId, month: CalendarMonth): Key => ({ pk: `EVT#${eventId}`, sk: `CAL#${month}` });
const everyMonth = (month: CalendarMonth) => `CAL#${month}`;
const monthOfHost = (word: string, month: CalendarMonth) => `HOST#${word}#CAL#${month}`;

const inMonth = ({ id, label, startsAt, endsAt, status, capacity, waitlistLimit }: Session): SessionInMonth => ({
  id,
  ...(label === undefined ? {} : { label }),
  startsAt,
  endsAt,
  status,
  capacity,
  waitlistLimit,
});

/** An event as a calendar shows it, with these of its sessions. */
export function inCalendar(event: Event, sessions: readonly Session[]): EventInCalendar {
  const { id: eventId, title, status, host, activityTypeId, venue, needsApproval } = event;
  return {
    eventId,
    title,
    status,
    host,
    activityTypeId,
    ...("place" in venue ? { boroughId: venue.place.boroughId } : {}),
    zone: venue.zone,
    needsApproval,
    closesAt: event.signUpWindow.closesAt,
    sessions: sessions.map(inMonth),
  };
}

/** The months of an event, in the zone of its place, each with what stands in it. */
export function monthsOf(event: Event): Map<CalendarMonth, EventMonth> {
  const byMonth = byCalendarMonth(event.sessions, event.venue.zone);
  return new Map([...byMonth].map(([month, sessions]) => [month, { month, ...inCalendar(event, sessions) }]));
}

/**
 * An event's months as a change leaves them: what a calendar reads, so that a month costs one query at any number of events. Only those
 * that are different now are written, and one in which nothing stands any more goes.
 */
export function monthWrites({ table }: Store, before: Event | undefined, after: Event | undefined, change: Change): Member[] {
  const [were, are] = [before, after].map((event) => (event ? monthsOf(event) : new Map<CalendarMonth, EventMonth>())) as [Months, Months];
  const left = [...were.values()].filter(({ month }) => !are.has(month));
  const changed = [...are.values()].filter((month) => !isSame(month, were.get(month.month)));
  return [
    ...changed.map((month): Member => ({ Put: { TableName: table.name, Item: monthItem(month, change) } })),
    ...left.map(({ eventId, month }): Member => ({ Delete: { TableName: table.name, Key: { ...monthKey(eventId, month) } } })),
  ];
}

type Months = Map<CalendarMonth, EventMonth>;

function monthItem(eventMonth: EventMonth, change: Change): Item {
  const { month, eventId, host, sessions } = eventMonth;
  // By the end of its last session there: whoever asks from a day on reads what is not over by then, and nothing before.
  const last = sessions
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1);
  const order = `${last}#${eventId}`;
  return {
    ...monthKey(eventId, month),
    _t: "event-month",
    listPk: everyMonth(month),
    listSk: order,
    hostPk: monthOfHost(hostWord(host), month),
    hostSk: order,
    eventMonth,
    ...stamp(change),
  };
}

export interface MonthFilters {
  /** One host, as a word. */
  host?: string | undefined;
  activityTypeId?: ActivityTypeId | undefined;
  boroughId?: BoroughId | undefined;
  status?: EventStatus | undefined;
}

/** Months of events are read up to so many; a calendar with more is no use to anybody, and is told to be narrowed. */
const monthsReadAtMost = 2000;

export interface MonthsAsked {
  reach: Reach;
  /** Days, both included. */
  from: IsoDate;
  to: IsoDate;
  filters?: MonthFilters;
  readAtMost?: number;
}

/**
 * What stands within reach in the months of some days, without what was over before the first of them: in a month with more than is
 * read, the days that were asked for come before those that are past. Scope is in the query: whoever's reach is some hosts asks those
 * hosts' months and no other. Eventually consistent.
 *
 * @returns `isCut`: there is more in one of these months than was read
 */
export async function findMonths(
  deps: Store,
  { reach, from, to, filters = {}, readAtMost = monthsReadAtMost }: MonthsAsked,
): Promise<{ found: EventMonth[]; isCut: boolean }> {
  const months = monthsBetween(from, to);
  const sources = months.flatMap((month) => sourcesOf(reach, month, filters.host));
  // A day begins at most fourteen hours earlier somewhere than it does in UTC.
  const asked = { filters, endsAfter: addDays(from, -1), most: Math.ceil(readAtMost / months.length) };
  const parts = await Promise.all(sources.map((source) => queryMonth(deps, source, asked)));
  return { found: parts.flatMap(({ found }) => found), isCut: parts.some(({ isCut }) => isCut) };
}

interface Source {
  index: typeof shape.list | typeof shape.host;
  partition: string;
}

function sourcesOf(reach: Reach, month: CalendarMonth, host: string | undefined): Source[] {
  const ofHost = (word: string): Source => ({ index: shape.host, partition: monthOfHost(word, month) });
  if (reach.kind === "city") return host === undefined ? [{ index: shape.list, partition: everyMonth(month) }] : [ofHost(host)];
  return reach.hosts
    .map(hostWord)
    .filter((word) => host === undefined || word === host)
    .map(ofHost);
}

async function queryMonth(
  deps: Store,
  { index, partition }: Source,
  { filters, endsAfter, most }: { filters: MonthFilters; endsAfter: IsoDate; most: number },
): Promise<{ found: EventMonth[]; isCut: boolean }> {
  const wanted = Object.entries({ activityTypeId: filters.activityTypeId, boroughId: filters.boroughId, status: filters.status }).filter(
    ([, value]) => value !== undefined,
  );
  const query: Query = {
    IndexName: index.name,
    KeyConditionExpression: "#partition = :partition AND #order >= :endsAfter",
    ...(wanted.length > 0 ? { FilterExpression: wanted.map(([name]) => `#month.#${name} = :${name}`).join(" AND ") } : {}),
    ProjectionExpression: "#month",
    ExpressionAttributeNames: {
      "#partition": index.partitionKey,
      "#order": index.sortKey,
      "#month": "eventMonth",
      ...Object.fromEntries(wanted.map(([name]) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: { ":partition": partition, ":endsAfter": endsAfter, ...Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])) },
  };
  const found: EventMonth[] = [];
  let lastKey: Item | undefined;
  do {
    const page = await queryPage(deps, { ...query, Limit: most, ...(lastKey ? { ExclusiveStartKey: lastKey } : {}) });
    // Written by this module from an event, so reading it back is a cast.
    found.push(...page.items.map(({ eventMonth }) => eventMonth as EventMonth));
    lastKey = page.lastKey;
  } while (lastKey && found.length < most);
  return { found: found.slice(0, most), isCut: lastKey !== undefined };
}
