import { type Event, type EventId, isSame, type Reach } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, queryPage, readItems } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Member } from "../table/transact.ts";
import { type EventInCalendar, inCalendar } from "./calendar-store.ts";
import { hostWord } from "./store.ts";

type Store = Pick<Deps, "table">;

const decidingKey = (eventId: EventId): Key => ({ pk: `EVT#${eventId}`, sk: "DECIDES" });
const everyDeciding = "DECIDES";
const decidingOfHost = (word: string) => `HOST#${word}#DECIDES`;

/** An event that decides on each sign-up, with its sessions that take place; absent for any other, and where nobody can be waiting. */
export function decidingOf(event: Event): EventInCalendar | undefined {
  if (!event.needsApproval || (event.status !== "published" && event.status !== "closed")) return undefined;
  const scheduled = event.sessions.filter((session) => session.status === "scheduled");
  return scheduled.length > 0 ? inCalendar(event, scheduled) : undefined;
}

/**
 * Events on whose people somebody decides, found by the end of their last session and not by month: people may sign up years ahead, and
 * whoever asks who waits must not have to read all the months until then.
 */
export function decidingWrites({ table }: Store, before: Event | undefined, after: Event | undefined, change: Change): Member[] {
  const [was, is] = [before && decidingOf(before), after && decidingOf(after)];
  if (is && !isSame(was, is)) {
    const last = is.sessions
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1);
    const order = `${last}#${is.eventId}`;
    const Item = {
      ...decidingKey(is.eventId),
      _t: "event-deciding",
      listPk: everyDeciding,
      listSk: order,
      hostPk: decidingOfHost(hostWord(is.host)),
      hostSk: order,
      deciding: is,
      ...stamp(change),
    };
    return [{ Put: { TableName: table.name, Item } }];
  }
  return was && !is ? [{ Delete: { TableName: table.name, Key: { ...decidingKey(was.eventId) } } }] : [];
}

/**
 * Events within reach on whose people somebody decides, and that have a session which ends after a moment; so many of each host's at the
 * most, those that end soonest first. Scope is in the query, as it is for events. Eventually consistent.
 *
 * @returns `isCut`: there are more
 */
export async function findDeciding(
  deps: Store,
  { reach, endsAfter, most }: { reach: Reach; endsAfter: string; most: number },
): Promise<{ found: EventInCalendar[]; isCut: boolean }> {
  const sources =
    reach.kind === "city"
      ? [{ index: shape.list, partition: everyDeciding }]
      : reach.hosts.map((host) => ({ index: shape.host, partition: decidingOfHost(hostWord(host)) }));
  const pages = await Promise.all(
    sources.map(({ index, partition }) =>
      queryPage(deps, {
        IndexName: index.name,
        KeyConditionExpression: "#partition = :partition AND #order > :endsAfter",
        ProjectionExpression: "#deciding",
        ExpressionAttributeNames: { "#partition": index.partitionKey, "#order": index.sortKey, "#deciding": "deciding" },
        ExpressionAttributeValues: { ":partition": partition, ":endsAfter": endsAfter },
        // One more than is told: a page that is just full has a next one, though nothing may be on it.
        Limit: most + 1,
      }),
    ),
  );
  return {
    // Written by this module from an event, so reading it back is a cast.
    found: pages.flatMap(({ items }) => items.slice(0, most).map(({ deciding }) => deciding as EventInCalendar)),
    isCut: pages.some(({ lastKey }) => lastKey !== undefined),
  };
}

/** Which of these events stand among those on whose people somebody decides. */
export async function readDeciding(deps: Store, eventIds: readonly EventId[]): Promise<ReadonlySet<EventId>> {
  const items = await readItems(deps, eventIds.map(decidingKey));
  return new Set(items.map(({ deciding }) => (deciding as EventInCalendar).eventId));
}
