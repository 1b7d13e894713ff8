import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySystem, crossSystem, everySystem } from "../../test/count-systems.ts";
import { computedCells, givenAway, type Method } from "../../test/solving-attacker.ts";
import type { CountSystem, HidingPolicy } from "./index.ts";
import { hiddenMark, localLaw114Hiding, publishCounts, publishShare } from "./index.ts";

// Mutation testing runs properties for every mutant, and less often.
const { numRuns = 300 } = fc.readConfigureGlobal() ?? {};
const runs = numRuns < 300 ? numRuns : 10_000;

const isSmall = (count: number) => count >= 1 && count <= 5;
const publish =
  (policy?: HidingPolicy): Method =>
  (system) => {
    const published = publishCounts(system, policy);
    return published.ok ? published.value : undefined;
  };
/** Hides the small counts and nothing beside them. */
const hideSmallAlone: Method = ({ cells }) => cells.map((count) => (isSmall(count) ? hiddenMark : count));
/** What is mostly done: where one count of a line is hidden, the smallest of the others is hidden with it. */
const hideSmallestBeside: Method = ({ cells, sums }) => {
  const hidden = new Set([...cells.keys()].filter((cell) => isSmall(cells[cell] ?? 0)));
  for (const { total, parts } of sums) {
    if ([total, ...parts].filter((cell) => hidden.has(cell)).length !== 1) continue;
    const others = parts.filter((cell) => !hidden.has(cell) && cells[cell] !== 0).sort((one, other) => (cells[one] ?? 0) - (cells[other] ?? 0));
    hidden.add(others[0] ?? total);
  }
  return cells.map((count, cell) => (hidden.has(cell) ? hiddenMark : count));
};
const line = (...cells: number[]): CountSystem => crossSystem([cells], true, false);
const shownOf = (system: CountSystem, policy?: HidingPolicy) => publish(policy)(system);
const totalsFirst: HidingPolicy = { ...localLaw114Hiding, hidesFirst: "totals" };
const twoShelters: HidingPolicy = { ...localLaw114Hiding, twoSheltersFromCells: 0 };

describe("small counts", () => {
  it("of 1 to 5 are hidden, 0 and 6 are shown", () => {
    const cells = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(shownOf({ cells, sums: [] })).toEqual([0, "*", "*", "*", "*", "*", 6, 7]);
  });

  it("{3, 40, total 43}: 3 is hidden and so is the 40 or the total", () => {
    expect(shownOf(line(3, 40))).toEqual(["*", "*", 43]);
    expect(shownOf(line(3, 40), totalsFirst)).toEqual(["*", 40, "*"]);
  });

  it("are hidden where they are totals too", () => {
    expect(shownOf(line(2, 0, 2))).toEqual(["*", 0, "*", "*"]);
  });

  it("bear the same mark as what is hidden beside them", () => {
    fc.assert(fc.property(anySystem, (system) => new Set((shownOf(system) ?? []).filter((count) => typeof count !== "number")).size <= 1));
  });

  it("may be hidden up to another number by another agency", () => {
    expect(shownOf({ cells: [9, 10, 11], sums: [] }, { ...localLaw114Hiding, hideUpTo: 10 })).toEqual(["*", "*", 11]);
  });

  it("leave everything shown where there are none", () => {
    expect(shownOf(line(6, 0, 12))).toEqual([6, 0, 12, 18]);
  });
});

describe("what cannot be published", () => {
  it("is refused: 1 and 6 of 7 can be nothing else to those who know that one is small and the other is not", () => {
    expect(publishCounts(line(1, 6))).toEqual({ ok: false, refusal: { code: "counts_not_publishable", small: 1 } });
    expect(shownOf(line(1, 6), totalsFirst)).toEqual(["*", 6, "*"]);
  });

  it("is refused where a total is not the sum of its parts", () => {
    expect(publishCounts({ cells: [1, 2, 4], sums: [{ total: 2, parts: [0, 1] }] })).toEqual({
      ok: false,
      refusal: { code: "counts_do_not_add_up", sum: 0, total: 4, parts: 3 },
    });
    expect(publishCounts({ cells: [1], sums: [{ total: 0, parts: [7] }] })).toMatchObject({ refusal: { code: "counts_do_not_add_up" } });
  });

  it("is refused where a count stands in more sums than can be searched", () => {
    const tables = Array.from({ length: 30 }, (_, table) => 1 + table * 2);
    const system = { cells: [3, ...tables.flatMap(() => [40, 43])], sums: tables.map((at) => ({ total: at + 1, parts: [0, at] })) };
    expect(publishCounts(system)).toEqual({ ok: false, refusal: { code: "counts_not_publishable", small: 1 } });
    expect(shownOf({ cells: system.cells.slice(0, 5), sums: system.sums.slice(0, 2) })?.[0]).toBe("*");
  });

  it("is seldom: of random tables without the mostly-one mix fewer than one in fifty", () => {
    const tables = fc.sample(anySystem, { numRuns: 2000, seed: 114 }).filter(({ cells }) => cells.filter((count) => count === 1).length * 4 <= cells.length);
    expect(tables.length).toBeGreaterThan(800);
    expect(tables.filter((system) => !publishCounts(system).ok).length / tables.length).toBeLessThan(0.02);
  });
});

describe("a large table", () => {
  const counts = Array.from({ length: 80 }, (_, row) =>
    Array.from({ length: 6 }, (_, column) => ((row * 7 + column * 5) % 11) + ((row + column) % 3 === 0 ? 0 : 20)),
  );
  const hiddenIn = (policy?: HidingPolicy) => shownOf(crossSystem(counts), policy)?.filter((count) => count === hiddenMark).length ?? 0;

  it("has two shelters for each small count from 500 cells on, so that it is not refused for a single one", () => {
    expect(crossSystem(counts).cells.length).toBeGreaterThan(500);
    expect(hiddenIn()).toBe(hiddenIn(twoShelters));
    expect(hiddenIn()).toBeGreaterThan(hiddenIn({ ...localLaw114Hiding, twoSheltersFromCells: 100_000 }));
    expect(hiddenIn({ ...localLaw114Hiding, twoSheltersFromCells: crossSystem(counts).cells.length + 1 })).toBeLessThan(hiddenIn());
  });
});

describe("whoever solves the sums over the integers and runs the method again", () => {
  it("computes no hidden count of 10,000 random tables", { timeout: 300_000 }, () => {
    let published = 0;
    let hidden = 0;
    fc.assert(
      fc.property(anySystem, fc.constantFrom(localLaw114Hiding, localLaw114Hiding, totalsFirst, twoShelters), (system, policy) => {
        const value = shownOf(system, policy);
        if (!value) return;
        published++;
        hidden += value.filter((count) => count === hiddenMark).length;
        expect(system.cells.every((count, cell) => !isSmall(count) || value[cell] === hiddenMark)).toBe(true);
        expect(system.cells.every((count, cell) => count !== 0 || value[cell] === 0)).toBe(true);
        expect(computedCells(system, value, publish(policy))).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(published / runs).toBeGreaterThan(0.85);
    expect(hidden / runs).toBeGreaterThan(5);
  });

  it.each([
    [1, 2, 14],
    [1, 3, 12],
    [2, 2, 9],
  ])("is given nothing by all tables of %d × %d laid side by side", (rows, columns, largest) => {
    for (const policy of [localLaw114Hiding, totalsFirst, twoShelters]) {
      const inner = rows * columns;
      const { given, judged } = givenAway(
        everySystem(rows, columns, largest),
        publish(policy),
        ({ cells }) => cells.slice(0, inner).every((count) => count < largest),
        () => true,
      );
      expect(given).toEqual([]);
      expect(judged).toBeGreaterThan(0.8 * largest ** inner);
    }
  });

  it("control: without others hidden beside the small ones, it computes them in most tables", () => {
    const tables = fc.sample(anySystem, { numRuns: 500, seed: 114 }).filter(({ cells, sums }) => sums.length > 0 && cells.some(isSmall));
    const broken = tables.filter((system) => computedCells(system, hideSmallAlone(system) ?? []).length > 0);
    expect(broken.length / tables.length).toBeGreaterThan(0.4);
    expect(computedCells(line(3, 40), ["*", 40, 43])).toEqual([0]);
  });

  it("control: a choice by size withstands the sums and gives itself away to those who know it", () => {
    const world = () => everySystem(1, 3, 12);
    const isJudged = ({ cells }: CountSystem) => cells.slice(0, 3).every((count) => count < 12);
    const { given } = givenAway(world(), hideSmallestBeside, isJudged, isSmall);
    expect(given.length).toBeGreaterThan(0);
    const bySums = given.filter(({ cells, cell }) =>
      computedCells(line(...cells.slice(0, 3)), hideSmallestBeside(line(...cells.slice(0, 3))) ?? []).includes(cell),
    );
    expect(bySums.length).toBeLessThan(given.length);
  });
});

describe("a share in percent", () => {
  it("is hidden with either of its counts, and absent of nothing", () => {
    expect([publishShare("*", 48), publishShare(12, "*"), publishShare(1, 3), publishShare(0, 0)]).toEqual(["*", "*", 33.3, undefined]);
  });
});

it("the same counts are published in the same way every time", () => {
  fc.assert(
    fc.property(anySystem, (system) => {
      expect(publishCounts(system)).toEqual(publishCounts({ ...system, cells: [...system.cells] }));
    }),
  );
});
