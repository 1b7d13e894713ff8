// Each deployed function as `pnpm build` left it, in processes of its own, called by Amazon's runtime interface client.
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDynamoDbLocal } from "@cte-partnerships/dynamodb-local";
import type { DynamoDBRecord } from "aws-lambda";
import { beginSession } from "../src/access/begin-session.ts";
import { giveGrant } from "../src/access/give-grant.ts";
import { registerUser } from "../src/access/register-user.ts";
import type { Deps } from "../src/deps.ts";
import { allItems } from "../test/all-items.ts";
import { consoleOrigin, deployedSecrets, type FunctionName, publicOrigin } from "../test/functions/deployment.ts";
import { type HttpAnswer, httpEvent, queueEvent, streamEvent } from "../test/functions/events.ts";
import { startQueue } from "../test/functions/queue-stand-in.ts";
import { runFunction } from "../test/functions/run-function.ts";
import { runtimeClient } from "../test/functions/runtime-client.ts";
import { table as markdown, median, percentile } from "./rig/figures.ts";
import { startMailService } from "./rig/mail-service.ts";
import { benchDeps, freshTable, publishSessions } from "./rig/open.ts";
import { sealedEnvironments } from "./rig/sealed-environments.ts";
import { signUpMany } from "./rig/sign-up-many.ts";

const rounds = 5;
const warmCalls = 60;
const publicKilobytesMost = 600;
const built = join(process.cwd(), "dist", "lambda");

interface Measured {
  init: number[];
  initCpu: number[];
  first: number[];
  warm: number[];
  memory: number[];
}

/** What a function is asked, the n-th time: never the same person, mail or record twice. */
type Ask = (index: number) => unknown;

async function measure(name: FunctionName, environment: Record<string, string>, ask: Ask): Promise<Measured> {
  const measured: Measured = { init: [], initCpu: [], first: [], warm: [], memory: [] };
  let index = 0;
  for (let round = 0; round < rounds; round++) {
    const one = await runFunction({ name, folder: join(built, name), environment });
    try {
      measured.init.push(one.initMilliseconds);
      measured.initCpu.push(one.initCpuMilliseconds ?? Number.NaN);
      for (let call = 0; call <= warmCalls; call++) {
        const { outcome, milliseconds } = await one.invoke(ask(index++));
        if (!outcome.ok || Number((outcome.answer as HttpAnswer | undefined)?.statusCode ?? 200) >= 400)
          throw new Error(`${name} answered ${JSON.stringify(outcome).slice(0, 300)}`);
        (call === 0 ? measured.first : measured.warm).push(milliseconds);
      }
      measured.memory.push(one.peakMegabytes() ?? Number.NaN);
    } finally {
      await one.stop();
    }
  }
  return measured;
}

const calls = rounds * (warmCalls + 1);

const kilobytesOf = (name: FunctionName): number =>
  readdirSync(join(built, name))
    .filter((file) => file.endsWith(".mjs"))
    .reduce((sum, file) => sum + statSync(join(built, name, file)).size, 0) / 1000;

const database = await startDynamoDbLocal();
const sealed = mkdtempSync(join(tmpdir(), "sealed-"));
const [queue, mails] = [await startQueue(), await startMailService()];
try {
  const { table, accessKeyId } = await freshTable(database.endpoint);
  const plain = benchDeps(table, true);
  const deps: Deps = { ...plain, secrets: deployedSecrets, config: { ...plain.config, publicOrigin, consoleOrigin } };
  const [quiet, measuredSession] = await publishSessions(deps, 2, 10_000);
  if (!quiet || !measuredSession) throw new Error("no session was published");
  const [event] = await allItems(deps, "event");
  const by = { kind: "system", part: "bench" } as const;
  const user = await registerUser(deps, { issuer: "https://login.example.org", subject: "dana", name: "Dana Example", by });
  await giveGrant(deps, { userId: user.id, role: "director", scope: { kind: "city" }, by });
  const cookie = `__Host-session=${await beginSession(deps, user)}`;
  const { records, mailIds } = await signUpMany(deps, quiet, calls);

  const at = {
    tableName: table.name,
    accessKeyId,
    databaseEndpoint: database.endpoint,
    queueEndpoint: queue.endpoint,
    queueUrl: queue.url,
    mailEndpoint: mails.endpoint,
  };
  const environments = sealedEnvironments(sealed, at);

  const asked: [FunctionName, string, Ask][] = [
    ["public", "an event's page", () => httpEvent({ path: `/events/${String(event?.slug)}` })],
    [
      "public",
      "a sign-up (JSON)",
      (index) =>
        httpEvent({
          method: "POST",
          path: `/api/public/sessions/${measuredSession}/sign-ups`,
          headers: {
            "content-type": "application/json",
            "idempotency-key": `key-${index}`,
            "x-viewer-ip": `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`,
          },
          body: JSON.stringify({ name: "Alex Example", email: `person-${index}@example.org` }),
        }),
    ],
    ["admin", "the list of events", () => httpEvent({ path: "/api/admin/events", headers: { cookie } })],
    ["stream", "one sign-up's change", (index) => streamEvent([{ ...(records[index % records.length] as DynamoDBRecord), eventID: `warm-${index}` }])],
    ["mailer", "one mail", (index) => queueEvent([JSON.stringify({ mailId: mailIds[index % mailIds.length] })])],
    ["schedule", "the sweep", () => ({ task: "sweep" })],
    [
      "bounces",
      "one bounce",
      (index) => {
        const bouncedRecipients = [{ emailAddress: `gone-${index}@example.org` }];
        return queueEvent([JSON.stringify({ eventType: "Bounce", bounce: { bounceType: "Permanent", bouncedRecipients } })]);
      },
    ],
  ];

  const rows: string[][] = [];
  for (const [name, what, ask] of asked) {
    const { init, initCpu, first, warm, memory } = await measure(name, environments.get(name) ?? {}, ask);
    process.stderr.write(`${name}, ${what}: measured\n`);
    const warmly = [median(warm), percentile(warm, 0.99)].map((figure) => figure.toFixed(1));
    const once = [median(init), median(initCpu), median(first)].map((figure) => figure.toFixed(0));
    rows.push([name, what, kilobytesOf(name).toFixed(0), ...once, ...warmly, Math.max(...memory).toFixed(0)]);
  }
  console.log(markdown(["function", "event", "bundle kB", "init ms", "of it CPU", "first call ms", "warm p50 ms", "warm p99 ms", "memory MB"], rows));
  const client = runtimeClient().isWhole
    ? "Amazon's runtime interface client, whole"
    : "Amazon's runtime interface client, JavaScript in the place of its native half";
  console.log(
    `\n${client}; Node ${process.versions.node}; medians of ${rounds} fresh processes, warm calls ${warmCalls} in each; memory is the most that any held. Bundles minified, all files of a function; public at most ${publicKilobytesMost} kB. Init is from the start of the process until it asks for its first event.`,
  );
  if (kilobytesOf("public") > publicKilobytesMost) process.exitCode = 1;
} finally {
  queue.close();
  mails.close();
  rmSync(sealed, { recursive: true, force: true });
  await database.stop();
}
