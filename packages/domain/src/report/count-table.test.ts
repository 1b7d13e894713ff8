import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frozen } from "../../test/examples.ts";
import { computedCells } from "../../test/solving-attacker.ts";
import { auditPublication, type CountSystem, CountTable, hiddenMark, localLaw114Hiding, publishCounts, publishTable } from "./index.ts";

const one = (counts: number[][], totals = true): CountTable => ({
  rows: counts.map((_, row) => `Program ${row + 1}`),
  breakdowns: [{ title: "By group", columns: (counts[0] ?? []).map((_, column) => `Group ${column + 1}`), counts, hasColumnTotals: totals }],
  hasRowTotals: totals,
});

describe("a table of rows and columns", () => {
  it("is published with its totals, which are reckoned here", () => {
    const published = publishTable(
      frozen(
        one([
          [10, 0],
          [20, 30],
        ]),
      ),
    );
    expect(published).toMatchObject({
      value: {
        rowTotals: [10, 50],
        grandTotal: 60,
        breakdowns: [
          {
            counts: [
              [10, 0],
              [20, 30],
            ],
            columnTotals: [30, 30],
          },
        ],
      },
    });
  });

  it("hides a block of four around a lone small count, and keeps the totals", () => {
    const published = publishTable(
      one([
        [3, 40, 50],
        [60, 70, 80],
        [90, 91, 92],
      ]),
    );
    expect(published).toMatchObject({
      value: {
        breakdowns: [
          {
            counts: [
              ["*", "*", 50],
              ["*", "*", 80],
              [90, 91, 92],
            ],
          },
        ],
        rowTotals: [93, 210, 273],
        grandTotal: 576,
      },
    });
  });

  it("hides only what is small where no totals are shown", () => {
    const published = publishTable(
      one(
        [
          [3, 40],
          [60, 70],
        ],
        false,
      ),
    );
    expect(published).toMatchObject({
      value: {
        breakdowns: [
          {
            counts: [
              ["*", 40],
              [60, 70],
            ],
          },
        ],
      },
    });
    expect(published.ok && Object.keys(published.value)).toEqual(["rows", "breakdowns"]);
  });

  it("says that it cannot be published", () => {
    expect(publishTable(one([[1, 6]]))).toMatchObject({ ok: false, refusal: { code: "counts_not_publishable" } });
  });

  it("must have a count for each row and column", () => {
    expect(
      CountTable.safeParse(
        one([
          [1, 2],
          [3, 4],
        ]),
      ).success,
    ).toBe(true);
    expect(
      CountTable.safeParse({
        ...one([
          [1, 2],
          [3, 4],
        ]),
        rows: ["A"],
      }).success,
    ).toBe(false);
    expect(CountTable.safeParse(one([[1, 2], [3]])).success).toBe(false);
    expect(CountTable.safeParse(one([[1, 2.5]])).success).toBe(false);
    expect(CountTable.safeParse(one([[1, -2]])).success).toBe(false);
  });
});

/** The same students of two programs, by gender and by district. */
const linked = (gender: number[][], district: number[][], hasRowTotals: boolean): CountTable => ({
  rows: gender.map((_, row) => `Program ${row + 1}`),
  breakdowns: [
    { title: "By gender", columns: ["a", "b"], counts: gender, hasColumnTotals: false },
    { title: "By district", columns: ["1", "2", "3"], counts: district, hasColumnTotals: false },
  ],
  hasRowTotals,
});

describe("tables that share their rows", () => {
  it("are hidden together: a total that one hides is not to be added up in the other", () => {
    // Two small numbers make a small total of 4, which the other breakdown must not tell.
    const published = publishTable(
      linked(
        [
          [1, 3],
          [20, 30],
        ],
        [
          [0, 4, 0],
          [10, 20, 20],
        ],
        true,
      ),
    );
    expect(published).toMatchObject({
      value: {
        rowTotals: ["*", 50],
        breakdowns: [
          {
            counts: [
              ["*", "*"],
              [20, 30],
            ],
          },
          {
            counts: [
              [0, "*", 0],
              [10, 20, 20],
            ],
          },
        ],
      },
    });
  });

  it("are hidden together also where the totals are left out", () => {
    // 3 of 43 by gender: by district the same 43 are added up in no time, unless one of those is hidden too.
    const published = publishTable(
      linked(
        [
          [3, 40],
          [20, 30],
        ],
        [
          [10, 20, 13],
          [10, 20, 20],
        ],
        false,
      ),
    );
    const [gender, district] = (published.ok && published.value.breakdowns) || [];
    expect(gender?.counts[0]?.[0]).toBe(hiddenMark);
    const hiddenInRow = [...(gender?.counts[0] ?? []), ...(district?.counts[0] ?? [])].filter((count) => count === hiddenMark).length;
    expect(hiddenInRow).toBeGreaterThanOrEqual(2);
  });

  it("are refused where the same row adds up to two numbers", () => {
    expect(publishTable(linked([[3, 40]], [[10, 20, 14]], true))).toMatchObject({ refusal: { code: "counts_do_not_add_up", total: 43, parts: 44 } });
  });

  it("withstand the solving attacker, or are refused", () => {
    let published = 0;
    const cell = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 6, max: 60 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 3 }), fc.boolean(), (rows, hasTotals) => {
        // The second breakdown cuts each row's total at another place; the sums are those of a table of totals and two of parts.
        const cells: number[] = [];
        const sums: CountSystem["sums"] = [];
        const totals = rows.map(([a, b, cut]) => {
          const second = Math.round(((a + b) * cut) / 100);
          const at = cells.push(a, b, second, a + b - second, a + b) - 5;
          sums.push({ total: at + 4, parts: [at, at + 1] }, { total: at + 4, parts: [at + 2, at + 3] });
          return at + 4;
        });
        if (hasTotals) sums.push({ total: cells.push(totals.reduce((so, at) => so + (cells[at] ?? 0), 0)) - 1, parts: totals });
        const system = { cells, sums };
        const value = publishCounts(system);
        if (!value.ok) return;
        published++;
        const method = (other: CountSystem) => {
          const again = publishCounts(other);
          return again.ok ? again.value : undefined;
        };
        expect(computedCells(system, value.value, method)).toEqual([]);
      }),
    );
    expect(published).toBeGreaterThan(0);
  });
});

describe("an audit of what somebody published", () => {
  const system = { cells: [3, 40, 0, 43], sums: [{ total: 3, parts: [0, 1, 2] }] };

  it("finds small counts shown, zeros hidden, and hidden counts that can be computed", () => {
    expect(auditPublication(system, [3, 40, 0, 43])).toEqual({ smallCountsShown: 1, zerosHidden: 0, countsComputable: 0 });
    expect(auditPublication(system, ["*", 40, 0, 43])).toEqual({ smallCountsShown: 0, zerosHidden: 0, countsComputable: 1 });
    expect(auditPublication(system, ["*", 40, "*", "*"])).toEqual({ smallCountsShown: 0, zerosHidden: 1, countsComputable: 0 });
  });

  it("finds nothing in what this package publishes", () => {
    const value = publishCounts(system);
    expect(value.ok && auditPublication(system, value.value)).toEqual({ smallCountsShown: 0, zerosHidden: 0, countsComputable: 0 });
  });

  it("knows that nothing hidden is zero: two ones of 2 are computed", () => {
    expect(
      auditPublication(
        {
          cells: [1, 1, 2, 8, 10],
          sums: [
            { total: 2, parts: [0, 1] },
            { total: 4, parts: [2, 3] },
          ],
        },
        ["*", "*", "*", 8, 10],
      ),
    ).toMatchObject({
      countsComputable: 3,
    });
  });
});

describe("an audit of counts that stand in several sums", () => {
  it("finds what could only differ if something hidden were zero", () => {
    // The total of 11 is shown, and so is 7: what is left is twice the first and the third, which 1 and 2 alone make 4.
    const twice: CountSystem = {
      cells: [1, 3, 2, 7, 11],
      sums: [
        { total: 4, parts: [0, 1, 3] },
        { total: 1, parts: [0, 2] },
      ],
    };
    expect(computedCells(twice, ["*", "*", "*", 7, 11])).toEqual([0, 1, 2]);
    expect(auditPublication(twice, ["*", "*", "*", 7, 11]).countsComputable).toBe(3);
  });
});

/** Every way to break a row of the same total down in each of the breakdowns. */
function rowsOf(columns: readonly number[], largest: number): number[][][] {
  const split = (total: number, parts: number): number[][] =>
    parts === 1
      ? total <= largest
        ? [[total]]
        : []
      : Array.from({ length: Math.min(total, largest) + 1 }, (_, first) => split(total - first, parts - 1).map((rest) => [first, ...rest])).flat();
  return Array.from({ length: Math.max(...columns) * largest + 1 }, (_, total) =>
    columns.reduce<number[][][]>((rows, parts) => rows.flatMap((row) => split(total, parts).map((one) => [...row, one])), [[]]),
  ).flat();
}

describe("tables of a whole small world, as a reader sees them", () => {
  // Nothing of the system that is hidden behind a table is used here: only what is published, and what the numbers were.
  it.each([
    { columns: [2], rows: 2, largest: 6, hasRowTotals: true, hasColumnTotals: true, slack: 1 },
    { columns: [2], rows: 3, largest: 3, hasRowTotals: false, hasColumnTotals: true, slack: 1 },
    { columns: [2, 3], rows: 1, largest: 6, hasRowTotals: true, hasColumnTotals: true, slack: 1 },
    { columns: [2, 2], rows: 2, largest: 4, hasRowTotals: true, hasColumnTotals: true, slack: 1 },
    { columns: [2, 2], rows: 2, largest: 4, hasRowTotals: false, hasColumnTotals: true, slack: 1 },
    { columns: [2, 2, 2], rows: 1, largest: 5, hasRowTotals: true, hasColumnTotals: true, slack: 2 },
    { columns: [2, 2, 2], rows: 1, largest: 5, hasRowTotals: false, hasColumnTotals: false, slack: 2 },
  ])("give no hidden number away: %o", { timeout: 60_000 }, ({ columns, rows, largest, hasRowTotals, hasColumnTotals, slack }) => {
    const row = rowsOf(columns, largest);
    const worlds = Array.from({ length: rows }).reduce<number[][][][]>((all) => all.flatMap((world) => row.map((one) => [...world, one])), [[]]);
    const alike = new Map<string, number[][]>();
    for (const world of worlds) {
      const breakdowns = columns.map((width, at) => ({
        title: "By group",
        columns: Array.from({ length: width }, (_, column) => `Group ${column}`),
        counts: world.map((one) => one[at] ?? []),
        hasColumnTotals,
      }));
      const published = publishTable({ rows: world.map((_, at) => `Program ${at}`), breakdowns, hasRowTotals }, { ...localLaw114Hiding, hideUpTo: 2 });
      if (!published.ok) continue;
      const key = JSON.stringify(published.value.breakdowns.map(({ counts }) => counts)) + JSON.stringify(published.value);
      const marks = published.value.breakdowns.flatMap(({ counts }) => counts.flat());
      const truth = breakdowns.flatMap(({ counts }) => counts.flat());
      marks.forEach((mark, at) => {
        const count = truth[at] ?? 0;
        expect(mark === hiddenMark ? count > 0 : mark === count && (count === 0 || count > 2)).toBe(true);
      });
      // The totals of rows are secrets too, where they are small or hidden.
      const totals = world.map((one) => (one[0] ?? []).reduce((so, count) => so + count, 0));
      const secret = (at: number, count: number) =>
        at < marks.length ? marks[at] === hiddenMark : (count > 0 && count <= 2) || published.value.rowTotals?.[at - marks.length] === hiddenMark;
      const all = [...truth, ...totals];
      const group = alike.get(key) ?? [];
      alike.set(key, group);
      group.push(all.map((count, at) => (secret(at, count) ? count : -1)));
    }
    let judged = 0;
    const given: string[] = [];
    for (const [key, group] of alike) {
      for (const world of group) {
        if (Math.max(...world.slice(0, rows * columns.reduce((so, width) => so + width, 0))) > largest - slack) continue;
        judged++;
        for (const [at, count] of world.entries()) if (count > 0 && group.every((other) => other[at] === count)) given.push(`${at}: ${key}`);
      }
    }
    expect(given.slice(0, 2)).toEqual([]);
    expect(judged).toBeGreaterThan(100);
  });
});

describe("a table that is broken down in several ways", () => {
  /** Every third row has a small count in its first breakdown. */
  const table = (widths: readonly number[], totals: readonly number[], hasRowTotals: boolean): CountTable => ({
    rows: totals.map((_, row) => `Program ${row}`),
    breakdowns: widths.map((width, at) => ({
      title: "By group",
      columns: Array.from({ length: width }, (_, column) => `Group ${column}`),
      counts: totals.map((total, row) => {
        const first = at === 0 && row % 3 === 0 ? Math.min(total, 2 + (row % 4)) : total - (width - 1) * Math.floor(total / width);
        const each = Math.floor((total - first) / (width - 1));
        return Array.from({ length: width }, (_, column) => (column === 0 ? first : column === 1 ? total - first - each * (width - 2) : each));
      }),
      hasColumnTotals: true,
    })),
    hasRowTotals,
  });
  const large = Array.from({ length: 30 }, (_, row) => 60 + ((row * 17) % 41));

  it("is published also where totals of rows are small, for two ways are a network", () => {
    expect(publishTable(table([2, 3], [...large, 4, 3, 4], true)).ok).toBe(true);
  });

  it.each([[[2, 3]], [[3, 4, 5]], [[2, 3, 4, 5]]])("is published also where the totals of rows are left out: %j", (widths) => {
    const published = publishTable(table(widths, large, false));
    expect(published.ok && [published.value.rowTotals, published.value.grandTotal]).toEqual([undefined, undefined]);
  });
});
