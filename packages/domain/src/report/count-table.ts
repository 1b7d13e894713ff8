import * as z from "zod";
import { accept, type Result } from "../shared/result.ts";
import { line } from "../shared/text.ts";
import type { HidingPolicy } from "./choose-hidden.ts";
import { Count, type CountSum, type CountSystem } from "./count-system.ts";
import { type PublishedCount, type PublishRefusal, publishCounts } from "./publish-counts.ts";

/** One way to break the rows' numbers down: a column for each group, and everybody in one of them. */
export const Breakdown = z.strictObject({
  title: line(140),
  columns: z.array(line(140)).min(1).max(200),
  /** A list for each row, with a count for each column. */
  counts: z.array(z.array(Count)).min(1),
  hasColumnTotals: z.boolean(),
});
export type Breakdown = z.infer<typeof Breakdown>;

/**
 * A table of counts, or several that break the same rows down in different ways, as Local Law 114 asks by gender, by district and
 * so on. A row's numbers add up to the same in each of them, whether that total is shown or not, so they are hidden together.
 */
export const CountTable = z
  .strictObject({
    rows: z.array(line(140)).min(1).max(5000),
    breakdowns: z.array(Breakdown).min(1).max(20),
    hasRowTotals: z.boolean(),
  })
  .refine(
    ({ rows, breakdowns }) => breakdowns.every(({ counts, columns }) => counts.length === rows.length && counts.every((row) => row.length === columns.length)),
    "must have a count for each row and column",
  );
export type CountTable = z.infer<typeof CountTable>;

/** A breakdown as it is published. */
export interface PublishedBreakdown {
  title: string;
  columns: readonly string[];
  counts: readonly (readonly PublishedCount[])[];
  columnTotals?: readonly PublishedCount[];
}

/** A table as it is published. */
export interface PublishedTable {
  rows: readonly string[];
  breakdowns: readonly PublishedBreakdown[];
  rowTotals?: readonly PublishedCount[];
  /** There where both rows and some columns have totals. */
  grandTotal?: PublishedCount;
}

const sumOf = (counts: readonly number[]) => counts.reduce((so, count) => so + count, 0);

/** Where each number of the table stands among the cells of its system. */
interface Layout {
  system: CountSystem;
  counts: readonly (readonly (readonly number[])[])[];
  columnTotals: readonly (readonly number[] | undefined)[];
  rowTotals: readonly number[] | undefined;
  grandTotal: number | undefined;
}

function layOut({ breakdowns, hasRowTotals }: CountTable): Layout {
  const cells: number[] = [];
  const sums: CountSum[] = [];
  const put = (count: number) => cells.push(count) - 1;
  const total = (parts: readonly number[], known?: number) => {
    const cell = known ?? put(sumOf(parts.map((part) => cells[part] ?? 0)));
    sums.push({ total: cell, parts: [...parts] });
    return cell;
  };
  const counts = breakdowns.map((breakdown) => breakdown.counts.map((row) => row.map(put)));
  const columnTotals = breakdowns.map(({ columns, hasColumnTotals }, at) =>
    hasColumnTotals ? columns.map((_, column) => total((counts[at] ?? []).map((row) => row[column] ?? 0))) : undefined,
  );
  // Several breakdowns share their rows' totals, whether a reader is shown them or not.
  const sharesTotals = hasRowTotals || breakdowns.length > 1;
  const rowTotals = sharesTotals ? (counts[0] ?? []).map((row) => total(row)) : undefined;
  if (rowTotals) for (const other of counts.slice(1)) for (const [row, cell] of rowTotals.entries()) total(other[row] ?? [], cell);
  // That the row totals add up to the same follows from the other sums. Said again, it would stand in the way of a network.
  let grandTotal: number | undefined;
  if (rowTotals) for (const totals of columnTotals) if (totals) grandTotal = total(totals, grandTotal);
  // What nobody sees needs no shelter. In three breakdowns it is held as if it were seen, by the number of them alone: there a hidden
  // total stands in three sums, and hardly a table would be published.
  const isHeldAsSeen = hasRowTotals || breakdowns.length > 2;
  const unpublished = isHeldAsSeen ? [] : [...(rowTotals ?? []), ...(grandTotal === undefined ? [] : [grandTotal])];
  return { system: { cells, sums, unpublished }, counts, columnTotals, rowTotals, grandTotal };
}

/**
 * A table with its small counts hidden, and others beside them so that none can be computed: see `publishCounts` for what that
 * promises. Totals are reckoned here, and hidden where they must be. From three breakdowns on, a table with small totals of rows is
 * mostly refused, for such a total stands in all of them: merge those rows with others first.
 *
 * @example
 * publishTable({ rows: ["Harbor"], breakdowns: [{ title: "By gender", columns: ["a", "b"], counts: [[3, 40]], hasColumnTotals: false }], hasRowTotals: true }).value.rowTotals // [43]
 */
export function publishTable(table: CountTable, policy?: HidingPolicy): Result<PublishedTable, PublishRefusal> {
  const { system, counts, columnTotals, rowTotals, grandTotal } = layOut(table);
  const published = publishCounts(system, policy);
  if (!published.ok) return published;
  const shown = (cell: number) => published.value[cell] as PublishedCount;
  return accept({
    rows: table.rows,
    breakdowns: table.breakdowns.map(({ title, columns }, at) => {
      const totals = columnTotals[at];
      return { title, columns, counts: (counts[at] ?? []).map((row) => row.map(shown)), ...(totals ? { columnTotals: totals.map(shown) } : {}) };
    }),
    ...(table.hasRowTotals && rowTotals ? { rowTotals: rowTotals.map(shown) } : {}),
    ...(table.hasRowTotals && grandTotal !== undefined ? { grandTotal: shown(grandTotal) } : {}),
  });
}
