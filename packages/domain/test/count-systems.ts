import fc from "fast-check";
import type { CountSum, CountSystem } from "../src/index.ts";

/** A table of rows and columns with its totals, as a system; the inner counts row by row first. */
export function crossSystem(counts: readonly (readonly number[])[], hasRowTotals = true, hasColumnTotals = true): CountSystem {
  const cells = counts.flat();
  const sums: CountSum[] = [];
  const width = counts[0]?.length ?? 0;
  const total = (parts: number[]) => {
    const cell = cells.push(parts.reduce((so, part) => so + (cells[part] ?? 0), 0)) - 1;
    sums.push({ total: cell, parts });
    return cell;
  };
  const rows = counts.map((row, at) => row.map((_, column) => at * width + column));
  const rowTotals = hasRowTotals ? rows.map(total) : [];
  const columnTotals = hasColumnTotals ? (counts[0] ?? []).map((_, column) => total(rows.map((row) => row[column] ?? 0))) : [];
  if (hasRowTotals && hasColumnTotals) sums.push({ total: total(rowTotals), parts: columnTotals });
  return { cells, sums };
}

/** Every table of so many rows and columns with numbers from 0 to the largest. */
export function* everySystem(rows: number, columns: number, largest: number, hasRowTotals = true, hasColumnTotals = true): Generator<CountSystem> {
  const counts = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
  const places = counts.flatMap((row, at) => row.map((_, column) => [at, column] as const));
  function* fill(place: number): Generator<CountSystem> {
    const [at, column] = places[place] ?? [];
    const row = at === undefined ? undefined : counts[at];
    if (!row || column === undefined) {
      yield crossSystem(counts, hasRowTotals, hasColumnTotals);
      return;
    }
    for (let count = 0; count <= largest; count++) {
      row[column] = count;
      yield* fill(place + 1);
    }
  }
  yield* fill(0);
}

/** Counts as they are met: sparse, mostly small, very small, seldom small, mostly one. */
const mixes = [
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 4, arbitrary: fc.integer({ min: 6, max: 60 }) },
  ),
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 2, arbitrary: fc.integer({ min: 6, max: 20 }) },
  ),
  fc.integer({ min: 0, max: 3 }),
  fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) }, { weight: 9, arbitrary: fc.integer({ min: 6, max: 200 }) }),
  fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) }),
];

/** A random table of up to five rows and columns, with or without totals. */
export const anySystem: fc.Arbitrary<CountSystem> = fc
  .record({
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 5 }),
    mix: fc.constantFrom(...mixes),
    totals: fc.constantFrom("both", "both", "rows", "columns", "none"),
  })
  .chain(({ rows, columns, mix, totals }) =>
    fc
      .array(fc.array(mix, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
      .map((counts) => crossSystem(counts, totals === "both" || totals === "rows", totals === "both" || totals === "columns")),
  );
