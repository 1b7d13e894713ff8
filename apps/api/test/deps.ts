import { randomBytes } from "node:crypto";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { type Agency, type Instant, instantFrom, withSchools } from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";
import type {} from "@cte-partnerships/dynamodb-local/vitest";
import { inject } from "vitest";
import type { Deps, Log } from "../src/deps.ts";
import { makeIds } from "../src/ids.ts";
import { openTable, type Table } from "../src/table/client.ts";
import { createTableInput } from "../src/table/create.ts";

/** A log that keeps its lines, so that tests can look for what must not be in them. */
export interface KeptLog extends Log {
  lines: string[];
}

export function keepLog(): KeptLog {
  const lines: string[] = [];
  const keep = (level: string) => (message: string, facts?: object) => void lines.push(JSON.stringify({ level, message, ...facts }));
  return { lines, info: keep("info"), error: keep("error") };
}

/** For tests that are not about time: a client that waits for an emulator that a busy machine keeps waiting. */
export const patient = { requestHandler: { connectionTimeout: 30_000, requestTimeout: 30_000, httpAgent: { maxSockets: 200 } } };

// A test file's own database: nobody else holds its access key. One a file and not one a table, since the emulator keeps
// some threads busy for every database that it has ever opened.
const accessKeyId = `test${randomBytes(12).toString("hex")}`;

/** A table of its own in Amazon's emulator. */
export async function freshTable(endpoint: string = inject("dynamoDbEndpoint"), config: object = {}): Promise<Table> {
  const name = `cte-${randomBytes(6).toString("hex")}`;
  const here = { endpoint, region: "us-east-1", credentials: { accessKeyId, secretAccessKey: "local" } };
  await openTable(name, { ...here, ...patient }).client.send(new CreateTableCommand(createTableInput(name)));
  return openTable(name, { ...here, ...config });
}

export const testAgency: Agency = withSchools(nyc, [
  { id: "sch_harbor-high", label: "Harbor High School (invented)", aliases: [], boroughId: "bor_brooklyn", from: "2000-01-01" },
]);

/** Real parts throughout: only the clock can be set. */
export async function testDeps(over: Partial<Deps> = {}): Promise<Deps & { log: KeptLog; clock: { set(at: Instant): void } }> {
  let at: Instant | undefined;
  const log = keepLog();
  return {
    table: over.table ?? (await freshTable()),
    agency: testAgency,
    now: () => at ?? instantFrom(Date.now()),
    ids: makeIds(),
    secrets: {
      addressKey: "test-address-key",
      links: [{ id: 1, key: "test-link-key" }],
      forms: [{ id: 1, key: "test-form-key" }],
      cookies: [{ id: 1, key: "test-cookie-key" }],
    },
    config: { publicOrigin: "http://127.0.0.1:3000", consoleOrigin: "http://127.0.0.1:3000", mailFrom: "office@partnerships.example", isRateLimited: true },
    ...over,
    log,
    clock: {
      set(to) {
        at = to;
      },
    },
  };
}
