import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../src/deps.ts";
import type { Item } from "../src/table/transact.ts";

/** Every item of one kind, or of all, as the table holds them. */
export async function allItems({ table }: Pick<Deps, "table">, kind?: string): Promise<Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await table.client.send(new ScanCommand({ TableName: table.name, ConsistentRead: true, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }));
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items.filter((item) => kind === undefined || item._t === kind);
}

export function countBy<Row>(rows: readonly Row[], of: (row: Row) => unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[String(of(row))] = (counts[String(of(row))] ?? 0) + 1;
  return counts;
}
