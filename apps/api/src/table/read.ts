import { BatchGetCommand, GetCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Table } from "./client.ts";
import { retrying } from "./retry.ts";
import type { Item } from "./transact.ts";

export interface Key {
  pk: string;
  sk: string;
}

/** The item under a key as it stands now: consistent. */
export async function readItem({ table }: { table: Table }, key: Key): Promise<Item | undefined> {
  const answer = await retrying(() => table.client.send(new GetCommand({ TableName: table.name, Key: { ...key }, ConsistentRead: true })));
  return answer.Item;
}

const keysPerBatch = 100;

/** The items under many keys, consistent, in no order; keys with nothing under them are left out. */
export async function readItems({ table }: { table: Table }, keys: readonly Key[]): Promise<Item[]> {
  const items: Item[] = [];
  for (let from = 0; from < keys.length; from += keysPerBatch) {
    let wanted: Item[] = keys.slice(from, from + keysPerBatch).map((key) => ({ ...key }));
    await retrying(async () => {
      const request = { RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } };
      const answer = await table.client.send(new BatchGetCommand(request));
      items.push(...(answer.Responses?.[table.name] ?? []));
      wanted = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
      // What was left out is the table's way of saying "slower": paced and bounded like every other retry.
      if (wanted.length > 0) throw Object.assign(new Error("keys were left unprocessed"), { name: "ThrottlingException" });
    });
  }
  return items;
}

export type Query = Omit<QueryCommandInput, "TableName">;

/** One page of a query. `looked`: how many items were read for it, those that a filter passed over included. */
export async function queryPage(
  { table }: { table: Table },
  query: Query,
): Promise<{ items: Item[]; count: number; looked: number; lastKey: Item | undefined }> {
  const answer = await retrying(() => table.client.send(new QueryCommand({ TableName: table.name, ...query })));
  return { items: answer.Items ?? [], count: answer.Count ?? 0, looked: answer.ScannedCount ?? 0, lastKey: answer.LastEvaluatedKey };
}

/** Every page of a query: for lists whose length has a bound. */
export async function queryAll(deps: { table: Table }, query: Query): Promise<Item[]> {
  const items: Item[] = [];
  let lastKey: Item | undefined;
  do {
    const page = await queryPage(deps, { ...query, ...(lastKey ? { ExclusiveStartKey: lastKey } : {}) });
    items.push(...page.items);
    lastKey = page.lastKey;
  } while (lastKey);
  return items;
}
