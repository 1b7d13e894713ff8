import type { Instant, Seats, SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { queryPage } from "../table/read.ts";

interface Kept {
  version: number;
  oldest: Promise<Instant | undefined>;
}

// By table, so that two tables in one process (tests, mostly) never answer for each other.
const keptByTable = new WeakMap<Deps["table"], Map<SessionId, Kept>>();
const keptAtMost = 500;

/**
 * Since when the first of those to decide on waits. Every change of a sign-up raises the version of its session's seats, so the answer is
 * kept until then: whoever looks at the page again reads no roster again.
 */
export function oldestToDecide(deps: Pick<Deps, "table">, { sessionId, version }: Pick<Seats, "sessionId" | "version">): Promise<Instant | undefined> {
  const all = keptByTable.get(deps.table) ?? new Map<SessionId, Kept>();
  keptByTable.set(deps.table, all);
  const known = all.get(sessionId);
  if (known?.version === version) return known.oldest;
  const oldest = findOldest(deps, sessionId);
  all.delete(sessionId);
  all.set(sessionId, { version, oldest });
  for (const first of all.keys()) {
    if (all.size <= keptAtMost) break;
    all.delete(first);
  }
  // A failure is not kept: the next reader tries again.
  oldest.catch(() => all.delete(sessionId));
  return oldest;
}

/** A roster is read to its first megabyte, some 1,500 people: whoever has more to decide on knows that they wait. */
async function findOldest(deps: Pick<Deps, "table">, sessionId: SessionId): Promise<Instant | undefined> {
  const { items } = await queryPage(deps, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :current)",
    FilterExpression: "#state = :pending",
    ProjectionExpression: "receivedAt",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":pk": `SES#${sessionId}`, ":current": "SU#", ":pending": "pending" },
    ConsistentRead: true,
  });
  return items.map(({ receivedAt }) => receivedAt as Instant).sort()[0];
}
