import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryFacts } from "../../test/arbitrary-facts.ts";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { faultsIn } from "../reference/dated-table.ts";
import { evaluate } from "../rule/evaluate.ts";
import { sayReason } from "../rule/explain.ts";
import { rulesOn } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { barredWork } from "./barred-work.ts";
import { laborDayOf, minorBands } from "./minor-band.ts";
import { workingPapers } from "./minor-paper.ts";
import { defaultMinorsPlacementPolicy, minorsPlacement } from "./minors-placement.ts";
import type { MinorsPlacementFacts } from "./minors-placement-facts.ts";
import { opportunityWords } from "./words.ts";

const subject = minorsPlacement();
const today: IsoDate = "2026-11-24";
const check = (id: string, facts: MinorsPlacementFacts) => {
  const found = subject.rules.find(`minors-placement.${id}`, today);
  if (!found) throw new Error(id);
  return found.check(facts, today);
};
const verdict = (id: string, facts: MinorsPlacementFacts) => check(id, facts).verdict;

const time = fc.constantFrom("05:59", "06:00", "06:59", "07:00", "19:00", "19:01", "21:00", "21:01", "22:00", "22:01", "23:59", "24:00");
const day = fc.constantFrom<IsoDate>("2026-06-20", "2026-06-21", "2026-07-15", "2026-09-07", "2026-09-08", "2027-07-01");
const facts = arbitraryFacts(subject, {
  youngestAge: fc.integer({ min: 13, max: 18 }),
  oldestAge: fc.integer({ min: 13, max: 19 }),
  firstDay: day,
  lastDay: day,
  hoursOnSchoolDay: fc.integer({ min: 2, max: 5 }),
  hoursBeforeSchoolDay: fc.integer({ min: 3, max: 7 }),
  hoursOnOtherDay: fc.integer({ min: 7, max: 11 }),
  hoursPerWeek: fc.constantFrom(18, 19, 23, 24, 28, 29, 40, 41, 48, 49),
  daysPerWeek: fc.integer({ min: 5, max: 7 }),
  earliestStart: time,
  latestEndBeforeSchoolDay: time,
  latestEndBeforeOtherDay: time,
});

describe("Labor Day", () => {
  it.each([
    [2024, "2024-09-02"],
    [2025, "2025-09-01"],
    [2026, "2026-09-07"],
    [2027, "2027-09-06"],
    [2029, "2029-09-03"],
  ])("of %i is %s", (year, date) => {
    expect(laborDayOf(year)).toBe(date);
  });
});

describe("the tables", () => {
  it("hold together", () => {
    expect([...faultsIn(minorBands), ...faultsIn(workingPapers), ...faultsIn(barredWork)]).toEqual([]);
  });
});

describe("a placement for 14 and 15", () => {
  const inSession: MinorsPlacementFacts = { youngestAge: 14, isSchoolInSession: true, schoolProgram: "none" };
  const vacation: MinorsPlacementFacts = { youngestAge: 15, isSchoolInSession: false };

  it.each([
    [{ hoursOnSchoolDay: 3, hoursOnOtherDay: 8 }, "met"],
    [{ hoursOnSchoolDay: 3.5, hoursOnOtherDay: 8 }, "unmet"],
    [{ hoursOnSchoolDay: 3, hoursOnOtherDay: 8.5 }, "unmet"],
    [{ hoursOnSchoolDay: 3 }, "unknown"],
    [{ hoursOnOtherDay: 8 }, "unknown"],
    [{ hoursOnSchoolDay: 4 }, "unmet"],
  ])("in session, a day with %j: %s", (known, expected) => {
    expect(verdict("day-hours-14-15", { ...inSession, ...known })).toBe(expected);
  });

  it.each([
    ["none", 18, 6, "met"],
    ["none", 19, 6, "unmet"],
    ["none", 18, 7, "unmet"],
    ["approved_work_study", 23, 6, "met"],
    ["approved_work_study", 24, 6, "unmet"],
    ["cooperative", 23, 6, "unmet"],
    [undefined, 18, 6, "met"],
    [undefined, 23, 6, "unknown"],
    ["none", undefined, 6, "unknown"],
  ] as const)("in session, program %s, %s hours on %i days a week: %s", (schoolProgram, hoursPerWeek, daysPerWeek, expected) => {
    expect(verdict("week-14-15", { ...inSession, schoolProgram, hoursPerWeek, daysPerWeek })).toBe(expected);
  });

  it.each([
    ["07:00", "19:00", "19:00", "met"],
    ["06:59", "19:00", "19:00", "unmet"],
    ["07:00", "19:01", "19:00", "unmet"],
    ["07:00", "19:00", "19:01", "unmet"],
    ["07:00", undefined, "19:00", "unknown"],
  ])("in session, from %s to %s and %s: %s", (earliestStart, latestEndBeforeSchoolDay, latestEndBeforeOtherDay, expected) => {
    const dates = { firstDay: "2026-07-01", lastDay: "2026-07-31" } as const;
    expect(verdict("clock-14-15", { ...inSession, ...dates, earliestStart, latestEndBeforeSchoolDay, latestEndBeforeOtherDay })).toBe(expected);
  });

  it.each([
    [8, 40, 6, "met", "met"],
    [8.5, 40, 6, "unmet", "met"],
    [8, 41, 6, "met", "unmet"],
    [8, 40, 7, "met", "unmet"],
  ])("out of session, %s hours a day, %i a week on %i days: %s and %s", (hoursOnOtherDay, hoursPerWeek, daysPerWeek, aDay, aWeek) => {
    const known = { ...vacation, hoursOnOtherDay, hoursPerWeek, daysPerWeek };
    expect([verdict("day-hours-14-15", known), verdict("week-14-15", known)]).toEqual([aDay, aWeek]);
  });

  it.each([
    ["2026-06-20", "2026-09-07", "21:00", "unmet"],
    ["2026-06-21", "2026-09-07", "21:00", "met"],
    ["2026-06-21", "2026-09-08", "21:00", "unmet"],
    ["2026-06-21", "2026-09-07", "21:01", "unmet"],
    ["2026-06-21", "2027-07-01", "21:00", "unmet"],
    ["2026-06-20", "2026-09-08", "19:00", "met"],
    [undefined, "2026-09-07", "21:00", "unknown"],
    ["2026-06-21", undefined, "21:00", "unknown"],
    [undefined, undefined, "19:00", "met"],
  ] as const)("out of session, evenings go from June 21 to Labor Day: %s to %s, until %s: %s", (firstDay, lastDay, latestEndBeforeOtherDay, expected) => {
    expect(verdict("clock-14-15", { ...vacation, earliestStart: "09:00", firstDay, lastDay, latestEndBeforeOtherDay })).toBe(expected);
  });

  it.each([
    ["15:00", "01:00", "unmet"],
    ["15:00", "07:00", "unmet"],
    ["15:00", "15:00", "unmet"],
    ["15:00", "15:01", "met"],
    ["07:00", "07:01", "met"],
    [undefined, "01:00", "unmet"],
    [undefined, "14:00", "unknown"],
  ])("from %s to %s: %s, since an end before the start is past midnight", (earliestStart, latestEndBeforeOtherDay, expected) => {
    expect(verdict("clock-14-15", { ...vacation, earliestStart, latestEndBeforeOtherDay })).toBe(expected);
  });

  it("is judged once it is known whether school is in session", () => {
    expect(check("week-14-15", { youngestAge: 14, hoursPerWeek: 10, daysPerWeek: 2 })).toMatchObject({ verdict: "unknown", missing: ["isSchoolInSession"] });
  });
});

describe("a placement for 16 and 17", () => {
  const inSession: MinorsPlacementFacts = { youngestAge: 16, isSchoolInSession: true, schoolProgram: "none", hoursOnOtherDay: 8 };
  const vacation: MinorsPlacementFacts = { youngestAge: 17, isSchoolInSession: false };

  it.each([
    ["none", 4, "met"],
    ["none", 5, "unmet"],
    ["cooperative", 6, "met"],
    ["cooperative", 7, "unmet"],
    ["approved_work_study", 5, "unmet"],
    [undefined, 4, "met"],
    [undefined, 5, "unknown"],
  ] as const)("in session, program %s, %i hours before a school day: %s", (schoolProgram, hoursBeforeSchoolDay, expected) => {
    expect(verdict("day-hours-16-17", { ...inSession, schoolProgram, hoursBeforeSchoolDay })).toBe(expected);
  });

  it.each([
    [28, 6, "met"],
    [29, 6, "unmet"],
    [28, 7, "unmet"],
  ])("in session, %i hours on %i days a week: %s", (hoursPerWeek, daysPerWeek, expected) => {
    expect(verdict("week-16-17", { ...inSession, hoursPerWeek, daysPerWeek })).toBe(expected);
  });

  it.each([
    ["22:00", "22:00", {}, "met"],
    ["22:01", "22:00", { keepsParentConsents: true, keepsStandingCertificates: true }, "met"],
    ["22:01", "22:00", { keepsParentConsents: true, keepsStandingCertificates: false }, "unmet"],
    ["22:01", "22:00", { keepsParentConsents: false, keepsStandingCertificates: true }, "unmet"],
    ["22:01", "22:00", { keepsParentConsents: true }, "unknown"],
    ["22:00", "24:00", { keepsParentConsents: true }, "met"],
    ["22:00", "24:00", { keepsParentConsents: false }, "unmet"],
    ["22:00", "24:00", {}, "unknown"],
    ["02:00", "22:00", { keepsParentConsents: true, keepsStandingCertificates: true }, "unmet"],
    ["22:00", "02:00", { keepsParentConsents: true }, "unmet"],
  ])("in session, to %s before a school day and %s else, with %j: %s", (latestEndBeforeSchoolDay, latestEndBeforeOtherDay, kept, expected) => {
    const known = { ...inSession, earliestStart: "06:00", latestEndBeforeSchoolDay, latestEndBeforeOtherDay, ...kept };
    expect(verdict("clock-16-17", known)).toBe(expected);
  });

  it.each([
    [8, "met"],
    [8.5, "unknown"],
    [10, "unknown"],
    [10.5, "unmet"],
  ])("out of session, %s hours a day: %s, since longer days may be excepted", (hoursOnOtherDay, expected) => {
    expect(verdict("day-hours-16-17", { ...vacation, hoursOnOtherDay })).toBe(expected);
  });

  it.each([
    [48, 6, "06:00", "24:00", "met", "met"],
    [49, 6, "05:59", "24:00", "unmet", "unmet"],
    [48, 7, "06:00", "22:00", "unmet", "met"],
  ])("out of session, %i hours on %i days a week, %s to %s: %s and %s", (hoursPerWeek, daysPerWeek, earliestStart, latestEndBeforeOtherDay, aWeek, clock) => {
    const known = { ...vacation, hoursPerWeek, daysPerWeek, earliestStart, latestEndBeforeOtherDay };
    expect([verdict("week-16-17", known), verdict("clock-16-17", known)]).toEqual([aWeek, clock]);
  });
});

describe("a placement at any age", () => {
  it.each([
    [13, "unmet"],
    [14, "met"],
    [undefined, "unknown"],
  ])("the youngest %s: %s", (youngestAge, expected) => {
    expect(verdict("age", { youngestAge })).toBe(expected);
  });

  it("the limits of the youngest decide, and nobody of 18 has any", () => {
    const both = (youngestAge: number) =>
      ["week-14-15", "week-16-17"].map((id) => verdict(id, { youngestAge, isSchoolInSession: true, schoolProgram: "none", hoursPerWeek: 90, daysPerWeek: 7 }));
    expect([both(15), both(16), both(18)]).toEqual([
      ["unmet", "met"],
      ["met", "unmet"],
      ["met", "met"],
    ]);
  });

  it.each([
    [14, 15, ["AT-18"], undefined, "met"],
    [14, 15, ["AT-19"], true, "unmet"],
    [14, 17, ["AT-18", "AT-19"], true, "met"],
    [14, 17, ["AT-19"], true, "unmet"],
    [14, 17, ["AT-18"], true, "unmet"],
    [14, 16, ["AT-18"], true, "unmet"],
    [15, 17, ["AT-19"], true, "unmet"],
    [16, 17, ["AT-19"], true, "met"],
    [16, 17, ["AT-20"], true, "unmet"],
    [16, 17, ["AT-20"], false, "met"],
    [16, 17, ["AT-19"], undefined, "unknown"],
    [17, 19, [], true, "unmet"],
    [18, 19, [], true, "met"],
    [16, 17, undefined, true, "unknown"],
    [16, undefined, ["AT-19"], true, "unknown"],
  ])("from %s to %s, papers %j, at school: %s: %s", (youngestAge, oldestAge, papers, attendsSchool, expected) => {
    expect(verdict("papers", { youngestAge, oldestAge, papers, attendsSchool })).toBe(expected);
  });

  it("asks who attends school only where that decides which paper is needed", () => {
    expect(check("papers", { youngestAge: 16, oldestAge: 17, papers: ["AT-19", "AT-20"] })).toMatchObject({ verdict: "met", missing: [] });
    expect(check("papers", { youngestAge: 16, oldestAge: 17, papers: ["AT-20"] })).toMatchObject({ verdict: "unknown", missing: ["attendsSchool"] });
  });

  it.each([
    [17, ["juggling"], "none", "unknown"],
    [17, ["juggling", "construction"], "none", "unmet"],
    [17, ["constructor"], "none", "unknown"],
    [17, [], "none", "met"],
    [17, ["construction"], "none", "unmet"],
    [17, ["construction"], "approved_work_study", "unmet"],
    [17, ["construction"], "cooperative", "unknown"],
    [17, ["construction"], undefined, "unknown"],
    [18, ["construction"], "none", "met"],
    [15, ["factory-work"], "none", "unmet"],
    [15, ["factory-work", "construction"], "cooperative", "unmet"],
    [16, ["factory-work"], "none", "met"],
    [16, ["factory-work", "motor-vehicle-helper"], "none", "unmet"],
    [16, undefined, "none", "unknown"],
    [undefined, ["construction"], "none", "unknown"],
  ] as const)("from %s, work %j, program %s: %s", (youngestAge, tasks, schoolProgram, expected) => {
    expect(verdict("barred-work", { youngestAge, tasks, schoolProgram })).toBe(expected);
  });

  it("is told as a whole: a summer placement for 15 that fits", () => {
    const fits: MinorsPlacementFacts = {
      youngestAge: 15,
      oldestAge: 15,
      isSchoolInSession: false,
      firstDay: "2026-07-01",
      lastDay: "2026-08-28",
      hoursOnOtherDay: 7,
      hoursPerWeek: 35,
      daysPerWeek: 5,
      earliestStart: "09:00",
      latestEndBeforeOtherDay: "20:00",
      papers: ["AT-18"],
      tasks: [],
    };
    expect(evaluate(rulesOn(subject, today), fits)).toMatchObject({ verdict: "met", missing: [] });
    expect(evaluate(rulesOn(subject, today), { ...fits, firstDay: "2026-06-20" }).verdict).toBe("unmet");
  });

  it("cites the section that each rule stands in", () => {
    expect(Object.fromEntries(subject.rules.on(today).map(({ id, citation }) => [id.split(".")[1], citation]))).toMatchObject({
      "week-14-15": "New York Labor Law 142",
      "week-16-17": "New York Labor Law 143",
      "barred-work": "New York Labor Law 133",
    });
  });

  it("takes another state's tables, and the rules follow them", () => {
    const [own] = minorBands.on(today);
    if (!own) throw new Error("no band");
    const elsewhere = minorsPlacement({
      ...defaultMinorsPlacementPolicy,
      bands: { ...minorBands, ids: () => ["12-13"], history: () => [{ ...own, id: "12-13", citation: "Elsewhere", minimumAge: 12, maximumAge: 13 }] },
    });
    expect(elsewhere.rules.find("minors-placement.week-12-13", today)?.citation).toBe("Elsewhere");
    expect(elsewhere.rules.find("minors-placement.week-14-15", today)).toBeUndefined();
  });

  it.each([
    [{ latestEndBeforeOtherDay: "24:00" }, true],
    [{ latestEndBeforeOtherDay: "24:01" }, false],
    [{ earliestStart: "7:00" }, false],
    [{ earliestStart: "19:60" }, false],
    [{ earliestStart: "00:00" }, true],
    [{ earliestStart: "24:00" }, false],
    [{ latestEndBeforeOtherDay: "00:00" }, false],
    [{ latestEndBeforeSchoolDay: "00:01" }, true],
    [{ youngestAge: 16, oldestAge: 15 }, false],
    [{ youngestAge: 16, oldestAge: 16 }, true],
    [{ firstDay: "2026-07-02", lastDay: "2026-07-01" }, false],
    [{ firstDay: "2026-07-01", lastDay: "2026-07-01" }, true],
    [{ lastDay: "2026-07-01" }, true],
    [{ papers: ["AT-21"] }, false],
    [{ tasks: ["construction"] }, true],
    [{ tasks: ["juggling"] }, false],
    [{ studentId: "1" }, false],
  ])("takes %j: %s", (known, isTaken) => {
    expect(subject.facts.safeParse(known).success).toBe(isTaken);
  });
});

describe("the rules", () => {
  it("hold from their first day on", () => {
    expect((["1999-12-31", "2000-01-01"] as const).map((one) => subject.rules.on(one).length)).toEqual([0, 9]);
  });

  it("whatever fact is left out, no verdict turns to met", () => {
    expectForgettingIsHonest(subject.rules.on(today), facts, today);
  });

  it("say each reason, fact and title in both languages", () => {
    expectAllIsSaid(subject, opportunityWords, facts, [today]);
  });

  it.each(barredWork.ids())("name the barred work %s in both languages", (id) => {
    const reason = check("barred-work", { youngestAge: 14, tasks: [id], schoolProgram: "none" }).because[0];
    const label = barredWork.find(id, today)?.label ?? "";
    const say = (language: "en" | "es") => reason && sayReason(reason, { words: opportunityWords, language, subjectId: "minors-placement" });
    expect(say("en")).toBe(`Barred at these ages: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`);
    expect(say("es")).toMatch(/^Prohibido a estas edades: /);
    expect(say("es")).not.toMatch(new RegExp(`${id}|${label}`, "i"));
  });
});
