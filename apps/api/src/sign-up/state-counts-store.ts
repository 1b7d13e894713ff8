import type { SessionId, SignUpState } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { queryPage } from "../table/read.ts";
import type { Item } from "../table/transact.ts";
import { signUpKeyOf } from "./store.ts";

export interface StateCounts {
  counts: ReadonlyMap<SignUpState, number>;
  /** So many sign-ups were read. */
  looked: number;
  /** Whether these are all that the session has. */
  isWhole: boolean;
}

/**
 * How many sign-ups of a session are in each state, consistent, of so many at the most. Of each sign-up only its state leaves the
 * table; but all of it is read, and counted as such.
 */
export async function countByState(deps: Pick<Deps, "table">, sessionId: SessionId, most: number): Promise<StateCounts> {
  const { pk, sk } = signUpKeyOf(sessionId, "");
  const counts = new Map<SignUpState, number>();
  let looked = 0;
  let lastKey: Item | undefined;
  do {
    if (looked >= most) return { counts, looked, isWhole: false };
    const page = await queryPage(deps, {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
      ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
      ExpressionAttributeNames: { "#state": "state" },
      ProjectionExpression: "#state",
      ConsistentRead: true,
      Limit: most - looked,
      ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
    });
    for (const { state } of page.items) counts.set(state as SignUpState, (counts.get(state as SignUpState) ?? 0) + 1);
    looked += page.looked;
    lastKey = page.lastKey;
  } while (lastKey);
  return { counts, looked, isWhole: true };
}
