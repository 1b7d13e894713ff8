import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frozen } from "../../test/examples.ts";
import { computedCells } from "../../test/solving-attacker.ts";
import { auditPublication, type CountSystem, CountTable, hiddenMark, publishCounts, publishTable } from "./index.ts";

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
