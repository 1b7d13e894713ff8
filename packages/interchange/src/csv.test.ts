import { column, readCsv, writeCsv } from "@cte-partnerships/domain/interchange";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";

interface Row {
  one: string;
  other: string;
}
const columns = [column("one", "text", ({ one }: Row) => one), column("other", "text", ({ other }: Row) => other)] as const;
// Whatever begins no formula stands in the file as it is, so that another reader sees the same text.
const text = fc.string({ unit: fc.constantFrom(..."ab ,\"\r\n;|'\t", "é", "\ufeff"), minLength: 1, maxLength: 10 }).map((one) => `x${one}`);

it("a well-kept reader of CSV reads in the domain's files what the domain does", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ one: text, other: text })), fc.boolean(), (rows, byteOrderMark) => {
      const file = writeCsv<Row>(columns, rows, { byteOrderMark });
      expect(parse(file, { bom: true, columns: true })).toEqual(rows);
      expect(readCsv(columns, file)).toEqual({ ok: true, value: rows });
    }),
    { numRuns: 500 },
  );
});
