import { type Instant, instantFrom, minutesAfter, type SessionId, type SignUpId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { queryPage } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Member } from "../table/transact.ts";

/** Which sign-ups of a session changed when: ids alone, for whoever follows its roster without reading all of it again. */

const partition = (sessionId: SessionId) => `SES#${sessionId}`;

/** As long as somebody who fell asleep over a roster may ask for what changed; after that they read it anew. */
const keptForMinutes = 60;

/**
 * So many who were taken in settled, each alone, stand with the seats until the next writes them all into one record: a record
 * for each would be a third of what such a sign-up costs. With more the seats would be longer than the kilobyte that one unit writes.
 */
export const unloggedAtMost = 6;

/**
 * Member of every transaction that changes sign-ups which were taken in before. Whoever is taken in unsettled needs none: they
 * stand in the queue. One for up to 49 sign-ups, so that a rush hardly pays for it.
 */
export const rosterLogWrite = ({ table, ids }: Pick<Deps, "table" | "ids">, sessionId: SessionId, changed: readonly SignUpId[], change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: {
      pk: partition(sessionId),
      sk: `LOG#${change.at}#${ids.ulid()}`,
      _t: "roster-log",
      changed,
      [shape.expiresAttribute]: Math.floor(Date.parse(change.at) / 1000) + keptForMinutes * 60,
      ...stamp(change),
    },
  },
});

/** More than clocks of two machines differ, and than a write is tried again: a record may be seen later than it says it was made. */
const overlapSeconds = 15;

/** What is asked about, and what may only now be seen of what was before it. */
export const withOverlap = (since: Instant): Instant => instantFrom(Date.parse(since) - overlapSeconds * 1000);

/** Whether everything that changed since is still in the log. */
export const isLogged = (since: Instant, now: Instant): boolean => since > minutesAfter(now, 1 - keptForMinutes) && since <= minutesAfter(now, 1);

/**
 * Ids of what changed since a moment, oldest first, with some that changed shortly before. Bounded; `until` is where the next
 * question begins.
 */
export async function listChangedSince(
  deps: Pick<Deps, "table">,
  sessionId: SessionId,
  since: Instant,
  most: number,
): Promise<{ ids: SignUpId[]; until: Instant | undefined }> {
  const { items, lastKey } = await queryPage(deps, {
    KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :end",
    ExpressionAttributeValues: { ":pk": partition(sessionId), ":from": `LOG#${withOverlap(since)}`, ":end": "LOG#~" },
    ConsistentRead: true,
    Limit: most,
  });
  const ids = items.flatMap((item) => item.changed as SignUpId[]);
  // Where a rush left more than one answer holds, the next one goes on from the last that was read, its overlap included.
  return { ids: [...new Set(ids)], until: lastKey && instantFrom(Date.parse(String(items.at(-1)?._at)) + overlapSeconds * 1000) };
}
