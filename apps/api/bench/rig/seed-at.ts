import { openTable } from "../../src/table/client.ts";
import { benchDeps } from "./open.ts";
import { seedEvents } from "./seed-events.ts";

/** So many events in a table that is there already, such as that of a whole system which is not running. */
export async function seedEventsAt(
  { endpoint, accessKeyId, tableName }: { endpoint: string; accessKeyId: string; tableName: string },
  count: number,
): Promise<void> {
  const credentials = { accessKeyId, secretAccessKey: "local" };
  const table = openTable(tableName, { endpoint, region: "us-east-1", credentials, requestHandler: { requestTimeout: 60_000 } });
  await seedEvents(benchDeps(table, false), count);
  table.client.destroy();
}
