// Sign-ups a second and server CPU a sign-up, beside a bare endpoint, each server in a process of its own, in turns.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import type { SessionId } from "@cte-partnerships/domain";
import { startDynamoDbLocal } from "@cte-partnerships/dynamodb-local";
import { table as markdown, median } from "./rig/figures.ts";
import { benchDeps, freshTable, publishSessions } from "./rig/open.ts";
import { runServer, type ServerSettings } from "./rig/server.ts";

const rounds = 5;
const signUpsARound = 300;
const atOnce = [1, 8, 32];
const lonelyWarmUps = 10;

interface Server {
  port: number;
  cpu(): Promise<number>;
  stop(): void;
}

async function startServer(settings: ServerSettings): Promise<Server> {
  const child: ChildProcess = fork(process.argv[1] ?? "", [], { env: { ...process.env, BENCH_SERVER: JSON.stringify(settings) } });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    port,
    async cpu() {
      child.send("cpu");
      const [{ cpuMilliseconds }] = (await once(child, "message")) as [{ cpuMilliseconds: number }];
      return cpuMilliseconds;
    },
    stop: () => void child.send("stop"),
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let people = 0;

function signUp(port: number, sessionId: SessionId): Promise<number> {
  const number = ++people;
  const body = JSON.stringify({ name: "Alex Example", email: `person-${number}@example.org` });
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "idempotency-key": `key-${number}`,
    "x-bench-client": `10.0.${(number >> 14) & 255}.${(number >> 6) & 255}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: "127.0.0.1", method: "POST", path: `/api/public/sessions/${sessionId}/sign-ups`, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

interface Figures {
  perSecond: number;
  cpu: number;
}

async function round(server: Server, sessions: readonly SessionId[], concurrency: number): Promise<Figures> {
  const count = concurrency === 1 ? signUpsARound / 2 : signUpsARound;
  const cpuBefore = await server.cpu();
  const startedAt = performance.now();
  let left = count;
  const others = new Map<number, number>();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left-- > 0) {
        const sessionId = sessions[people % sessions.length];
        const status = sessionId && (await signUp(server.port, sessionId));
        if (status && status !== 201) others.set(status, (others.get(status) ?? 0) + 1);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  if (others.size > 0) throw new Error(`not all of ${count} were signed up: ${JSON.stringify([...others])}`);
  return { perSecond: count / seconds, cpu: ((await server.cpu()) - cpuBefore) / count };
}

async function compare(endpoint: string, sessionCount: number, setting: { isRateLimited: boolean; hasStream: boolean }): Promise<string[][]> {
  const { table, accessKeyId } = await freshTable(endpoint);
  const sessions = await publishSessions(benchDeps(table, false), sessionCount, 100_000);
  const base = { endpoint, accessKeyId, ...setting };
  const [ours, bare] = await Promise.all([startServer({ kind: "ours", ...base }), startServer({ kind: "bare", ...base, hasStream: false })]);
  try {
    return await measure({ ours, bare }, sessions, setting);
  } finally {
    ours.stop();
    bare.stop();
  }
}

async function measure(
  { ours, bare }: { ours: Server; bare: Server },
  sessions: readonly SessionId[],
  { isRateLimited }: { isRateLimited: boolean },
): Promise<string[][]> {
  const rows: string[][] = [];
  // These only warm both processes up. Ours writes those who come at once together: alone is the one way in which both write as often.
  for (const concurrency of [8, 32, 8, ...Array<number>(lonelyWarmUps).fill(1)]) for (const server of [ours, bare]) await round(server, sessions, concurrency);
  for (const concurrency of atOnce) {
    const measured = { ours: [] as Figures[], bare: [] as Figures[] };
    for (let turn = 0; turn < rounds; turn++) {
      for (const kind of turn % 2 === 0 ? (["ours", "bare"] as const) : (["bare", "ours"] as const)) {
        measured[kind].push(await round(kind === "ours" ? ours : bare, sessions, concurrency));
      }
    }
    const of = (kind: "ours" | "bare", figure: "perSecond" | "cpu") => median(measured[kind].map((one) => one[figure]));
    rows.push([
      sessions.length === 1 ? "one session" : `${sessions.length} sessions`,
      isRateLimited ? "on" : "off",
      String(concurrency),
      of("ours", "perSecond").toFixed(0),
      of("bare", "perSecond").toFixed(0),
      `${(of("ours", "perSecond") / of("bare", "perSecond")).toFixed(2)} ×`,
      of("ours", "cpu").toFixed(2),
      of("bare", "cpu").toFixed(2),
      `${(of("ours", "cpu") / of("bare", "cpu")).toFixed(2)} ×`,
    ]);
    console.error(`measured ${sessions.length} session(s), ${concurrency} at once`);
  }
  return rows;
}

async function main(): Promise<void> {
  const database = await startDynamoDbLocal();
  try {
    const rows = [
      ...(await compare(database.endpoint, 1, { isRateLimited: false, hasStream: false })),
      ...(await compare(database.endpoint, 64, { isRateLimited: false, hasStream: false })),
      ...(await compare(database.endpoint, 1, { isRateLimited: true, hasStream: true })),
      ...(await compare(database.endpoint, 64, { isRateLimited: true, hasStream: true })),
    ];
    const head = ["sign-ups for", "limits and stream", "at once", "ours a second", "bare a second", "ratio", "our CPU ms", "bare CPU ms", "CPU ratio"];
    console.log(markdown(head, rows));
    console.log(
      `\nMedians of ${rounds} rounds of ${signUpsARound} sign-ups (half as many where alone), ours and the bare endpoint in turns, after ${signUpsARound * 3 + (signUpsARound / 2) * lonelyWarmUps} in each process that are not counted.`,
    );
  } finally {
    agent.destroy();
    await database.stop();
  }
}

if (process.env.BENCH_SERVER) runServer(JSON.parse(process.env.BENCH_SERVER) as ServerSettings);
else await main();
