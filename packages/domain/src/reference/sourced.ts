import { type DatedTable, datedTable, type ReferenceRow } from "./dated-table.ts";
import type { Source } from "./source.ts";

/** What the rows of a table mostly share: the source, the first day, and that nothing goes by another name. */
export type SharedKey = keyof Source | "from" | "aliases";

/** A row without what it shares with the others of its table; it may still say that differently. */
export type OwnPart<Row extends ReferenceRow, Shared extends keyof Row = SharedKey & keyof Row> = Omit<Row, Shared> & Partial<Pick<Row, Shared>>;

/**
 * A table over rows that share a source and a span, each row with what is its own. What a row says itself goes before what is shared.
 *
 * @example
 * sourcedTable({ from: "2024-10-01" }, [{ id: "construction" }]).on("2026-11-24") // [{ from: "2024-10-01", id: "construction" }]
 */
// @__NO_SIDE_EFFECTS__
export function sourcedTable<Row extends ReferenceRow, Shared extends keyof Row = SharedKey & keyof Row>(
  shared: Pick<Row, Shared>,
  rows: readonly OwnPart<Row, Shared>[],
): DatedTable<Row> {
  return datedTable(rows.map((row) => ({ ...shared, ...row }) as unknown as Row));
}

/** Something stated, with who states it: a row may have one source for its name and another for its length. */
export type Stated<Value> = Source & { readonly value: Value };
