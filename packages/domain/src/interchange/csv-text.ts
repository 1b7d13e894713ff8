import { accept, type Result, refuse } from "../shared/result.ts";

/** How a CSV file is written. */
export interface CsvOptions {
  /** A mark at the beginning, by which a spreadsheet knows that the file is UTF-8. */
  byteOrderMark?: boolean;
}

/** Why a text is no CSV: a quote stands within a cell that is not quoted, or is never closed. */
export interface CsvTextFault {
  code: "csv_quote_misplaced";
  /** Counted from 1, as an editor does. */
  line: number;
}

const mark = "\ufeff";
// A space at either end is quoted too, since some readers trim; a semicolon and a tab, since some take them for a comma; a byte
// order mark, since at the beginning it would be taken for the file's own.
const needsQuotes = /[",;\t\r\n\ufeff]|^ | $/;
const written = (cell: string): string => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Records of cells as CSV (RFC 4180): commas, CR LF after each record, quotes where needed.
 *
 * @example
 * writeCsvText([["a", "b"], ["1", "x, y"]]) // "a,b\r\n1,\"x, y\"\r\n"
 */
export function writeCsvText(records: readonly (readonly string[])[], { byteOrderMark = false }: CsvOptions = {}): string {
  // A record of one empty cell would be an empty line, which reads as none.
  const lines = records.map((cells) => (cells.length === 1 && cells[0] === "" ? '""' : cells.map(written).join(",")));
  return (byteOrderMark ? mark : "") + lines.map((line) => `${line}\r\n`).join("");
}

/**
 * The records of a CSV text. Takes what others write too: LF or CR alone, no end to the last line, a byte order mark; an empty
 * line is no record. Every cell is text, as it stands.
 *
 * @example
 * readCsvText("a,b\n1,\"x, y\"").value // [["a", "b"], ["1", "x, y"]]
 * readCsvText("a\"b").refusal // { code: "csv_quote_misplaced", line: 1 }
 */
export function readCsvText(text: string): Result<string[][], CsvTextFault> {
  const cell = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  cell.lastIndex = text.startsWith(mark) ? 1 : 0;
  const records: string[][] = [];
  let record: string[] = [];
  while (cell.lastIndex < text.length || record.length > 0) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) return refuse({ code: "csv_quote_misplaced", line: text.slice(0, at).split(/\r\n|\n|\r/).length });
    const [, quoted, plain, end] = found;
    record.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (record.length > 1 || quoted !== undefined || record[0] !== "") records.push(record);
    record = [];
  }
  return accept(records);
}
