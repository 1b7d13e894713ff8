import { setTimeout as wait } from "node:timers/promises";
import { CreateTableCommand, DescribeTableCommand, type DynamoDBClientConfig, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { createTableInput, type Log, openTable, type Table } from "@cte-partnerships/api/local";
import { CannotStart, startDynamoDbLocal } from "@cte-partnerships/dynamodb-local";
import { freePort } from "./free-port.ts";
import type { Keys } from "./keys.ts";
import { Plain } from "./plain.ts";
import { type Supervised, supervise } from "./supervise.ts";

export const region = "us-east-1";
const tableName = "cte-partnerships";

export interface Database extends Supervised {
  table: Table;
  streams: DynamoDBStreamsClient;
  tableName: string;
  /** Whether the database answers within this time. */
  answers(withinMilliseconds: number): Promise<boolean>;
}

export interface DatabaseParts {
  /** Folder of the data; absent: in memory. */
  path: string | undefined;
  keys: Keys["database"];
  log: Log;
  onSpawn(pid: number): void;
  onEnded(pid: number): void;
  /** After the database came back empty: whatever was loaded at the start is loaded again. */
  onEmptied(): Promise<void>;
}

/** Amazon's emulator as a process of its own, with our table in it, kept running at one address. */
export async function startDatabase({ path, keys, log, onSpawn, onEnded, onEmptied }: DatabaseParts): Promise<Database> {
  const port = await freePort();
  const config: DynamoDBClientConfig = { endpoint: `http://127.0.0.1:${port}`, region, credentials: keys };
  const table = openTable(tableName, config);
  const streams = new DynamoDBStreamsClient({
    ...config,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
  });
  const running = await supervise({
    name: "database",
    isNeeded: true,
    log,
    start: () => startDynamoDbLocal({ port, isDetached: true, onSpawn, ...(path === undefined ? {} : { dbPath: path }) }),
    onEnded,
    async onRestart() {
      if (await ensureTable(table)) await onEmptied();
    },
  }).catch((error) => {
    throw error instanceof CannotStart ? new Plain(error.message) : error;
  });
  try {
    await ensureTable(table);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return {
    table,
    streams,
    tableName,
    pid: running.pid,
    async stop() {
      await running.stop();
      table.client.destroy();
      streams.destroy();
    },
    answers: (withinMilliseconds) =>
      table.client.send(new ListTablesCommand({ Limit: 1 }), { abortSignal: AbortSignal.timeout(withinMilliseconds) }).then(
        () => true,
        () => false,
      ),
  };
}

const patience = 60_000;

/** Makes the table where there is none. True: it was made now, and is empty. */
async function ensureTable({ client, name }: Table): Promise<boolean> {
  let wasMade = false;
  // The emulator listens a moment before it works, and its first answers are its slowest: a start can wait for them.
  for (const giveUpAt = Date.now() + patience; ; ) {
    try {
      await client.send(new DescribeTableCommand({ TableName: name }));
      return wasMade;
    } catch (error) {
      if (error instanceof Error && error.name === "ResourceNotFoundException") {
        // Where the answer is lost, looking again tells whether it was made.
        wasMade = true;
        await client.send(new CreateTableCommand(createTableInput(name))).catch(() => undefined);
      } else if (Date.now() > giveUpAt) {
        throw error;
      } else {
        await wait(25);
      }
    }
  }
}
