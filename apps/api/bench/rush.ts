// A rush under the service's own conflict rules, which the emulator does not have and which are injected here.
import { setTimeout as pause } from "node:timers/promises";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { type SessionId, SignUpInput } from "@cte-partnerships/domain";
import { startDynamoDbLocal } from "@cte-partnerships/dynamodb-local";
import type { Deps } from "../src/deps.ts";
import { findSeats } from "../src/sign-up/seats-store.ts";
import { settleSession } from "../src/sign-up/settle-queue.ts";
import { signUp } from "../src/sign-up/sign-up.ts";
import { listSignUps } from "../src/sign-up/store.ts";
import type { Table } from "../src/table/client.ts";
import { Unavailable } from "../src/table/unavailable.ts";
import { chance, withConflicts } from "../test/trials/faults.ts";
import { table as markdown, median, percentile } from "./rig/figures.ts";
import { benchDeps, freshTable, publishSessions } from "./rig/open.ts";

const parties = 1000;
const withinMilliseconds = 2000;
const seats = 300;
const heldMilliseconds = 8;

interface Rush {
  lost: number;
  milliseconds: number[];
  conflicts: number;
  jumped: number;
  seated: number;
}

/** Everybody comes at a moment of their own within the two seconds; the same moments for every design. */
async function arrive(
  one: (index: number) => Promise<"answered" | "lost">,
): Promise<{ lost: number; milliseconds: number[]; sent: number[]; answered: number[] }> {
  const next = chance(7);
  const at = Array.from({ length: parties }, () => next() * withinMilliseconds).sort((a, b) => a - b);
  const startedAt = performance.now();
  const result = { lost: 0, milliseconds: [] as number[], sent: [] as number[], answered: [] as number[] };
  await Promise.all(
    at.map(async (moment, index) => {
      await pause(moment);
      result.sent[index] = performance.now() - startedAt;
      if ((await one(index)) === "lost") result.lost += 1;
      result.answered[index] = performance.now() - startedAt;
      result.milliseconds.push((result.answered[index] ?? 0) - (result.sent[index] ?? 0));
    }),
  );
  return result;
}

async function ours(endpoint: string, processes: number): Promise<Rush> {
  const { table } = await freshTable(endpoint);
  const deps = benchDeps(table, false);
  const [sessionId] = await publishSessions(deps, 1, seats, 2000);
  if (!sessionId) throw new Error("no session was published");
  const locks = new Map<string, number>();
  const lanes = Array.from({ length: processes }, () => {
    const ruled = withConflicts(table, locks, heldMilliseconds);
    return { deps: { ...deps, table: ruled.table } as Deps, rules: ruled.rules };
  });
  const ids: (string | undefined)[] = [];
  const rush = await arrive(async (index) => {
    const lane = lanes[index % lanes.length]?.deps ?? deps;
    // A client tries again with its key where the service says that it cannot now.
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        const input = SignUpInput.parse({ name: "Alex Example", email: `person-${index}@example.org` });
        const answer = await signUp(lane, { sessionId, input, idempotencyKey: `key-${index}`, by: { kind: "person" }, adder: "person" });
        if (answer.kind === "taken_in") ids[index] = answer.signUp.id;
        return answer.kind === "taken_in" ? "answered" : "lost";
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
      }
    }
    return "lost";
  });
  await settleSession(deps, sessionId);
  const numbers = new Map(
    (await listSignUps(deps, sessionId)).map(({ signUp: stands }) => [stands.id as string, "number" in stands ? stands.number : undefined]),
  );
  const order = ids.map((id) => (id ? numbers.get(id) : undefined));
  const stored = await findSeats(deps, sessionId);
  return {
    lost: rush.lost,
    milliseconds: rush.milliseconds,
    conflicts: lanes.reduce((sum, lane) => sum + lane.rules.conflicts, 0),
    jumped: countJumped(rush, order),
    seated: stored?.seats.confirmed ?? 0,
  };
}

/** One transaction a sign-up: sign-up and counter, and ten tries with jitter. */
async function oneTransactionEach(endpoint: string): Promise<Rush> {
  const { table } = await freshTable(endpoint);
  const { table: ruled, rules } = withConflicts(table, new Map(), heldMilliseconds);
  const sessionId = "one" as SessionId;
  const order: (number | undefined)[] = [];
  let seated = 0;
  const rush = await arrive(async (index) => {
    for (let attempt = 0; attempt < 10; attempt++) {
      const outcome = await takeSeat(ruled, sessionId, index);
      if (outcome === "seated") {
        order[index] = ++seated;
        return "answered";
      }
      if (outcome === "full") return "answered";
      await pause(Math.random() * Math.min(200, 8 * 2 ** attempt));
    }
    return "lost";
  });
  return { lost: rush.lost, milliseconds: rush.milliseconds, conflicts: rules.conflicts, jumped: countJumped(rush, order), seated };
}

async function takeSeat({ name: TableName, client }: Table, sessionId: string, index: number): Promise<"seated" | "full" | "conflict"> {
  const transaction = new TransactWriteCommand({
    TransactItems: [
      { Put: { TableName, Item: { pk: `BARE#${sessionId}`, sk: `SU#${index}` }, ConditionExpression: "attribute_not_exists(pk)" } },
      {
        Update: {
          TableName,
          Key: { pk: `BARESEAT#${sessionId}`, sk: "SEAT" },
          UpdateExpression: "ADD taken :one",
          ConditionExpression: "attribute_not_exists(taken) OR taken < :seats",
          ExpressionAttributeValues: { ":one": 1, ":seats": seats },
        },
      },
    ],
  });
  try {
    await client.send(transaction);
    return "seated";
  } catch (error) {
    const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons;
    if (!reasons) throw error;
    return reasons.some((reason) => reason.Code === "ConditionalCheckFailed") ? "full" : "conflict";
  }
}

/** Parties that are behind, or have nothing, though they were answered before another was sent that is ahead. */
function countJumped({ sent, answered }: { sent: number[]; answered: number[] }, order: readonly (number | undefined)[]): number {
  let jumped = 0;
  order.forEach((number, index) => {
    if (number === undefined) return;
    for (let other = index + 1; other < order.length; other++) {
      const later = order[other];
      if (later !== undefined && later < number && (answered[index] ?? 0) < (sent[other] ?? 0)) {
        jumped += 1;
        return;
      }
    }
  });
  return jumped;
}

const row = (name: string, rush: Rush): string[] => [
  name,
  String(rush.lost),
  String(rush.seated),
  String(rush.jumped),
  median(rush.milliseconds).toFixed(0),
  percentile(rush.milliseconds, 0.99).toFixed(0),
  String(rush.conflicts),
];

const database = await startDynamoDbLocal();
try {
  const rows = [
    row("ours, one process", await ours(database.endpoint, 1)),
    row("ours, 20 processes", await ours(database.endpoint, 20)),
    row("one transaction a sign-up, ten tries", await oneTransactionEach(database.endpoint)),
  ];
  console.log(markdown(["design", "lost", "seated of 300", "jumped the line", "p50 ms", "p99 ms", "conflicts"], rows));
  console.log(
    `\n${parties} parties within ${withinMilliseconds / 1000} s for ${seats} seats; one transaction an item at a time, held for ${heldMilliseconds} ms, conflicts raised.`,
  );
} finally {
  await database.stop();
}
