import { randomUUID } from "node:crypto";
import type { SessionId } from "@cte-partnerships/domain";
import type { Table } from "../table/client.ts";
import { writeOne } from "../table/write-one.ts";

/**
 * Who settles a session's queue just now. Only an optimisation: it keeps many from deciding the same queue at once, while
 * the seats' version is what guards. So it may run out, be lost or be held by two: nothing but work is wasted. Its time is
 * the machine's, also where the rest runs on a clock that was set; one that ends later than any lease can was taken by a
 * clock that is wrong, and holds nobody up.
 */
export const leaseMilliseconds = 1200;

// A process has one table; where a test has several processes in one, each has a table of its own.
const holders = new WeakMap<Table, string>();
function holderOf(table: Table): string {
  const known = holders.get(table) ?? randomUUID();
  holders.set(table, known);
  return known;
}

const key = (sessionId: SessionId) => ({ pk: `LEASE#${sessionId}`, sk: "LEASE" });

/** Until when this process holds the lease, in milliseconds since 1970; absent where another holds it. */
export async function takeLease(table: Table, sessionId: SessionId): Promise<number | undefined> {
  const now = Date.now();
  const until = now + leaseMilliseconds;
  const holder = holderOf(table);
  const taken = await writeOne(
    { table },
    {
      Put: {
        TableName: table.name,
        Item: { ...key(sessionId), _t: "lease", holder, until, expires: Math.ceil(until / 1000) + 3600 },
        ConditionExpression: "attribute_not_exists(pk) OR #until < :now OR #until > :latest OR holder = :holder",
        ExpressionAttributeNames: { "#until": "until" },
        ExpressionAttributeValues: { ":now": now, ":latest": now + 2 * leaseMilliseconds, ":holder": holder },
      },
    },
  );
  return taken.ok ? until : undefined;
}

/** Ended by a date in the past and not by a delete: then the functions that settle need not be allowed to delete anything. */
export async function giveUpLease(table: Table, sessionId: SessionId): Promise<void> {
  const over = {
    TableName: table.name,
    Key: key(sessionId),
    UpdateExpression: "SET #until = :over",
    ConditionExpression: "holder = :holder",
    ExpressionAttributeNames: { "#until": "until" },
    ExpressionAttributeValues: { ":over": 0, ":holder": holderOf(table) },
  };
  await writeOne({ table }, { Update: over });
}
