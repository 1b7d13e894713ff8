import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { type AttributeValue, BatchWriteItemCommand, CreateTableCommand, ScanCommand, UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import type { Table } from "../../src/table/client.ts";
import { createTableInput } from "../../src/table/create.ts";

type RawItem = Record<string, AttributeValue>;

async function* itemsOf({ name, client }: Table): AsyncGenerator<RawItem> {
  let ExclusiveStartKey: RawItem | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }));
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** Every item of a table into a file, one a line, in the shape of DynamoDB's own exports. The emulator keeps no minutes to go back to. */
export async function exportTable(table: Table, file: string): Promise<number> {
  const out = createWriteStream(file);
  let items = 0;
  for await (const Item of itemsOf(table)) {
    items += 1;
    if (!out.write(`${JSON.stringify({ Item })}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  return items;
}

/** A new table like ours in the same database, without a stream: as DynamoDB restores one. */
export async function makeTableBeside({ client }: Table, name: string): Promise<Table> {
  await client.send(new CreateTableCommand({ ...createTableInput(name), StreamSpecification: { StreamEnabled: false } }));
  return { name, client };
}

/**
 * Only once everything is in it: what was restored would else come by as changes, and be followed up as if it had happened now.
 */
export async function switchStreamOn({ name, client }: Table): Promise<void> {
  const { StreamSpecification } = createTableInput(name);
  await client.send(new UpdateTableCommand({ TableName: name, StreamSpecification }));
}

const itemsPerWrite = 25;

export async function importTable({ name, client }: Table, file: string): Promise<number> {
  let items = 0;
  let batch: RawItem[] = [];
  const write = async () => {
    let left = batch.map((Item) => ({ PutRequest: { Item } }));
    batch = [];
    while (left.length > 0) {
      const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [name]: left } }));
      left = (UnprocessedItems?.[name] ?? []) as typeof left;
    }
  };
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push((JSON.parse(line) as { Item: RawItem }).Item);
    items += 1;
    if (batch.length === itemsPerWrite) await write();
  }
  await write();
  return items;
}

export interface TableDifference {
  /** In the first alone. */
  lost: number;
  /** In the second alone. */
  added: number;
  changed: number;
}

/** Item by item, every attribute. */
export async function compareTables(first: Table, second: Table): Promise<TableDifference> {
  const digests = new Map<string, string>();
  for await (const item of itemsOf(first)) digests.set(keyOf(item), digestOf(item));
  const difference: TableDifference = { lost: 0, added: 0, changed: 0 };
  for await (const item of itemsOf(second)) {
    const before = digests.get(keyOf(item));
    digests.delete(keyOf(item));
    if (before === undefined) difference.added += 1;
    else if (before !== digestOf(item)) difference.changed += 1;
  }
  difference.lost = digests.size;
  return difference;
}

const keyOf = ({ pk, sk }: RawItem) => `${pk?.S}\n${sk?.S}`;

/** Attributes and the members of maps have no order in DynamoDB. */
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Uint8Array)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, inner]) => [name, sorted(inner)]),
      )
    : Array.isArray(value)
      ? value.map(sorted)
      : value;

const digestOf = (item: RawItem) =>
  createHash("sha256")
    .update(JSON.stringify(sorted(item)))
    .digest("base64");
