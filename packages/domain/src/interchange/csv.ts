import { accept, type Result, refuse } from "../shared/result.ts";
import { type CsvOptions, type CsvTextFault, readCsvText, writeCsvText } from "./csv-text.ts";
import { defuse, restore } from "./defuse.ts";

/** What a cell can hold. `yes_no` is written true and false; a `list` has `|` between its members. */
export interface CellKinds {
  text: string;
  number: number;
  yes_no: boolean;
  list: readonly string[];
}

/** A column of a file that others read: its id stays the same for good, and says in its last word what is counted or in which unit. */
export interface Column<Row, Id extends string = string, Kind extends keyof CellKinds = keyof CellKinds> {
  id: Id;
  holds: Kind;
  of: (row: Row) => CellKinds[Kind] | undefined;
}

/**
 * A column, from what it is called, what it holds, and where in a row that stands.
 *
 * @example
 * column("name", "text", ({ name }) => name).of({ name: "Ada" }) // "Ada"
 */
// @__NO_SIDE_EFFECTS__
export const column = <Row, const Id extends string, Kind extends keyof CellKinds>(
  id: Id,
  holds: Kind,
  of: (row: Row) => CellKinds[Kind] | undefined,
): Column<Row, Id, Kind> => ({ id, holds, of });

type SomeColumn = Column<never>;

/** What a record read by these columns holds: under each column's id its value, absent where the cell is empty. */
export type RecordOf<Columns extends readonly SomeColumn[]> = {
  [One in Columns[number] as One["id"]]?: CellKinds[One["holds"]];
};

/** Why a file cannot be read by these columns. Records are counted from 1, the heading apart. */
export type CsvFault =
  | CsvTextFault
  | { code: "csv_columns_missing"; columnIds: readonly string[] }
  | { code: "csv_column_twice"; columnId: string }
  | { code: "csv_record_ragged"; record: number; cells: number; columns: number }
  | { code: "csv_cell_unreadable"; record: number; columnId: string; holds: "number" | "yes_no" };

const cellOf = (value: CellKinds[keyof CellKinds] | undefined): string => {
  if (value === undefined) return "";
  if (typeof value === "string") return defuse(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "object") return defuse(value.map((one) => one.replace(/[\\|]/g, "\\$&")).join("|"));
  if (!Number.isFinite(value)) throw new RangeError("a cell holds a finite number");
  return String(value);
};

/**
 * Rows as a CSV file: a heading of the columns' ids, then a record a row. Text that a spreadsheet would run as a formula is
 * defused. Absent values and empty texts are empty cells.
 *
 * @example
 * writeCsv([column("name", "text", ({ name }) => name)], [{ name: "=1+1" }]) // "name\r\n'=1+1\r\n"
 */
export const writeCsv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], options?: CsvOptions): string =>
  writeCsvText([columns.map(({ id }) => id), ...rows.map((row) => columns.map(({ of }) => cellOf(of(row))))], options);

const members = (text: string): string[] => [...`|${text}`.matchAll(/\|((?:\\[\s\S]|[^\\|])*)/g)].map(([, one = ""]) => one.replace(/\\([\s\S])/g, "$1"));

function readCell(cell: string, holds: keyof CellKinds): CellKinds[keyof CellKinds] | undefined {
  if (holds === "text") return restore(cell);
  if (holds === "list") return members(restore(cell));
  if (holds === "number") return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(cell.trim()) ? Number(cell) : undefined;
  const said = cell.trim().toLowerCase();
  return said === "true" || (said === "false" ? false : undefined);
}

/**
 * What a CSV file holds under these columns' ids, whatever their order; columns of other ids are passed over. What `writeCsv`
 * wrote reads back as it was. Values are of their kind and no more: what they mean is for a noun's schema to say.
 *
 * @example
 * readCsv([column("name", "text", ({ name }) => name)], "name\n'=1+1").value // [{ name: "=1+1" }]
 * readCsv([column("name", "text", ({ name }) => name)], "title\nx").refusal // { code: "csv_columns_missing", columnIds: ["name"] }
 */
export function readCsv<const Columns extends readonly SomeColumn[]>(columns: Columns, text: string): Result<RecordOf<Columns>[], CsvFault> {
  const read = readCsvText(text);
  if (!read.ok) return read;
  const [heading = [], ...records] = read.value;
  const ids = heading.map((id) => id.trim());
  const twice = columns.find(({ id }) => ids.indexOf(id) !== ids.lastIndexOf(id));
  if (twice) return refuse({ code: "csv_column_twice", columnId: twice.id });
  const columnIds = columns.map(({ id }) => id).filter((id) => !ids.includes(id));
  if (columnIds.length > 0) return refuse({ code: "csv_columns_missing", columnIds });
  const places = columns.map(({ id, holds }) => ({ id, holds, at: ids.indexOf(id) }));
  const values: RecordOf<Columns>[] = [];
  for (const [index, cells] of records.entries()) {
    if (cells.length !== ids.length) return refuse({ code: "csv_record_ragged", record: index + 1, cells: cells.length, columns: ids.length });
    const value: Record<string, unknown> = {};
    for (const { id, holds, at } of places) {
      const cell = cells[at] ?? "";
      if (cell === "") continue;
      const known = readCell(cell, holds);
      if (known !== undefined) value[id] = known;
      else if (holds === "number" || holds === "yes_no") return refuse({ code: "csv_cell_unreadable", record: index + 1, columnId: id, holds });
    }
    values.push(value as RecordOf<Columns>);
  }
  return accept(values);
}
