import { describe, expect, it } from "vitest";
import { changeDates, datedTable, faultsIn, findNamed } from "./dated-table.ts";

const row = { aliases: ["Culinary"], label: "Culinary Arts" };
const table = datedTable([
  { id: "cul", ...row, from: "2010-07-01", to: "2022-08-31" },
  { id: "cul", ...row, label: "Culinary, Hospitality", from: "2022-09-01" },
  { id: "it", label: "IT", aliases: [], from: "2010-07-01" },
]);

describe("a dated table", () => {
  it("is read as of a date, first and last day included", () => {
    const labels = (["2010-06-30", "2010-07-01", "2022-08-31", "2022-09-01"] as const).map((day) => table.find("cul", day)?.label);
    expect(labels).toEqual([undefined, "Culinary Arts", "Culinary Arts", "Culinary, Hospitality"]);
    expect(table.on("2026-01-01").map(({ id }) => id)).toEqual(["cul", "it"]);
  });

  it("keeps the history of an id, the oldest first, and each id once", () => {
    expect(table.history("cul").map(({ from }) => from)).toEqual(["2010-07-01", "2022-09-01"]);
    expect(table.ids()).toEqual(["cul", "it"]);
  });

  it("finds a row by its label, id or alias of that day, however it is written", () => {
    expect(findNamed(table, " culinary ARTS ", "2020-01-01")?.id).toBe("cul");
    expect(findNamed(table, "culinary arts", "2026-01-01")).toBeUndefined();
    expect(findNamed(table, "Culinary", "2026-01-01")?.id).toBe("cul");
  });

  it("says what is wrong with its rows", () => {
    expect(faultsIn(table)).toEqual([]);
    const overlapping = datedTable([
      { id: "a", from: "2020-01-01" },
      { id: "a", from: "2022-01-01" },
    ]);
    expect(faultsIn(overlapping)).toEqual(["a: the version from 2020-01-01 is still in force on 2022-01-01, when the next begins"]);
    expect(faultsIn(datedTable([{ id: "a", from: "2022-01-02", to: "2022-01-01" }]))).toEqual(["a: ends on 2022-01-01, before it begins"]);
  });

  it("finds dates that are none, which the type of a literal lets pass and which would not sort", () => {
    const unreal = datedTable([{ id: "a", from: "2020-2-1", to: "2022-02-30" }]);
    expect(faultsIn(unreal)).toEqual(["a: 2020-2-1 is not a date", "a: 2022-02-30 is not a date"]);
  });

  it("tells the days on which it changes", () => {
    expect(changeDates(table)).toEqual(["2010-07-01", "2022-09-01"]);
  });
});
