import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { ActivityType } from "../../activity/activity-type.ts";
import { judgeDuration } from "../../activity/duration.ts";
import { type HoursFacts, hoursOf } from "../../activity/hours.ts";
import { awarenessDocuments, awarenessRules, lackingDocuments } from "../../activity/work-based-learning-awareness.ts";
import { defaultTeacherTrainingPolicy } from "../../participation/teacher-training.ts";
import { cedsOptions } from "../../reference/ceds-option.ts";
import { clusters } from "../../reference/cluster.ts";
import { faultsIn, findNamed } from "../../reference/dated-table.ts";
import { findClosure, isSchoolDay } from "../../reference/school-year.ts";
import { isConfirmed } from "../../reference/source.ts";
import type { IsoDate } from "../../shared/date.ts";
import { ActivityTypeId, BoroughId, CommissionId } from "../../shared/id.ts";
import { Zone } from "../../shared/instant.ts";
import { nyc, sectorClusters, sectorIndustries } from "./index.ts";

const today: IsoDate = "2026-11-24";
const types = nyc.activityTypes.on(today);
const type = (name: string): ActivityType => {
  const found = findNamed(nyc.activityTypes, name, today);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

describe("New York City's data", () => {
  it("has ids that are ids, and a zone that exists", () => {
    for (const id of nyc.commissions.ids()) expect(CommissionId.parse(id)).toBe(id);
    for (const id of nyc.boroughs.ids()) expect(BoroughId.parse(id)).toBe(id);
    for (const id of nyc.activityTypes.ids()) expect(ActivityTypeId.parse(id)).toBe(id);
    expect(Zone.parse(nyc.zone)).toBe(nyc.zone);
  });

  it("keeps every id that stored events refer to", () => {
    const commissions = "automotive-and-transportation business-and-finance construction-and-sustainability culinary-hospitality-and-tourism";
    const more = "engineering-architecture-and-robotics information-technology media-technology-and-design";
    for (const word of `${commissions} ${more}`.split(" ")) expect(nyc.commissions.find(CommissionId.parse(`cms_${word}`), today)).toBeDefined();
    const activities = "career-day workplace-tour mock-interview internship competition scholarship program-support professional-development";
    for (const word of `${activities} teacher-externship commission-meeting advisory-board`.split(" "))
      expect(nyc.activityTypes.find(ActivityTypeId.parse(`act_${word}`), today)).toBeDefined();
    for (const word of ["bronx", "brooklyn", "manhattan", "queens", "staten-island"])
      expect(nyc.boroughs.find(BoroughId.parse(`bor_${word}`), today)).toBeDefined();
  });

  it("has seven commissions before the later list, and eight since", () => {
    const titles = (on: IsoDate) => nyc.commissions.on(on).map(({ label }) => label);
    expect(titles("2023-06-30")).toEqual([
      "Automotive and Transportation",
      "Business and Finance",
      "Construction and Sustainability",
      "Culinary Arts, Hospitality and Tourism",
      "Engineering, Architecture and Robotics",
      "Information Technology",
      "Media Technology and Design",
    ]);
    expect(titles("2023-07-01")).toEqual([
      "Automotive and Transportation",
      "Business and Finance",
      "Construction and Sustainability",
      "Culinary, Hospitality and Tourism",
      "Engineering and Architecture",
      "Healthcare",
      "Information Technology",
      "Media and Design",
    ]);
  });

  it("still finds a commission by the name it had", () => {
    expect(findNamed(nyc.commissions, "engineering, architecture and robotics", today)?.label).toBe("Engineering and Architecture");
  });

  it("puts every sector beside one primary cluster that exists, and says that this is ours", () => {
    for (const id of nyc.commissions.ids()) expect(sectorClusters.on(today).filter((row) => row.commissionId === id && row.rank === "primary")).toHaveLength(1);
    for (const { clusterId, authority } of sectorClusters.on(today)) {
      expect(clusters.find(clusterId, today)).toBeDefined();
      expect(authority).toBe("editorial");
    }
    for (const row of sectorIndustries.on(today)) expect(isConfirmed(row)).toBe(false);
    expect([faultsIn(sectorClusters), faultsIn(sectorIndustries)]).toEqual([[], []]);
  });
});

describe("sectors", () => {
  it.each([
    ["automotive-and-transportation", ["supply-chain-and-transportation", "advanced-manufacturing"], ["48-49", "81"]],
    ["business-and-finance", ["financial-services", "management-and-entrepreneurship", "marketing-and-sales"], ["52", "54", "55"]],
    ["construction-and-sustainability", ["construction", "energy-and-natural-resources"], ["22", "23"]],
    ["culinary-hospitality-and-tourism", ["hospitality-events-and-tourism"], ["72"]],
    ["engineering-architecture-and-robotics", ["advanced-manufacturing", "construction", "digital-technology"], ["31-33", "54"]],
    ["healthcare", ["healthcare-and-human-services"], ["62"]],
    ["information-technology", ["digital-technology"], ["51", "54"]],
    ["media-technology-and-design", ["arts-entertainment-and-design", "digital-technology", "marketing-and-sales"], ["51", "71"]],
  ])("%s stands beside %j, the first of them primary, and the industries %j", (word, beside, industries) => {
    const own = <Row extends { commissionId: CommissionId }>(rows: readonly Row[]) => rows.filter(({ commissionId }) => commissionId === `cms_${word}`);
    const filed = own(sectorClusters.on(today));
    expect(filed.map(({ clusterId }) => clusterId)).toEqual(beside);
    expect(filed.map(({ rank }) => rank)).toEqual(beside.map((_, index) => (index === 0 ? "primary" : "secondary")));
    expect(own(sectorIndustries.on(today)).map(({ naics }) => naics)).toEqual(industries);
  });
});

describe("the school calendar", () => {
  it("of 2025-26 is closed as it was published", () => {
    const [year] = nyc.calendar.on("2025-09-04");
    expect(year?.closures.map(({ from, to }) => (from === to ? from : `${from}/${to}`))).toEqual([
      "2025-09-23/2025-09-24",
      "2025-10-02",
      "2025-10-13",
      "2025-10-20",
      "2025-11-04",
      "2025-11-11",
      "2025-11-27/2025-11-28",
      "2025-12-24/2026-01-02",
      "2026-01-19",
      "2026-02-16/2026-02-20",
      "2026-03-20",
      "2026-04-02/2026-04-10",
      "2026-05-25",
      "2026-05-27",
      "2026-06-04",
      "2026-06-19",
    ]);
  });

  it.each<[IsoDate, boolean | undefined]>([
    ["2025-09-03", false],
    ["2025-09-04", true],
    ["2025-09-23", false],
    ["2025-09-25", true],
    ["2025-11-29", false],
    ["2025-12-23", true],
    ["2025-12-24", false],
    ["2026-01-02", false],
    ["2026-01-05", true],
    ["2026-06-26", true],
    ["2026-06-29", false],
    ["2026-07-01", undefined],
    ["2025-06-30", undefined],
  ])("on %s: %s", (day, expected) => {
    expect(isSchoolDay(nyc.calendar, day)).toBe(expected);
  });

  it("says why a school is closed", () => {
    expect(findClosure(nyc.calendar, "2026-02-18")?.label).toBe("Midwinter recess");
    expect(findClosure(nyc.calendar, "2026-02-23")).toBeUndefined();
  });
});

describe.each(types.map((row) => [row.label, row] as const))("%s", (_, row) => {
  it("is told in both languages, with what is asked of a partner", () => {
    expect(row.label).toBe(row.title.en);
    expect(row.asks.length).toBeGreaterThan(0);
    for (const { en, es } of [row.description, ...row.asks]) {
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(es).toMatch(/^[A-ZÁÉÍÓÚÑ].*\.$/);
      expect(es).not.toBe(en);
    }
    expect(row.citation).not.toBe("");
  });

  it("asks for details by a strict schema whose every field has its label", () => {
    const schema = row.details();
    const json = z.toJSONSchema(schema) as { additionalProperties: boolean; properties: Record<string, { title?: string }> };
    expect(json.additionalProperties).toBe(false);
    expect(Object.keys(json.properties).length).toBeGreaterThan(0);
    for (const field of Object.values(json.properties)) expect(field.title).toMatch(/^[A-Z]/);
    expect(schema.safeParse({ studentName: "Ada Example" }).success).toBe(false);
  });

  it("answers the three questions on hours apart, each with its source, and never by less knowledge", () => {
    const all: HoursFacts = {
      isSupervisedByStaff: true,
      isRegistered: true,
      isForHealthClinical: false,
      firmsEngaged: 4,
      hasProofOfParticipation: true,
      hasStudentReflection: true,
      isSustained: true,
      isFirsthand: true,
      isAlignedToCurriculum: true,
    };
    const [known, nothing] = [hoursOf(row, all, today), hoursOf(row, {}, today)];
    for (const question of ["stateHourCredit", "awarenessCap", "federalWorkBasedLearning"] as const) {
      expect(known[question].source?.citation).toBeTruthy();
      expect(nothing[question].verdict).not.toBe("met");
      for (const fact of Object.keys(all)) {
        const less = hoursOf(row, { ...all, [fact]: undefined }, today)[question].verdict;
        expect([known[question].verdict, "unknown"]).toContain(less);
      }
    }
  });

  it("has a code of the standard, or none", () => {
    for (const isPaid of [true, false, undefined]) {
      const code = row.ceds({ isPaid });
      if (code !== undefined) expect(cedsOptions.find(code, today)).toBeDefined();
    }
  });

  it("has bounds in order, if any", () => {
    if (row.duration) expect(row.duration.value.min).toBeLessThan(row.duration.value.max);
  });
});

describe("the levels of the continuum", () => {
  it.each([
    ["Career Day", "awareness"],
    ["Workplace Tour", "awareness"],
    ["Mock Interview", "awareness"],
    ["Guest Speaker", "awareness"],
    ["Mentoring", "awareness"],
    ["Job Shadow", "exploration"],
    ["Internship", "preparation"],
    ["Competition", undefined],
    ["Professional Development Session", undefined],
  ])("%s is filed under %s", (name, level) => {
    expect(type(name).level?.value).toBe(level);
  });

  it("marks a level that only a school's grid tells", () => {
    expect(type("Job Shadow").level?.confidence).toBe("secondary");
  });
});

describe("hours", () => {
  const verdicts = (name: string, facts: HoursFacts, on = today) => {
    const { stateHourCredit, awarenessCap, federalWorkBasedLearning } = hoursOf(type(name), facts, on);
    return [stateHourCredit.verdict, awarenessCap.verdict, federalWorkBasedLearning.verdict];
  };
  const fair = { isForHealthClinical: false, hasProofOfParticipation: true, firmsEngaged: 2 };
  const sustained = { isSustained: true, isFirsthand: true, isAlignedToCurriculum: true };

  it.each<[string, HoursFacts, string[]]>([
    ["Career Day", fair, ["unmet", "met", "unmet"]],
    ["Career Day", { ...fair, firmsEngaged: 1 }, ["unmet", "unmet", "unmet"]],
    ["Career Day", { ...fair, isForHealthClinical: true }, ["unmet", "unmet", "unmet"]],
    ["Career Day", {}, ["unmet", "unknown", "unmet"]],
    ["Workplace Tour", fair, ["unmet", "unknown", "unmet"]],
    ["Workplace Tour", { ...fair, isForHealthClinical: true }, ["unmet", "unmet", "unmet"]],
    ["Mock Interview", { ...fair, isSupervisedByStaff: true }, ["unmet", "unmet", "unmet"]],
    ["Guest Speaker", fair, ["unmet", "unknown", "unmet"]],
    ["Guest Speaker", { ...fair, hasStudentReflection: true }, ["unmet", "met", "unmet"]],
    ["Guest Speaker", { ...fair, hasStudentReflection: true, hasProofOfParticipation: false }, ["unmet", "unmet", "unmet"]],
    ["Guest Speaker", { ...fair, hasStudentReflection: false }, ["unmet", "unmet", "unmet"]],
    ["Job Shadow", { isSupervisedByStaff: true }, ["met", "unmet", "unknown"]],
    ["Job Shadow", { isSupervisedByStaff: false, isSustained: false }, ["unmet", "unmet", "unmet"]],
    ["Mentoring", { isSupervisedByStaff: true, ...sustained }, ["unknown", "unmet", "met"]],
    ["Internship", { isRegistered: true, ...sustained }, ["met", "unmet", "met"]],
    ["Internship", { isRegistered: false }, ["unknown", "unmet", "unknown"]],
    ["Internship", { isRegistered: false, isSupervisedByStaff: false }, ["unmet", "unmet", "unknown"]],
    ["Scholarship", sustained, ["unmet", "unmet", "unmet"]],
    ["Competition", sustained, ["unmet", "unmet", "met"]],
    ["Teacher Externship", sustained, ["unmet", "unmet", "unmet"]],
  ])("of a %s with %j: state credit, awareness, federal %j", (name, facts, expected) => {
    expect(verdicts(name, facts)).toEqual(expected);
  });

  it("count within the allowance for awareness from the day of the memo on", () => {
    expect([verdicts("Career Day", fair, "2022-08-28")[1], verdicts("Career Day", fair, "2022-08-29")[1]]).toEqual(["unknown", "met"]);
    expect(hoursOf(type("Career Day"), fair, "2022-08-28").awarenessCap.because[0]?.code).toBe("activity_no_rule_on_that_day");
  });

  it.each([
    ["Career Day", "career_fair"],
    ["Guest Speaker", "guest_speaker"],
    ["Workplace Tour", "industry_tour"],
    ["Mock Interview", "mock_interview"],
  ])("of a %s within the allowance are what the rows on awareness say of a program's %s", (name, kind) => {
    const row = awarenessRules.find("career-awareness", today)!;
    const documented = (documents: readonly string[]) => {
      const lacking = lackingDocuments(row, { kind, documents });
      return lacking === "not_read" ? "unknown" : lacking?.length === 0 ? "met" : "unmet";
    };
    const all = { isForHealthClinical: false, hasProofOfParticipation: true, firmsEngaged: 2, hasStudentReflection: true };
    const none = { isForHealthClinical: false, hasProofOfParticipation: false, firmsEngaged: 0, hasStudentReflection: false };
    expect([verdicts(name, all)[1], verdicts(name, none)[1]]).toEqual([documented(awarenessDocuments), documented([])]);
  });

  it("are judged by Perkins V from its first program year on", () => {
    expect([verdicts("Internship", sustained, "2019-06-30")[2], verdicts("Internship", sustained, "2019-07-01")[2]]).toEqual(["unknown", "met"]);
  });
});

describe("lengths", () => {
  it.each([
    ["Professional Development Session", { lengthDays: 0.5 }, "met"],
    ["Professional Development Session", { lengthDays: 2 }, "met"],
    ["Professional Development Session", { lengthDays: 2.5 }, "unmet"],
    ["Professional Development Session", { lengthDays: 0.25 }, "unmet"],
    ["Professional Development Session", { lengthHours: 4 }, "unknown"],
    ["Teacher Externship", { lengthDays: 3 }, "met"],
    ["Teacher Externship", { lengthDays: 14 }, "met"],
    ["Teacher Externship", { lengthDays: 2 }, "unmet"],
    ["Teacher Externship", { lengthDays: 15 }, "unmet"],
    ["Workplace Tour", { lengthHours: 1.5 }, "met"],
    ["Workplace Tour", { lengthHours: 1 }, "unmet"],
    ["Mock Interview", { lengthHours: 1 }, "unknown"],
    ["Workplace Tour", { lengthHours: 2.5 }, "unmet"],
    ["Career Day", { lengthHours: 0.5 }, "unmet"],
    ["Career Day", { lengthHours: 1 }, "met"],
    ["Career Day", { lengthHours: 3 }, "met"],
    ["Career Day", { lengthHours: 3.5 }, "unmet"],
    ["Job Shadow", { lengthHours: 0.5 }, "unmet"],
    ["Job Shadow", { lengthHours: 1 }, "met"],
    ["Job Shadow", { lengthHours: 8 }, "met"],
    ["Job Shadow", { lengthHours: 9 }, "unmet"],
  ])("a %s of %j: %s", (name, facts, verdict) => {
    expect(judgeDuration(type(name), facts).verdict).toBe(verdict);
  });

  it("of trainings are those that their rule holds teachers' training to", () => {
    const { professional_development: session, externship } = defaultTeacherTrainingPolicy.bounds;
    expect(type("Professional Development Session").duration?.value).toEqual({ unit: "days", min: session.minDays, max: session.maxDays });
    expect(type("Teacher Externship").duration?.value).toEqual({ unit: "days", min: externship.minDays, max: externship.maxDays });
  });
});

describe("papers", () => {
  it.each([
    ["Career Day", ["sign-off-sheet for awarenessCap", "reflection for awarenessCap"]],
    ["Workplace Tour", ["proof-of-participation for awarenessCap"]],
    ["Guest Speaker", ["proof-of-participation for awarenessCap", "reflection for awarenessCap"]],
    ["Internship", ["working-papers for takingPart"]],
    ["Professional Development Session", ["training-certificate for teacherTrainingCredit"]],
    ["Teacher Externship", ["training-certificate for teacherTrainingCredit"]],
    ["Mock Interview", []],
    ["Scholarship", []],
  ])("of a %s: %j", (name, needed) => {
    expect(type(name).documents.map(({ value }) => `${value.id} for ${value.neededFor}`)).toEqual(needed);
  });
});

describe("codes of the standard", () => {
  it("tell an internship apart by pay", () => {
    expect([true, false, undefined].map((isPaid) => type("Internship").ceds({ isPaid }))).toEqual(["PaidInternship", "UnpaidInternship", undefined]);
    expect([type("Job Shadow").ceds({}), type("Mentoring").ceds({}), type("Career Day").ceds({})]).toEqual(["JobShadowing", "Mentorship", undefined]);
  });
});
