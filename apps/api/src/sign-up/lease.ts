import { randomUUID } from "node:crypto";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { SessionId } from "@cte-partnerships/domain";
import type { Table } from "../table/client.ts";
import { retrying } from "../table/retry.ts";

/**
 * Who settles a session's queue just now. Only an optimisation: it keeps many from deciding the same queue at once, while
 * the seats' version is what guards. So it may run out, be lost or be held by two: nothing but work is wasted. Its time is
 * the machine's, also where the rest runs on a clock that was set.
 */
export const leaseMilliseconds = 1200;

const holder = randomUUID();
const key = (sessionId: SessionId) => ({ pk: `LEASE#${sessionId}`, sk: "LEASE" });

/** Until when this process holds the lease, in milliseconds since 1970; absent where another holds it. */
export async function takeLease(table: Table, sessionId: SessionId): Promise<number | undefined> {
  const now = Date.now();
  const until = now + leaseMilliseconds;
  const put = new PutCommand({
    TableName: table.name,
    Item: { ...key(sessionId), _t: "lease", holder, until, expires: Math.ceil(until / 1000) + 3600 },
    ConditionExpression: "attribute_not_exists(pk) OR #until < :now OR holder = :holder",
    ExpressionAttributeNames: { "#until": "until" },
    ExpressionAttributeValues: { ":now": now, ":holder": holder },
  });
  return (await conditionally(() => table.client.send(put))) ? until : undefined;
}

export async function giveUpLease(table: Table, sessionId: SessionId): Promise<void> {
  const remove = new DeleteCommand({
    TableName: table.name,
    Key: key(sessionId),
    ConditionExpression: "holder = :holder",
    ExpressionAttributeValues: { ":holder": holder },
  });
  await conditionally(() => table.client.send(remove));
}

async function conditionally(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await retrying(send);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
