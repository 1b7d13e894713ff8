import { setTimeout as pause } from "node:timers/promises";
import type { SessionId, SignUpId } from "@cte-partnerships/domain";
import { describe, expect, it } from "vitest";
import type { Deps } from "../../src/deps.ts";
import { approve } from "../../src/sign-up/approve.ts";
import { changeCapacity } from "../../src/sign-up/change-capacity.ts";
import { findSeats } from "../../src/sign-up/seats-store.ts";
import { settleSession } from "../../src/sign-up/settle-queue.ts";
import { signUpItem } from "../../src/sign-up/store.ts";
import { withdraw } from "../../src/sign-up/withdraw.ts";
import { freshTable, patient, testDeps } from "../deps.ts";
import { patiently, publishedSession, signUpPatiently, tally, word } from "../published-event.ts";
import { chance, laggingQueue } from "./faults.ts";
import { roundsOf, trial } from "./size.ts";
import { expectNoDrift, expectNothingLeftToSettle, expectOrderKept, seatsTaken, truthOf, type Witness } from "./truth.ts";

/** The trials are about order and seats, not about a machine that is too busy to answer in time. */
const patientDeps = async () => testDeps({ table: await freshTable(undefined, patient) });

/** Several processes share one table: each has a table object, and so a desk, of its own. */
const processes = (deps: Deps, count: number): Deps[] => Array.from({ length: count }, () => ({ ...deps, table: { ...deps.table } }));

const of = <One>(all: readonly One[], index: number): One => {
  const one = all[index % all.length];
  if (one === undefined) throw new Error("nobody is there");
  return one;
};

async function witnessed(deps: Deps, sessionId: SessionId, partySize: number, seen: Witness[]) {
  const sentAt = performance.now();
  const answer = await signUpPatiently(deps, sessionId, { partySize });
  if (answer.kind === "taken_in") seen.push({ sentAt, answeredAt: performance.now(), signUpId: answer.signUp.id });
  return answer;
}

describe("a rush for one session", () => {
  it.each(roundsOf(trial.rounds))("300 at once from four processes for 40 seats: exactly 40, in the order kept (round %i)", async () => {
    const deps = await patientDeps();
    const all = processes(deps, 4);
    const { sessionId } = await publishedSession(deps, { capacity: 40, waitlistLimit: 500 });
    const seen: Witness[] = [];
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        if (index >= 150) await pause(index);
        return witnessed(of(all, index), sessionId, 1, seen);
      }),
    );
    await settleSession(deps, sessionId);
    const truth = await truthOf(deps, sessionId);
    expect(Object.keys(tally(answers)).filter((state) => !["confirmed", "waitlisted", "received"].includes(state))).toEqual([]);
    expect(truth.seats).toMatchObject({ confirmed: 40, waiting: 260 });
    expectNoDrift(truth);
    expectOrderKept(seen, truth);
    await expectNothingLeftToSettle(deps, sessionId);
  });

  it.each(roundsOf(trial.rounds))("one seat and 100 people: one gets it (round %i)", async () => {
    const deps = await patientDeps();
    const all = processes(deps, 3);
    const { sessionId } = await publishedSession(deps, { capacity: 1 });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => signUpPatiently(of(all, index), sessionId)));
    await settleSession(deps, sessionId);
    const truth = await truthOf(deps, sessionId);
    expect(truth.seats.confirmed).toBe(1);
    expect(answers.filter((answer) => word(answer) === "confirmed").length).toBeLessThanOrEqual(1);
    expectNoDrift(truth);
  });

  it.each(roundsOf(trial.rounds))(
    "capacity lowered and raised in the burst: never more confirmed than seats, and exactly as many in the end (round %i)",
    async () => {
      const deps = await patientDeps();
      const all = processes(deps, 3);
      const { sessionId } = await publishedSession(deps, { capacity: 40, waitlistLimit: 500 });
      const burst = Array.from({ length: 200 }, async (_, index) => {
        await pause(index % 40);
        return signUpPatiently(of(all, index), sessionId);
      });
      const office = (async () => {
        for (const capacity of [10, 25, 60]) {
          const stored = await findSeats(deps, sessionId);
          await changeCapacity(of(all, 1), { sessionId, capacity, settingsVersion: stored?.seats.settingsVersion ?? 0, by: { kind: "system", part: "test" } });
        }
      })();
      await Promise.all([...burst, office]);
      await settleSession(deps, sessionId);
      const truth = await truthOf(deps, sessionId);
      expect(truth.seats).toMatchObject({ capacity: 60, confirmed: 60, waiting: 140 });
      expectNoDrift(truth);
    },
  );

  it.each(roundsOf(trial.rounds))("parties of one to four, withdrawals and approvals in the storm (round %i)", async (round) => {
    const deps = await patientDeps();
    const all = processes(deps, 3);
    const { sessionId } = await publishedSession(deps, { capacity: 60, waitlistLimit: 500 }, { needsApproval: true });
    const next = chance(round);
    const seen: Witness[] = [];
    let most = 0;
    const storm = Array.from({ length: 200 }, async (_, index) => {
      const [size, wait, fate] = [1 + Math.floor(next() * 4), next() * 150, next()];
      await pause(wait);
      const answer = await witnessed(of(all, index), sessionId, size, seen);
      if (answer.kind !== "taken_in") return;
      const change = { sessionId, signUpId: answer.signUp.id as SignUpId, by: { kind: "person" } as const };
      if (fate < 0.3) await patiently(() => withdraw(of(all, index + 1), change));
      else if (fate < 0.5 && answer.signUp.state === "pending") await patiently(() => approve(of(all, index + 2), change));
    });
    let isOver = false;
    const watch = (async () => {
      while (!isOver) {
        most = Math.max(most, seatsTaken(await patiently(() => truthOf(deps, sessionId))));
        await pause(10);
      }
    })();
    await Promise.all(storm);
    isOver = true;
    await watch;
    await settleSession(deps, sessionId);
    const truth = await truthOf(deps, sessionId);
    expect(most).toBeLessThanOrEqual(60);
    expectNoDrift(truth);
    expectOrderKept(seen, truth);
    await expectNothingLeftToSettle(deps, sessionId);
  });
});

describe("the trial itself", () => {
  it("oversells when the version condition is taken away: the control that shows that the race is real", async () => {
    const deps = await patientDeps();
    const { sessionId } = await publishedSession(deps, { capacity: 40 });
    const unguarded = processes(deps, 6).map(
      (one): Deps => ({
        ...one,
        table: {
          name: one.table.name,
          client: {
            send: (command: { input: { TransactItems?: { Update?: { ConditionExpression?: string; Key: { sk: string } } }[] } }) => {
              for (const { Update } of command.input.TransactItems ?? []) {
                if (Update?.ConditionExpression === "version = :knownVersion") {
                  Update.ConditionExpression = "attribute_exists(version) OR version = :knownVersion";
                }
              }
              return one.table.client.send(command as never);
            },
          } as never,
        },
      }),
    );
    await Promise.all(Array.from({ length: 300 }, (_, index) => signUpPatiently(of(unguarded, index), sessionId)));
    const { signUps } = await truthOf(deps, sessionId);
    expect(signUps.filter((signUp) => signUp.state === "confirmed").length).toBeGreaterThan(40);
  });
});

describe("the queue", () => {
  it("misses nobody when reads of its index lag: whoever was taken in is settled in the end", async () => {
    const deps = await patientDeps();
    const lagging = { ...deps, table: laggingQueue(deps.table, 150) };
    const { sessionId } = await publishedSession(deps, { capacity: 5, waitlistLimit: 100 }, { oneSessionPerPerson: true });
    const answers = await Promise.all(Array.from({ length: 30 }, () => signUpPatiently(lagging, sessionId)));
    expect(answers.every((answer) => answer.kind === "taken_in")).toBe(true);
    await settleSession(deps, sessionId);
    const truth = await truthOf(deps, sessionId);
    expect(truth.seats).toMatchObject({ confirmed: 5, waiting: 25 });
    expectNoDrift(truth);
  });

  it("does not let the short way pass somebody who was told that they are received", async () => {
    const deps = await patientDeps();
    const { event, sessionId } = await publishedSession(deps, { capacity: 1, waitlistLimit: 10 });
    // Somebody was taken in by a process that died, and a request gave up waiting for them.
    const id = deps.ids.signUp("0".repeat(26));
    const { PutCommand, UpdateCommand } = await import("@aws-sdk/lib-dynamodb");
    const signUp = {
      state: "received",
      id,
      sessionId,
      eventId: event.id,
      name: "A",
      email: "first@example.org",
      partySize: 1,
      answers: {},
      receivedAt: deps.now(),
      version: 1,
    } as never;
    const item = signUpItem({ signUp, linkVersion: 1, keyHash: "k", contentHash: "c" }, { by: { kind: "person" }, at: deps.now(), op: "test" });
    await deps.table.client.send(new PutCommand({ TableName: deps.table.name, Item: item }));
    await deps.table.client.send(
      new UpdateCommand({
        TableName: deps.table.name,
        Key: { pk: `SEAT#${sessionId}`, sk: "SEAT" },
        UpdateExpression: "SET unsettledSince = :at",
        ExpressionAttributeValues: { ":at": deps.now() },
      }),
    );
    const later = await signUpPatiently(deps, sessionId);
    expect(later).toMatchObject({ kind: "taken_in", signUp: { state: "waitlisted", place: 1 } });
    const { signUps } = await truthOf(deps, sessionId);
    expect(signUps.find((one) => one.id === id)?.state).toBe("confirmed");
    expect((await findSeats(deps, sessionId))?.unsettledSince).toBeUndefined();
  });
});
