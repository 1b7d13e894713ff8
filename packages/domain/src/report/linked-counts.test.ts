import { describe, expect, it } from "vitest";
import { givenAway, type Method } from "../../test/solving-attacker.ts";
import { netOf } from "./count-system.ts";
import { type CountSum, type CountSystem, type CountTable, type HidingPolicy, hiddenMark, localLaw114Hiding, publishCounts, publishTable } from "./index.ts";
import { isNetwork } from "./is-network.ts";

// With 1 and 2 as the small counts a world of small numbers has tables of every sort in it, and can be looked at whole.
const small2: HidingPolicy = { ...localLaw114Hiding, hideUpTo: 2 };
const method: Method = (system) => {
  const published = publishCounts(system, small2);
  return published.ok ? published.value : undefined;
};

/** Rows broken down in two ways, each row by two numbers and then by two others, with the rows' totals and their sum. */
function* linkedWorld(rows: number, largest: number, isShown: boolean): Generator<CountSystem> {
  const sums: CountSum[] = [];
  const totals = Array.from({ length: rows }, (_, row) => {
    const at = row * 5;
    sums.push({ total: at + 4, parts: [at, at + 1] }, { total: at + 4, parts: [at + 2, at + 3] });
    return at + 4;
  });
  if (rows > 1) sums.push({ total: rows * 5, parts: totals });
  const unpublished = isShown ? [] : [...totals, ...(rows > 1 ? [rows * 5] : [])];
  function* fill(cells: readonly number[]): Generator<CountSystem> {
    if (cells.length === rows * 5) {
      const grand = totals.reduce((so, at) => so + (cells[at] ?? 0), 0);
      yield {
        cells: rows > 1 ? [...cells, grand] : [...cells],
        sums,
        unpublished,
      };
      return;
    }
    for (let a = 0; a <= largest; a++)
      for (let b = 0; b <= largest; b++)
        for (let c = Math.max(0, a + b - largest); c <= Math.min(largest, a + b); c++) yield* fill([...cells, a, b, c, a + b - c, a + b]);
  }
  yield* fill([]);
}

/** `b` is `a` and `c`, and the total is `a` and `b`: no network, for `a` counts twice towards the total. */
function* twiceWorld(largest: number): Generator<CountSystem> {
  const sums = [
    { total: 3, parts: [0, 1] },
    { total: 1, parts: [0, 2] },
  ];
  for (let a = 0; a <= largest; a++) for (let c = 0; c <= largest; c++) yield { cells: [a, a + c, c, 2 * a + c], sums };
}

describe("counts that stand in several tables", () => {
  it.each([
    ["one row", () => linkedWorld(1, 9, true), 9, 5],
    ["one row, its total left out", () => linkedWorld(1, 9, false), 9, 5],
    ["two rows", () => linkedWorld(2, 4, true), 4, 10],
    ["two rows, their totals left out", () => linkedWorld(2, 3, false), 3, 10],
    ["a count that counts twice", () => twiceWorld(24), 20, 4],
  ] as const)("are given away by no table of a whole world laid side by side: %s", (_, world, largest, cells) => {
    const isInside = (system: CountSystem) =>
      system.cells.slice(0, cells).every((count, cell) => count < largest || system.sums.some(({ total }) => total === cell));
    const { given, judged } = givenAway(world(), method, isInside, (count) => count >= 1 && count <= 2);
    expect(given.slice(0, 3)).toEqual([]);
    expect(judged).toBeGreaterThan(50);
  });
});

describe("a network", () => {
  const all = (system: CountSystem) => system.cells.map(() => true);
  const rowsAndColumns: CountSystem = {
    cells: Array.from({ length: 9 }, () => 9),
    sums: [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
      [0, 3, 6],
      [1, 4, 7],
      [2, 5, 8],
    ].map(([a = 0, b = 0, c = 0]) => ({ total: c, parts: [a, b] })),
  };
  const shared: CountSystem = {
    cells: Array.from({ length: 9 }, () => 9),
    sums: [
      [0, 1],
      [2, 3],
      [4, 5],
    ].map((parts) => ({ total: 6, parts })),
  };
  const twice: CountSystem = {
    cells: [1, 2, 1, 3],
    sums: [
      { total: 3, parts: [0, 1] },
      { total: 1, parts: [0, 2] },
    ],
  };

  it("is what rows, columns and totals of totals are", () => {
    expect(isNetwork(netOf(rowsAndColumns), all(rowsAndColumns))).toBe(true);
    const ofTotals = {
      cells: [1, 2, 3, 4, 7],
      sums: [
        { total: 2, parts: [0, 1] },
        { total: 4, parts: [2, 3] },
      ],
    };
    expect(isNetwork(netOf(ofTotals), all(ofTotals))).toBe(true);
  });

  it("is no count in three sums, unless it is shown", () => {
    expect(isNetwork(netOf(shared), all(shared))).toBe(false);
    expect(
      isNetwork(
        netOf(shared),
        all(shared).map((_, cell) => cell !== 6),
      ),
    ).toBe(true);
  });

  it("is no count that counts twice, unless it is shown", () => {
    expect(isNetwork(netOf(twice), all(twice))).toBe(false);
    expect(isNetwork(netOf(twice), [false, true, true, true])).toBe(true);
  });
});

describe("a network of tens of thousands of sums", () => {
  it("is searched to its end: whoever gave up on some tables of it would tell which ones", () => {
    // 3 and 40 are 43, and both of these are handed on from sum to sum, far away, before anything gives way.
    const length = 22_000;
    const chain = (from: number, first: number): CountSum[] =>
      Array.from({ length }, (_, at) => ({ total: at === 0 ? from : first + at - 1, parts: [first + at] }));
    const system: CountSystem = {
      cells: [3, 40, 43, ...Array.from({ length }, () => 40), ...Array.from({ length }, () => 43)],
      sums: [{ total: 2, parts: [0, 1] }, ...chain(1, 3), ...chain(2, 3 + length)],
    };
    const published = publishCounts(system, { ...localLaw114Hiding, twoSheltersFromCells: 1_000_000 });
    expect(published.ok && published.value[0]).toBe(hiddenMark);
  });
});

describe("totals that are left out", () => {
  const system = {
    cells: [3, 40, 20, 23, 43],
    sums: [
      { total: 4, parts: [0, 1] },
      { total: 4, parts: [2, 3] },
    ],
    unpublished: [4],
  };

  it("hold all the same, so that one breakdown does not give the other away", () => {
    const published = publishCounts(system);
    const value = published.ok ? published.value : [];
    expect(value[0]).toBe(hiddenMark);
    expect(value.slice(1, 4).filter((count) => count === hiddenMark).length).toBeGreaterThan(0);
  });

  it("may be computed where they are larger, and nothing is hidden for them", () => {
    expect(publishCounts({ ...system, cells: [23, 20, 20, 23, 43] })).toEqual({
      ok: true,
      value: [23, 20, 20, 23, hiddenMark],
    });
  });
});

describe("many small totals that several breakdowns share", () => {
  it("are refused where too many tables would have to be looked at, and not waited for", () => {
    const rows = Array.from({ length: 14 }, (_, row) => [1 + (row % 3), 1 + (row % 2)]);
    const table: CountTable = {
      rows: rows.map((_, row) => `Program ${row}`),
      breakdowns: ["one", "two", "three"].map((title) => ({
        title,
        columns: ["a", "b"],
        counts: rows,
        hasColumnTotals: true,
      })),
      hasRowTotals: true,
    };
    const begun = publishTable(table);
    expect(begun.ok ? begun.value.rowTotals : begun.refusal.code).toEqual("counts_not_publishable");
  });
});
