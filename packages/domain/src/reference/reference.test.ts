import { describe, expect, it } from "vitest";
import type { IsoDate } from "../shared/date.ts";
import { cedsOptions } from "./ceds-option.ts";
import { clusterGroupings, clusters } from "./cluster.ts";
import { contentAreas } from "./content-area.ts";
import { type DatedTable, datedTable, faultsIn, type ReferenceRow } from "./dated-table.ts";
import { federalHolidays, findFederalHoliday, observedOn, yearlyDate } from "./federal-holiday.ts";
import { findClosure, isSchoolDay, type SchoolYear } from "./school-year.ts";
import { schoolYearAround } from "./school-year-around.ts";
import { isLaw } from "./source.ts";

const today: IsoDate = "2026-11-24";
const tables: [string, DatedTable<ReferenceRow>, number][] = [
  ["clusters", clusters, 14],
  ["groupings of clusters", clusterGroupings, 6],
  ["content areas", contentAreas, 6],
  ["CEDS options", cedsOptions, 15],
  ["federal holidays", federalHolidays, 11],
];

describe.each(tables)("the table of %s", (_, table, count) => {
  it(`has ${count} rows, each with a name and a source`, () => {
    const rows = table.on(today);
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map(({ label }) => label)).size).toBe(count);
    for (const row of rows) {
      expect(row.citation).not.toBe("");
      expect(row.url ?? "https://").toMatch(/^https:\/\//);
      expect(row.retrievedOn <= today).toBe(true);
    }
    expect(faultsIn(table)).toEqual([]);
  });
});

describe("clusters", () => {
  it("are a standard of the field: they bind nobody, and are not ours", () => {
    const authorities = [...clusters.on(today), ...clusterGroupings.on(today)].map(({ authority }) => authority);
    expect(new Set(authorities)).toEqual(new Set(["industry_standard"]));
    expect(isLaw("industry_standard")).toBe(false);
  });

  it("stand under groupings that exist, and three reach into all others", () => {
    for (const { groupingId } of clusters.on(today)) expect(clusterGroupings.find(groupingId, today)).toBeDefined();
    const crossCutting = clusters.on(today).filter(({ groupingId }) => clusterGroupings.find(groupingId, today)?.isCrossCutting);
    expect(crossCutting.map(({ label }) => label)).toEqual(["Digital Technology", "Management & Entrepreneurship", "Marketing & Sales"]);
  });

  it.each([
    ["Building & Moving", ["Advanced Manufacturing", "Construction", "Supply Chain & Transportation"]],
    ["Caring for Communities", ["Education", "Healthcare & Human Services", "Public Service & Safety"]],
    ["Creating & Experiencing", ["Arts, Entertainment, & Design", "Hospitality, Events, & Tourism"]],
    ["Cultivating Resources", ["Agriculture", "Energy & Natural Resources"]],
    ["Investing in the Future", ["Financial Services"]],
    ["Connecting & Supporting Success", ["Digital Technology", "Management & Entrepreneurship", "Marketing & Sales"]],
  ])("of %s are %j", (grouping, members) => {
    const id = clusterGroupings.on(today).find(({ label }) => label === grouping)?.id;
    const own = clusters.on(today).filter(({ groupingId }) => groupingId === id);
    expect(own.map(({ label }) => label)).toEqual(members);
  });

  it("are not there before the framework was", () => {
    expect([clusters.on("2024-09-30").length, clusters.on("2024-10-01").length]).toEqual([0, 14]);
  });
});

describe("federal holidays", () => {
  it.each<[IsoDate, string]>([
    ["2026-01-01", "new-years-day"],
    ["2026-01-19", "martin-luther-king-jr-birthday"],
    ["2026-02-16", "washingtons-birthday"],
    ["2026-05-25", "memorial-day"],
    ["2027-05-31", "memorial-day"],
    ["2026-06-19", "juneteenth"],
    ["2026-07-04", "independence-day"],
    ["2026-09-07", "labor-day"],
    ["2025-09-01", "labor-day"],
    ["2026-10-12", "columbus-day"],
    ["2026-11-11", "veterans-day"],
    ["2026-11-26", "thanksgiving-day"],
    ["2026-12-25", "christmas-day"],
  ])("%s is %s", (day, id) => {
    expect(findFederalHoliday(day)?.id).toBe(id);
  });

  it("are eleven days of a year", () => {
    const days = Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10) as IsoDate);
    expect(days.filter((day) => findFederalHoliday(day))).toHaveLength(11);
  });

  it("have Juneteenth since the year of its law", () => {
    expect([findFederalHoliday("2020-06-19"), findFederalHoliday("2021-06-19")?.id]).toEqual([undefined, "juneteenth"]);
  });

  it("are kept on the Friday before a Saturday, and on the Monday after a Sunday", () => {
    expect((["2026-07-04", "2027-07-04", "2025-07-04"] as const).map(observedOn)).toEqual(["2026-07-03", "2027-07-05", "2025-07-04"]);
  });

  it("may be the last such weekday of the year's last month", () => {
    expect(yearlyDate({ month: 12, weekday: 4, nth: "last" }, 2026)).toBe("2026-12-31");
  });
});

describe("a school calendar", () => {
  const year: SchoolYear = {
    id: "2026-27",
    label: "2026-27",
    aliases: [],
    from: "2026-07-01",
    to: "2027-06-30",
    firstDay: "2026-09-10",
    lastDay: "2027-06-25",
    closures: [{ label: "Recess", from: "2026-12-24", to: "2027-01-01" }],
    authority: "editorial",
    citation: "An invented calendar",
    retrievedOn: today,
    confidence: "verified",
  };
  const calendar = datedTable([year]);

  it.each<[IsoDate, boolean | undefined]>([
    ["2026-06-30", undefined],
    ["2026-07-01", false],
    ["2026-09-09", false],
    ["2026-09-10", true],
    ["2026-09-12", false],
    ["2026-09-13", false],
    ["2026-12-23", true],
    ["2026-12-24", false],
    ["2027-01-01", false],
    ["2027-01-04", true],
    ["2027-06-25", true],
    ["2027-06-28", false],
    ["2027-07-01", undefined],
  ])("on %s there is school: %s", (day, expected) => {
    expect(isSchoolDay(calendar, day)).toBe(expected);
  });

  it.each<[IsoDate, IsoDate, IsoDate]>([
    ["2026-06-30", "2025-07-01", "2026-06-30"],
    ["2026-07-01", "2026-07-01", "2027-06-30"],
    ["2027-01-01", "2026-07-01", "2027-06-30"],
  ])("on %s the school year is the one from %s to %s", (day, from, to) => {
    expect(schoolYearAround(day)).toEqual({ from, to });
  });

  it("begins where an agency says that it does", () => {
    expect([schoolYearAround("2026-08-31", "09-01"), schoolYearAround("2026-09-01", "09-01")]).toEqual([
      { from: "2025-09-01", to: "2026-08-31" },
      { from: "2026-09-01", to: "2027-08-31" },
    ]);
  });

  it("names a closure from its first day to its last", () => {
    expect((["2026-12-23", "2026-12-24", "2027-01-01", "2027-01-02"] as const).map((day) => findClosure(calendar, day)?.label)).toEqual([
      undefined,
      "Recess",
      "Recess",
      undefined,
    ]);
  });
});
