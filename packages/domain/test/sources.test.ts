import { describe, expect, it } from "vitest";
import { nyc, sectorClusters, sectorIndustries } from "../src/agency/nyc/index.ts";
import { nycWithRules } from "../src/agency/nyc-rules/index.ts";
import * as domain from "../src/index.ts";

type Table = domain.DatedTable<domain.Dated & domain.Source>;

const isSource = (value: object): value is domain.Source => "citation" in value && "confidence" in value && "authority" in value;

/** Every source within a value, however deep: a row has one of its own, and so may its level, its length and its papers. */
function sourcesIn(value: unknown, seen = new Set<unknown>()): domain.Source[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  return [...(isSource(value) ? [value] : []), ...Object.values(value).flatMap((inner) => sourcesIn(inner, seen))];
}
const rowsOf = (table: Table) => table.ids().flatMap((id) => table.history(id));
const isTable = (value: unknown): value is Table => typeof value === "object" && value !== null && "history" in value && "ids" in value;
const isCited = (table: Table) => rowsOf(table).every((row) => isSource(row));

const tables = [
  ...Object.values(domain).filter(isTable),
  nyc.boroughs,
  nyc.commissions,
  nyc.activityTypes,
  nyc.calendar,
  sectorClusters,
  sectorIndustries,
].filter((table) => isCited(table as Table)) as Table[];
const rules = Object.values(domain.subjectsOf(nycWithRules)).map((subject) => subject.rules as unknown as Table);
const sources = [...tables, ...rules].flatMap((table) => sourcesIn(rowsOf(table)));

describe("what is cited", () => {
  it("is cited in one way: one citation has one authority, address, day and confidence wherever it stands", () => {
    const ways = Map.groupBy(sources, ({ citation }) => citation);
    expect(ways.size).toBeGreaterThan(40);
    const told = [...ways].map(
      ([citation, all]) =>
        [citation, ...new Set(all.map(({ authority, url, retrievedOn, confidence }) => [authority, url, retrievedOn, confidence].join(" ")))] as const,
    );
    expect(told.filter(([, ...each]) => each.length > 1)).toEqual([]);
  });

  it("is never law that nobody has read, in any rule", () => {
    for (const table of rules)
      for (const rule of rowsOf(table)) if (domain.isLaw(rule.authority)) expect(domain.isConfirmed(rule), `${rule.id}: ${rule.citation}`).toBe(true);
  });

  it("has an address that is one, where it has one", () => {
    const urls = sources.flatMap(({ url }) => url ?? []);
    expect(urls.filter((url) => !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))).toEqual([]);
  });
});
