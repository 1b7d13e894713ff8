import { describe, expect, it } from "vitest";
import { commissionId, schoolId } from "../../test/examples.ts";
import { BoroughId } from "../shared/id.ts";
import { type Agency, defineAgency, hostTitle } from "./agency.ts";
import { nyc } from "./nyc/index.ts";

const borough = BoroughId.parse("bor_brooklyn");
const harbor = { id: schoolId("harbor"), title: "Harbor High School", boroughId: borough };
const agency = (override: Partial<Agency> = {}): Agency => ({ ...nyc, schools: [harbor], ...override });

describe("defineAgency", () => {
  it("gives back an agency whose data hold together", () => {
    expect(defineAgency(agency())).toEqual(agency());
  });

  it.each<[string, Partial<Agency>, string]>([
    ["a school twice", { schools: [harbor, { ...harbor, title: "Again" }] }, "agency nyc: sch_harbor is there twice"],
    ["a borough twice", { boroughs: [...nyc.boroughs, ...nyc.boroughs] }, "agency nyc: bor_bronx is there twice"],
    ["a commission twice", { commissions: [...nyc.commissions, ...nyc.commissions] }, "agency nyc: cms_automotive-and-transportation is there twice"],
    ["an activity type twice", { activityTypes: [...nyc.activityTypes, ...nyc.activityTypes] }, "agency nyc: act_career-day is there twice"],
    ["a school in no known borough", { schools: [{ ...harbor, boroughId: BoroughId.parse("bor_jersey") }] }, "agency nyc: sch_harbor is in no known borough"],
  ])("throws for %s", (_, override, message) => {
    expect(() => defineAgency(agency(override))).toThrow(message);
  });
});

describe("hostTitle", () => {
  it.each([
    ["the office", { kind: "office" }, "Office of Industry Partnerships"],
    ["a commission", { kind: "commission", commissionId: commissionId() }, "Information Technology"],
    ["a school", { kind: "school", schoolId: schoolId("harbor") }, "Harbor High School"],
    ["a commission nobody knows", { kind: "commission", commissionId: commissionId("fishing") }, undefined],
    ["a school nobody knows", { kind: "school", schoolId: schoolId("hill") }, undefined],
  ] as const)("of %s", (_, host, title) => {
    expect(hostTitle(agency(), host)).toBe(title);
  });
});

describe("New York City", () => {
  it("has five boroughs and seven commissions", () => {
    expect(nyc.boroughs.map((row) => row.title)).toEqual(["Bronx", "Brooklyn", "Manhattan", "Queens", "Staten Island"]);
    expect(nyc.commissions).toHaveLength(7);
  });

  it.each(nyc.activityTypes.map((row) => [row.title, row] as const))("tells of %s what it is, for whom, and where it is from", (_, row) => {
    expect(row.id).toMatch(/^act_[a-z-]+$/);
    expect(row.description).toMatch(/^[A-Z].*\.$/);
    expect(row.source).toBe("Industry Partnerships, cte.nyc");
    if (row.duration) expect(row.duration.min).toBeLessThan(row.duration.max);
  });
});
