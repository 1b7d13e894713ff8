// Going back, rehearsed: the functions of an earlier commit (COMMIT, else a hundred back) on a table that those of today have written.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDynamoDbLocal } from "@cte-partnerships/dynamodb-local";
import type { DynamoDBRecord } from "aws-lambda";
import { beginSession } from "../src/access/begin-session.ts";
import { giveGrant } from "../src/access/give-grant.ts";
import { registerUser } from "../src/access/register-user.ts";
import type { Deps } from "../src/deps.ts";
import { reconcileAll } from "../src/event/reconcile-all.ts";
import { allItems } from "../test/all-items.ts";
import { consoleOrigin, deployedSecrets, type FunctionName, publicOrigin } from "../test/functions/deployment.ts";
import { type HttpAnswer, httpEvent, queueEvent, streamEvent } from "../test/functions/events.ts";
import { startQueue } from "../test/functions/queue-stand-in.ts";
import { runFunction } from "../test/functions/run-function.ts";
import { buildEarlier } from "./rig/build-earlier.ts";
import { table as markdown } from "./rig/figures.ts";
import { startMailService } from "./rig/mail-service.ts";
import { benchDeps, freshTable, publishSessions } from "./rig/open.ts";
import { sealedEnvironments } from "./rig/sealed-environments.ts";
import { signUpMany } from "./rig/sign-up-many.ts";

const people = 20;

const folder = mkdtempSync(join(tmpdir(), "roll-back-"));
const earlier = buildEarlier(process.env.COMMIT ?? "HEAD~100", folder);
const database = await startDynamoDbLocal();
const [queue, mails] = [await startQueue(), await startMailService()];
try {
  const { table, accessKeyId } = await freshTable(database.endpoint);
  const plain = benchDeps(table, true);
  const deps: Deps = { ...plain, secrets: deployedSecrets, config: { ...plain.config, publicOrigin, consoleOrigin } };
  // Fewer seats than people, so that some wait.
  const [sessionId, other] = await publishSessions(deps, 2, people / 2, people);
  if (!sessionId || !other) throw new Error("no session was published");
  const [event] = await allItems(deps, "event");
  const by = { kind: "system", part: "bench" } as const;
  const user = await registerUser(deps, { issuer: "https://login.example.org", subject: "dana", name: "Dana Example", by });
  await giveGrant(deps, { userId: user.id, role: "director", scope: { kind: "city" }, by });
  const cookie = `__Host-session=${await beginSession(deps, user)}`;
  const { records, mailIds } = await signUpMany(deps, sessionId, people);
  const [record] = records;

  const environments = sealedEnvironments(folder, {
    tableName: table.name,
    accessKeyId,
    databaseEndpoint: database.endpoint,
    queueEndpoint: queue.endpoint,
    queueUrl: queue.url,
    mailEndpoint: mails.endpoint,
  });
  const signUp = (headers: Record<string, string>) =>
    httpEvent({
      method: "POST",
      path: `/api/public/sessions/${other}/sign-ups`,
      headers: { "content-type": "application/json", "x-viewer-ip": "192.0.2.1", ...headers },
      body: JSON.stringify({ name: "Alex Example", email: "after@example.org" }),
    });
  const asked: [FunctionName, string, unknown][] = [
    ["public", "an event that today's functions published", httpEvent({ path: `/events/${String(event?.slug)}` })],
    ["public", "the list of events", httpEvent({ path: "/api/public/events" })],
    ["public", "a sign-up", signUp({ "idempotency-key": "after" })],
    ["public", "the same again", signUp({ "idempotency-key": "after" })],
    ["admin", "who is signed in, by a session of today's", httpEvent({ path: "/api/admin/me", headers: { cookie } })],
    ["admin", "the list of events", httpEvent({ path: "/api/admin/events", headers: { cookie } })],
    ["admin", "the roster that today's filled", httpEvent({ path: `/api/admin/sessions/${sessionId}/roster/people`, headers: { cookie } })],
    ["stream", "a change that today's made", streamEvent([{ ...(record as DynamoDBRecord), eventID: "told-again" }])],
    ["mailer", "a mail that today's made", queueEvent([JSON.stringify({ mailId: mailIds[0] })])],
    ["schedule", "the sweep", { task: "sweep" }],
    ["schedule", "the nightly comparison", { task: "reconcile" }],
    [
      "bounces",
      "a bounce",
      queueEvent([JSON.stringify({ eventType: "Bounce", bounce: { bounceType: "Permanent", bouncedRecipients: [{ emailAddress: "gone@example.org" }] } })]),
    ],
  ];

  const rows: string[][] = [];
  for (const name of new Set(asked.map(([each]) => each))) {
    const running = await runFunction({ name, folder: join(earlier.functions, name), environment: environments.get(name) ?? {} });
    try {
      for (const [, what, question] of asked.filter(([each]) => each === name)) {
        const { outcome } = await running.invoke(question);
        const { statusCode, batchItemFailures } = (outcome.ok ? (outcome.answer ?? {}) : {}) as Partial<HttpAnswer> & { batchItemFailures?: unknown[] };
        const isWell = outcome.ok && (statusCode ?? 200) < 300 && (batchItemFailures ?? []).length === 0;
        if (!isWell) process.exitCode = 1;
        rows.push([name, what, isWell ? `well${statusCode ? `: ${statusCode}` : ""}` : JSON.stringify(outcome).slice(0, 200)]);
      }
    } finally {
      await running.stop();
    }
    process.stderr.write(`${name}: asked\n`);
  }

  const { sessions, uncompared, drifts } = await reconcileAll(deps);
  const came = (await allItems(deps, "sign-up")).filter((item) => item.sessionId === other);
  if (drifts.length > 0 || uncompared > 0 || came.length !== 1) process.exitCode = 1;
  console.log(markdown(["earlier function", "asked for", "answered"], rows));
  console.log(
    `\nFunctions of ${earlier.commit}, ${earlier.behind} commits back, on a table that today's filled: an event, ${people} people of whom half wait, their mails. Forward again, today's code finds ${came.length} who signed up meanwhile, ${sessions} sessions, drift ${drifts.length}.`,
  );
} finally {
  queue.close();
  mails.close();
  await database.stop();
  earlier.remove();
  rmSync(folder, { recursive: true, force: true });
}
