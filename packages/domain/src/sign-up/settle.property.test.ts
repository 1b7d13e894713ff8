import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SequentialLine } from "../../test/sequential-line.ts";
import { SessionAtWork } from "../../test/session-at-work.ts";
import { countsFor } from "./change.ts";
import { settle } from "./settle.ts";

type Step =
  | { kind: "arrive"; size: number }
  | { kind: "withdraw" | "approve" | "decline"; whose: number }
  | { kind: "shrink"; whose: number; to: number }
  | { kind: "capacity"; capacity: number }
  | { kind: "pass"; minutes: number }
  | { kind: "cancel" };

const whose = fc.nat(1000);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("arrive" as const), size: fc.constantFrom(1, 1, 1, 2, 3, 4, 4) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom("withdraw" as const, "approve" as const, "decline" as const), whose }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("shrink" as const), whose, to: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("capacity" as const), capacity: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("pass" as const), minutes: fc.constantFrom(1, 60, 600, 1440) }) },
);
const start = fc.oneof(
  fc.record({
    capacity: fc.integer({ min: 1, max: 10 }),
    waitlistLimit: fc.constantFrom(0, 1, 3, 50),
    needsApproval: fc.boolean(),
    minutesToStart: fc.constantFrom(1, 1439, 1440, 1441, 4000, 20_000),
  }),
  // Few seats, a long line and much time: where large parties are passed over, and waited for.
  fc.record({
    capacity: fc.integer({ min: 3, max: 6 }),
    waitlistLimit: fc.constant(50),
    needsApproval: fc.boolean(),
    minutesToStart: fc.constant(20_000),
  }),
);

/** Both sides of the comparison, given the same steps. */
class Comparison {
  readonly model: SequentialLine;
  readonly work: SessionAtWork;
  readonly #names: string[] = [];
  readonly #ranks = new Map<string, number>();

  constructor(from: { capacity: number; waitlistLimit: number; needsApproval: boolean; minutesToStart: number }, most?: () => number) {
    const { minutesToStart, ...settings } = from;
    this.model = new SequentialLine(from);
    this.work = new SessionAtWork(settings, minutesToStart, most);
  }

  take(step: Step): void {
    if (step.kind === "arrive") {
      const name = `party ${this.#names.length + 1}`;
      this.#names.push(name);
      this.model.arrive(name, step.size);
      this.work.receive(name, step.size);
      return;
    }
    // Whatever is not an arrival meets a settled session: a batch of arrivals ends here.
    this.work.settle();
    if (step.kind === "capacity") {
      if (this.work.changeCapacity(step.capacity)) this.model.changeCapacity(step.capacity);
    } else if (step.kind === "pass") {
      this.work.pass(step.minutes);
      this.model.pass(step.minutes);
    } else if (step.kind === "cancel") {
      this.work.cancel();
      this.model.cancel();
    } else {
      const name = this.#names[step.whose % Math.max(1, this.#names.length)];
      if (name === undefined) return;
      if (step.kind === "withdraw" && this.work.withdraw(name)) this.model.leave(name, "withdrawn");
      if (step.kind === "decline" && this.work.decline(name)) this.model.leave(name, "declined");
      if (step.kind === "approve" && this.work.approve(name)) this.model.approve(name);
      if (step.kind === "shrink" && this.work.shrink(name, step.to)) this.model.shrink(name, step.to);
    }
    this.work.settle();
  }

  expectSame(): void {
    const { work, model } = this;
    const ours = this.#names.map((name) => {
      const signUp = work.get(name);
      return {
        name,
        size: signUp.partySize,
        state: signUp.state,
        ...("number" in signUp ? { number: signUp.number } : {}),
        ...(signUp.state === "refused" ? { code: signUp.code } : {}),
      };
    });
    expect(ours).toEqual(model.parties.map(({ passes: _passes, ...party }) => party));
  }

  /** What must hold after every step, whatever the model says. */
  expectSound(): void {
    const { work } = this;
    const counted = [...work.signUps.values()].map(countsFor);
    const sum = (of: "confirmed" | "held" | "waiting") => counted.reduce((total, counts) => total + counts[of], 0);
    expect({ confirmed: work.seats.confirmed, held: work.seats.held, waiting: work.seats.waiting }).toEqual({
      confirmed: sum("confirmed"),
      held: sum("held"),
      waiting: sum("waiting"),
    });
    // Settled is settled: asked again at the same moment, there is nothing to give.
    expect(settle(work.seats, work.line, [], work.now)).toEqual({ seats: work.seats, outcomes: [], hasMore: false });
    work.line.forEach((party, index) => {
      const [told, before] = [work.placesTold.get(party.id) ?? 0, this.#ranks.get(party.id) ?? Number.POSITIVE_INFINITY];
      expect(index + 1).toBeLessThanOrEqual(Math.min(told, before));
      this.#ranks.set(party.id, index + 1);
    });
  }

  /** The seat record's three numbers tell what a counter in each waiting party's own record would. */
  expectPassesCounted(): void {
    for (const party of this.model.line) {
      const told = this.work.seats.overtakers.filter((number) => number > (party.number ?? 0)).length;
      expect({ name: party.name, passes: told }).toEqual({ name: party.name, passes: Math.min(3, party.passes) });
    }
  }
}

const steps = fc.array(step, { minLength: 1, maxLength: 60, size: "max" });

describe("settling, against one party after the other", () => {
  it("gives each party what the rule in words gives it, keeps the counts, and never worsens a place", () => {
    fc.assert(
      fc.property(start, steps, (from, all) => {
        const comparison = new Comparison(from);
        for (const one of all) {
          comparison.take(one);
          if (one.kind === "arrive") comparison.work.settle();
          comparison.expectSame();
          comparison.expectSound();
        }
      }),
    );
  });

  it("counts passes by three numbers on the seat record as a counter in every party's record would", () => {
    fc.assert(
      fc.property(start, steps, (from, all) => {
        const comparison = new Comparison({ ...from, waitlistLimit: 50 });
        for (const one of all) {
          comparison.take(one);
          if (one.kind === "arrive") comparison.work.settle();
          comparison.expectPassesCounted();
        }
      }),
    );
  });

  it("gives the same in batches of any size as one at a time, however arrivals pile up", () => {
    fc.assert(
      fc.property(start, steps, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (from, all, sizes) => {
        const comparison = new Comparison(from, () => sizes.next().value ?? 1);
        for (const one of all) comparison.take(one);
        comparison.work.settle();
        comparison.expectSame();
        comparison.expectSound();
        comparison.expectPassesCounted();
      }),
    );
  });

  it("cancels whoever stands or arrives, and seats nobody, once the session is cancelled", () => {
    fc.assert(
      fc.property(start, steps, steps, (from, before, after) => {
        const comparison = new Comparison(from);
        for (const one of [...before, { kind: "cancel" } as const, ...after]) comparison.take(one);
        comparison.work.settle();
        comparison.expectSame();
        comparison.expectSound();
        expect([...comparison.work.signUps.values()].filter((signUp) => ["received", "confirmed", "pending", "waitlisted"].includes(signUp.state))).toEqual([]);
      }),
    );
  });
});
