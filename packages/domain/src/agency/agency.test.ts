import { describe, expect, it } from "vitest";
import { commissionId, exampleSource, schoolId } from "../../test/examples.ts";
import { SchoolId } from "../shared/id.ts";
import { hasHost, hostTitle, labelOf } from "./agency.ts";
import { withSchools } from "./define-agency.ts";
import { nyc } from "./nyc/index.ts";

const agency = withSchools(nyc, [
  { id: "sch_harbor", label: "Harbor High School", aliases: [], boroughId: "bor_brooklyn", from: "2010-07-01", to: "2020-06-30" },
  { id: "sch_harbor", label: "Harbor Career School", aliases: [], boroughId: "bor_brooklyn", from: "2020-07-01", to: "2025-06-30" },
  { id: "sch_gap", label: "Old Name", aliases: [], boroughId: "bor_bronx", from: "2010-07-01", to: "2012-06-30" },
  { id: "sch_gap", label: "New Name", aliases: [], boroughId: "bor_bronx", from: "2016-07-01" },
]);
const culinary = { kind: "commission", commissionId: commissionId("culinary-hospitality-and-tourism") } as const;
const harbor = { kind: "school", schoolId: schoolId("harbor") } as const;

describe("hostTitle", () => {
  it.each([
    ["the office", { kind: "office" }, "2026-11-24", "Office of Industry Partnerships"],
    ["a commission under its earlier name", culinary, "2020-01-01", "Culinary Arts, Hospitality and Tourism"],
    ["a commission under its later name", culinary, "2026-11-24", "Culinary, Hospitality and Tourism"],
    ["a school as it was called that day", harbor, "2020-06-30", "Harbor High School"],
    ["a school as it is called that day", harbor, "2020-07-01", "Harbor Career School"],
    ["a school that has closed, as it was called last", harbor, "2026-11-24", "Harbor Career School"],
    ["a school between two spans, as it was called last until then", { kind: "school", schoolId: schoolId("gap") }, "2014-01-01", "Old Name"],
    ["a school before its first day, as it will be called first", { kind: "school", schoolId: schoolId("gap") }, "1990-01-01", "Old Name"],
    ["a commission nobody knows", { kind: "commission", commissionId: commissionId("fishing") }, "2026-11-24", undefined],
    ["a school nobody knows", { kind: "school", schoolId: schoolId("hill") }, "2026-11-24", undefined],
  ] as const)("of %s", (_, host, on, title) => {
    expect(hostTitle(agency, host, on)).toBe(title);
  });
});

describe("hasHost", () => {
  it.each([
    ["the office, always", { kind: "office" }, "1990-01-01", true],
    ["a school on its last day", harbor, "2025-06-30", true],
    ["a school no more on the day after", harbor, "2025-07-01", false],
    ["a commission before its first day", { kind: "commission", commissionId: commissionId("healthcare") }, "2023-06-30", false],
    ["a commission from its first day", { kind: "commission", commissionId: commissionId("healthcare") }, "2023-07-01", true],
    ["no commission that nobody knows", { kind: "commission", commissionId: commissionId("fishing") }, "2026-11-24", false],
  ] as const)("has %s", (_, host, on, expected) => {
    expect(hasHost(agency, host, on)).toBe(expected);
  });
});

describe("withSchools", () => {
  it("keeps what was there, and adds", () => {
    const more = withSchools(agency, [{ id: "sch_hill", label: "Hill", aliases: [], boroughId: "bor_bronx", from: "2020-07-01" }]);
    expect(more.schools.ids()).toEqual(["sch_harbor", "sch_gap", "sch_hill"]);
    expect(labelOf(more.schools, SchoolId.parse("sch_harbor"), "2012-01-01")).toBe("Harbor High School");
    expect(more.commissions).toBe(agency.commissions);
  });

  it.each([
    ["a borough that nobody knows", { id: "sch_hill", boroughId: "bor_jersey" }, "sch_hill stands in bor_jersey, which is not among the agency's boroughs"],
    ["an id of another shape", { id: "sch_Hill", boroughId: "bor_bronx" }, "schools: sch_Hill must be an id that begins with sch_"],
    ["a school that is there already", { id: "sch_harbor", boroughId: "bor_bronx" }, "sch_harbor: the version from 2010-07-01 is still in force on 2020-01-01"],
  ] as const)("throws for %s", (_, ids, message) => {
    expect(() => withSchools(agency, [{ label: "Hill", aliases: [], from: "2020-01-01", ...exampleSource, ...ids }])).toThrow(message);
  });
});
