import type { SessionId, SignUpState } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { queryPage } from "../table/read.ts";
import type { Item } from "../table/transact.ts";
import { signUpKeyOf } from "./store.ts";

/** How many sign-ups of a session are in each state, consistent. Of each sign-up only its state leaves the table. */
export async function countByState(deps: Pick<Deps, "table">, sessionId: SessionId): Promise<Map<SignUpState, number>> {
  const { pk, sk } = signUpKeyOf(sessionId, "");
  const counts = new Map<SignUpState, number>();
  let lastKey: Item | undefined;
  do {
    const page = await queryPage(deps, {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
      ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
      ExpressionAttributeNames: { "#state": "state" },
      ProjectionExpression: "#state",
      ConsistentRead: true,
      ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
    });
    for (const { state } of page.items) counts.set(state as SignUpState, (counts.get(state as SignUpState) ?? 0) + 1);
    lastKey = page.lastKey;
  } while (lastKey);
  return counts;
}
