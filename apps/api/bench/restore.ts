// The restore of the table, rehearsed: everything out, a new table, everything in, the functions switched over, compared and reconciled.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import { type SessionId, SignUpInput } from "@cte-partnerships/domain";
import { startDynamoDbLocal } from "@cte-partnerships/dynamodb-local";
import type { DynamoDBRecord } from "aws-lambda";
import type { Deps } from "../src/deps.ts";
import { reconcileAll } from "../src/event/reconcile-all.ts";
import { handleRecords } from "../src/lambda/stream.ts";
import { signUp } from "../src/sign-up/sign-up.ts";
import { consoleOrigin, deployedSecrets, environmentOf, linksOf, publicOrigin, seal } from "../test/functions/deployment.ts";
import { type HttpAnswer, httpEvent } from "../test/functions/events.ts";
import { runFunction } from "../test/functions/run-function.ts";
import { compareTables, exportTable, importTable, makeTableBeside, switchStreamOn } from "../test/trials/restore.ts";
import { table as markdown } from "./rig/figures.ts";
import { benchDeps, freshTable, publishSessions } from "./rig/open.ts";

const sessions = 40;
const people = 1200;
const afterTheMinute = 25;

async function signUpMany(deps: Deps, sessionIds: readonly SessionId[], from: number, count: number): Promise<void> {
  const one = async (person: number) => {
    const input = SignUpInput.parse({ name: "Alex Example", email: `person-${person}@example.org` });
    const sessionId = sessionIds[person % sessionIds.length] as SessionId;
    await signUp(deps, { sessionId, input, idempotencyKey: `key-${person}`, by: { kind: "person" }, adder: "person" });
  };
  for (let person = from; person < from + count; person += 8)
    await Promise.all(Array.from({ length: Math.min(8, from + count - person) }, (_, at) => one(person + at)));
}

/** Everything that the stream holds so far, followed up. */
async function followUp(deps: Deps, endpoint: string): Promise<number> {
  const { credentials } = deps.table.client.config;
  const client = new DynamoDBStreamsClient({ endpoint, region: "us-east-1", credentials });
  const StreamArn = (await client.send(new ListStreamsCommand({ TableName: deps.table.name }))).Streams?.[0]?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  let followed = 0;
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    let { ShardIterator } = await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" }));
    for (let hasMore = true; hasMore && ShardIterator; ) {
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 200 }));
      hasMore = Records.length > 0;
      if (hasMore) await handleRecords({ ...deps, mailQueue: { send: async () => {} } }, Records as unknown as DynamoDBRecord[]);
      followed += Records.length;
      ShardIterator = NextShardIterator;
    }
  }
  return followed;
}

const database = await startDynamoDbLocal();
const folder = mkdtempSync(join(tmpdir(), "restore-"));
try {
  const { table, accessKeyId } = await freshTable(database.endpoint);
  const plain = benchDeps(table, false);
  const deps: Deps = { ...plain, secrets: deployedSecrets, config: { ...plain.config, publicOrigin, consoleOrigin } };
  const sessionIds = await publishSessions(deps, sessions, 20, 30);
  await signUpMany(deps, sessionIds, 0, people);
  await followUp(deps, database.endpoint);
  process.stderr.write(`${people} people signed up for ${sessions} sessions\n`);

  const steps: string[][] = [];
  const step = async <Result>(what: string, work: () => Promise<Result>, says: (result: Result) => string): Promise<Result> => {
    const startedAt = performance.now();
    const result = await work();
    steps.push([what, says(result), ((performance.now() - startedAt) / 1000).toFixed(2)]);
    return result;
  };

  const file = join(folder, "table.jsonl");
  const exported = await step(
    "everything out, into a file",
    () => exportTable(table, file),
    (items) => `${items} items, ${(statSync(file).size / 1e6).toFixed(1)} MB`,
  );
  const fresh = await step(
    "a new table beside the first, without a stream",
    () => makeTableBeside(table, "cte-restored"),
    ({ name }) => name,
  );
  const imported = await step(
    "everything in",
    () => importTable(fresh, file),
    (items) => `${items} items`,
  );
  const difference = await step(
    "compared with the first, every attribute",
    () => compareTables(table, fresh),
    ({ lost, added, changed }) => `${lost} lost, ${added} added, ${changed} changed`,
  );
  await step(
    "the stream switched on",
    () => switchStreamOn(fresh),
    () => "new and old images",
  );
  const switched = { ...deps, table: fresh };
  const before = await step(
    "reconciled",
    () => reconcileAll(switched),
    ({ sessions: compared, uncompared, drifts }) => `${compared} sessions, ${uncompared} uncompared, drift ${drifts.length}`,
  );

  // What comes in at the first table after the minute that is gone back to is what a restore loses.
  await signUpMany(deps, sessionIds, people, afterTheMinute);
  const since = await compareTables(fresh, table);

  const at = { tableName: fresh.name, accessKeyId, databaseEndpoint: database.endpoint, queueEndpoint: "", queueUrl: "", mailEndpoint: "" };
  const environment = { ...environmentOf("public", at), ...seal(folder, linksOf("public")) };
  const answer = await step(
    "the public function, told the new name, signs somebody up",
    async () => {
      const running = await runFunction({
        name: "public",
        folder: join(process.cwd(), "dist", "lambda", "public"),
        environment: { ...environment, SST_KEY_FILE: join(folder, "resource.enc") },
      });
      try {
        const body = JSON.stringify({ name: "Alex Example", email: "late@example.org" });
        const headers = { "content-type": "application/json", "idempotency-key": "late" };
        const { outcome } = await running.invoke(httpEvent({ method: "POST", path: `/api/public/sessions/${sessionIds[0]}/sign-ups`, headers, body }));
        return outcome.ok ? (outcome.answer as HttpAnswer).statusCode : 0;
      } finally {
        await running.stop();
      }
    },
    (status) => `answered ${status}`,
  );
  const followed = await step(
    "its stream followed up",
    () => followUp(switched, database.endpoint),
    (records) => `${records} changes, none of what was restored`,
  );
  const after = await step(
    "reconciled again",
    () => reconcileAll(switched),
    ({ drifts }) => `drift ${drifts.length}`,
  );

  console.log(markdown(["step", "what came of it", "seconds"], steps));
  console.log(
    `\n${people} people at ${sessions} sessions, with their mails and audit records. Lost: ${difference.lost} rows. Drift: ${before.drifts.length}, and ${after.drifts.length} after the switch. ${afterTheMinute} people who signed up at the first table after that minute are in the first alone (${since.added} items): a restore loses what came later, and the comparison finds it.`,
  );
  const isWhole = exported === imported && difference.lost + difference.added + difference.changed === 0;
  if (!isWhole || before.drifts.length + after.drifts.length > 0 || answer !== 201 || followed === 0 || since.lost > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  await database.stop();
}
