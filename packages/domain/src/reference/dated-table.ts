import { addDays, type DateSpan, type IsoDate, isRealDate, isWithin } from "../shared/date.ts";
import { nameKey } from "../shared/name-key.ts";
import type { Source } from "./source.ts";

/** What every row of reference data has: a stable id, how it is called, when it holds, and who says so. */
export interface ReferenceRow<Id extends string = string> extends DateSpan, Source {
  id: Id;
  label: string;
  /** Other names that people and other systems use for it. */
  aliases: readonly string[];
}

/** What a table of dated rows needs of a row. A row whose name or rule changed stands several times under one id, a span each. */
export interface Dated extends DateSpan {
  id: string;
}

/** Rows that hold from a day to a day. Reading as of a date is the only way in: there is no "the" row without a day. */
export interface DatedTable<Row extends Dated> {
  /** The rows in force on that day, in the order that they were written in. */
  on(date: IsoDate): readonly Row[];
  /** The row of that id in force on that day. */
  find(id: Row["id"], date: IsoDate): Row | undefined;
  /** Every version of one id with its span, the oldest first: for those who ask how it came to be. */
  history(id: Row["id"]): readonly Row[];
  /** Every id that there ever was, once. */
  ids(): readonly Row["id"][];
}

/**
 * A table over rows, to be read as of a date. It trusts its rows: `faultsIn` says what is wrong with a table, and a test asks it,
 * so that no function pays for that at its start.
 *
 * @example
 * datedTable([{ id: "wecep", from: "2010-07-01", to: "2022-08-31" }]).on("2022-09-01") // []
 */
// @__NO_SIDE_EFFECTS__
export function datedTable<const Row extends Dated>(rows: readonly Row[]): DatedTable<Row> {
  // Made when first asked: a table of every school of a city is asked by id a thousand times, and many tables never.
  let known: ReadonlyMap<string, readonly Row[]> | undefined;
  const byId = () => {
    known ??= grouped(rows);
    return known;
  };
  return {
    on: (date) => rows.filter((row) => isWithin(row, date)),
    find: (id, date) =>
      byId()
        .get(id)
        ?.find((row) => isWithin(row, date)),
    history: (id) => byId().get(id) ?? [],
    ids: () => [...byId().keys()],
  };
}

function grouped<Row extends Dated>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const versions = new Map<string, Row[]>();
  for (const row of rows) {
    const known = versions.get(row.id);
    if (known) known.push(row);
    else versions.set(row.id, [row]);
  }
  for (const known of versions.values()) known.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return versions;
}

/**
 * The row that goes by this name on that day: its label, id or an alias, however it is capitalised and spaced.
 *
 * @example
 * findNamed(datedTable([{ id: "a", label: "Career Day", aliases: ["Job Fair"], from: "2020-01-01" }]), "job fair", "2026-01-01")?.id // "a"
 */
export function findNamed<Row extends Dated & { label: string; aliases: readonly string[] }>(
  table: DatedTable<Row>,
  name: string,
  date: IsoDate,
): Row | undefined {
  const asked = nameKey(name);
  return table.on(date).find((row) => [row.id, row.label, ...row.aliases].some((known) => nameKey(known) === asked));
}

/**
 * What is wrong with a table's rows: days that there are not, spans that end before they begin, and versions of one id that overlap.
 * Empty where nothing is.
 *
 * @example
 * faultsIn(datedTable([{ id: "a", from: "2026-01-02", to: "2026-01-01" }])) // ["a: ends on 2026-01-01, before it begins"]
 */
export function faultsIn<Row extends Dated>(table: DatedTable<Row>): readonly string[] {
  return table.ids().flatMap((id) => {
    const versions = table.history(id);
    return versions.flatMap((row, index) => {
      const next = versions[index + 1];
      const unreal = [row.from, ...(row.to === undefined ? [] : [row.to])].filter((day) => !isRealDate(day));
      if (unreal.length > 0) return unreal.map((day) => `${id}: ${day} is not a date`);
      if (row.to !== undefined && row.to < row.from) return [`${id}: ends on ${row.to}, before it begins`];
      return next && isWithin(row, next.from) ? [`${id}: the version from ${row.from} is still in force on ${next.from}, when the next begins`] : [];
    });
  });
}

/**
 * The days on which what a table says may change, the earliest first: each first day, and each day after a last one.
 *
 * @example
 * changeDates(datedTable([{ id: "wecep", from: "2010-07-01", to: "2022-08-31" }])) // ["2010-07-01", "2022-09-01"]
 */
export function changeDates<Row extends Dated>(table: DatedTable<Row>): readonly IsoDate[] {
  const days = table.ids().flatMap((id) => table.history(id).flatMap(({ from, to }) => (to ? [from, addDays(to, 1)] : [from])));
  return [...new Set(days)].sort();
}
