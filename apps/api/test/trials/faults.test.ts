import { describe, expect, it } from "vitest";
import { settleSession } from "../../src/sign-up/settle-queue.ts";
import { withdraw } from "../../src/sign-up/withdraw.ts";
import { Unavailable } from "../../src/table/unavailable.ts";
import { freshTable, patient, testDeps } from "../deps.ts";
import { publishedSession, signUpPatiently, signUpPerson } from "../published-event.ts";
import { faulty, withConflicts } from "./faults.ts";
import { trial } from "./size.ts";
import { expectNoDrift, expectNothingLeftToSettle, expectOrderKept, truthOf, type Witness } from "./truth.ts";

describe("with 55 % of all writes failing", () => {
  it.each(trial.seeds)("nobody acknowledged is lost, nothing is oversold, and a retry gets the same sign-up (seed %i)", async (seed) => {
    const deps = await testDeps({ table: await freshTable(undefined, patient) });
    const { sessionId } = await publishedSession(deps, { capacity: 40, waitlistLimit: 500 });
    const { table, faults } = faulty(deps.table, seed);
    const broken = { ...deps, table };
    const people = Array.from({ length: 200 }, (_, index) => `f${seed}-${index}@example.org`);
    const answers = await Promise.all(people.map((email) => signUpPatiently(broken, sessionId, { email })));
    const withdrawn = answers.slice(0, 10).map((answer) => (answer.kind === "taken_in" ? answer.signUp.id : undefined));
    for (const signUpId of withdrawn) {
      if (!signUpId) continue;
      for (let done = false; !done; ) {
        done = await withdraw(broken, { sessionId, signUpId, by: { kind: "person" } }).then(
          () => true,
          (error: unknown) => {
            if (error instanceof Unavailable) return false;
            throw error;
          },
        );
      }
    }
    // What the sweeper does.
    await settleSession(deps, sessionId);
    const truth = await truthOf(deps, sessionId);
    expect(faults.injected).toBeGreaterThan(50);
    expect(answers.map((answer) => answer.kind)).toEqual(people.map(() => "taken_in"));
    const stored = new Set(truth.signUps.map((signUp) => signUp.id));
    expect(answers.filter((answer) => answer.kind === "taken_in" && !stored.has(answer.signUp.id))).toEqual([]);
    expect(truth.seats).toMatchObject({ confirmed: 40, waiting: 150 });
    expectNoDrift(truth);
    await expectNothingLeftToSettle(deps, sessionId);
    const again = await Promise.all(people.slice(10, 60).map((email) => signUpPerson(deps, sessionId, { email })));
    const ids = (some: typeof answers) => some.map((answer) => (answer.kind === "taken_in" ? answer.signUp.id : answer.kind));
    expect(ids(again)).toEqual(ids(answers.slice(10, 60)));
  });
});

describe("under the service's own conflict rules", () => {
  it("300 from twelve processes for 60 seats: nobody is lost, nobody jumps the line", async () => {
    const deps = await testDeps({ table: await freshTable(undefined, patient) });
    const { sessionId } = await publishedSession(deps, { capacity: 60, waitlistLimit: 500 });
    const locks = new Map<string, number>();
    const all = Array.from({ length: 12 }, () => ({ ...deps, table: withConflicts(deps.table, locks, 8).table }));
    const seen: Witness[] = [];
    await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const one = all[index % all.length] ?? deps;
        await new Promise((resolve) => setTimeout(resolve, index * 4));
        const sentAt = performance.now();
        const answer = await signUpPatiently(one, sessionId);
        if (answer.kind === "taken_in") seen.push({ sentAt, answeredAt: performance.now(), signUpId: answer.signUp.id });
      }),
    );
    await settleSession(deps, sessionId);
    const truth = await truthOf(deps, sessionId);
    expect(seen).toHaveLength(300);
    expect(truth.seats).toMatchObject({ confirmed: 60, waiting: 240 });
    expectNoDrift(truth);
    expectOrderKept(seen, truth);
  });
});
