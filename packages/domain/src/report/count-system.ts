import * as z from "zod";

/** A count of people, programs or placements. */
export const Count = z.int().min(0).max(100_000_000);

/** One cell that is the sum of others, by their places in the list of cells. */
export const CountSum = z.strictObject({ total: z.int().min(0), parts: z.array(z.int().min(0)).min(1) });
export type CountSum = z.infer<typeof CountSum>;

/**
 * Counts that are published together, and the sums among them that a reader knows of. A table with totals is one; so are several
 * tables that share their totals, as where one number of students is broken down by gender and again by district. What shares a
 * number must be hidden together: a table on its own is no shelter for a count that another one gives away.
 */
export const CountSystem = z.strictObject({
  cells: z.array(Count),
  sums: z.array(CountSum),
  /** Cells that no reader sees, though the sums hold for them too: totals that are left out of a table. */
  unpublished: z.array(z.int().min(0)).optional(),
});
export type CountSystem = z.infer<typeof CountSystem>;

/** A cell in a sum: +1 as a part, -1 as the total. */
interface Member {
  cell: number;
  sign: 1 | -1;
}
interface Place {
  sum: number;
  sign: 1 | -1;
}

/** The sums, read from both sides: which cells a sum holds, and in which sums a cell stands. */
export interface Net {
  readonly membersOf: readonly (readonly Member[])[];
  readonly placesOf: readonly (readonly Place[])[];
}

/**
 * Reads a system's sums from both sides.
 *
 * @example
 * netOf({ cells: [3, 40, 43], sums: [{ total: 2, parts: [0, 1] }] }).placesOf[2] // [{ sum: 0, sign: -1 }]
 */
export function netOf({ cells, sums }: CountSystem): Net {
  const membersOf = sums.map(({ total, parts }): Member[] => [...parts.map((cell): Member => ({ cell, sign: 1 })), { cell: total, sign: -1 }]);
  const placesOf = cells.map((): Place[] => []);
  for (const [sum, members] of membersOf.entries()) for (const { cell, sign } of members) placesOf[cell]?.push({ sum, sign });
  return { membersOf, placesOf };
}
