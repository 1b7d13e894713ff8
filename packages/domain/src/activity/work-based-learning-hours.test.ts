import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryFacts } from "../../test/arbitrary-facts.ts";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { citationOf } from "../reference/citation-of.ts";
import { datedTable } from "../reference/dated-table.ts";
import { isLaw } from "../reference/source.ts";
import { evaluate } from "../rule/evaluate.ts";
import { sayReason } from "../rule/explain.ts";
import { rulesOn } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { type AwarenessExperience, type AwarenessRule, awarenessRules } from "./work-based-learning-awareness.ts";
import { awarenessHoursCounted, creditFor } from "./work-based-learning-credit.ts";
import { defaultWorkBasedLearningHoursPolicy, type WorkBasedLearningHoursFacts, workBasedLearningHours } from "./work-based-learning-hours.ts";
import { workBasedLearningWords } from "./work-based-learning-words.ts";

const subject = workBasedLearningHours();
const today: IsoDate = "2026-11-24";
const days: IsoDate[] = ["2022-08-28", "2022-08-29", today];
const check = (id: string, facts: WorkBasedLearningHoursFacts, on: IsoDate = today) => {
  const found = subject.rules.find(`work-based-learning-hours.${id}`, on);
  if (!found) throw new Error(id);
  return found.check(facts, on);
};
const fair = (hours: number, documents = ["engagement_with_several_firms"]): AwarenessExperience => ({ kind: "career_fair", hours, documents });
const speaker = (hours: number, documents = ["participation", "reflection"]): AwarenessExperience => ({ kind: "guest_speaker", hours, documents });
const facts = arbitraryFacts(subject, {
  workBasedLearningHours: fc.constantFrom(0, 53, 54, 100, 216),
  courseHours: fc.constantFrom(0, 100, 161, 162, 216),
  "awareness.hours": fc.constantFrom(0, 5, 10, 15, 20, 21),
});

describe("creditFor", () => {
  it.each([
    ["ceip", 53, 0],
    ["ceip", 54, 0.5],
    ["ceip", 107, 0.5],
    ["ceip", 108, 1],
    ["ceip", 1000, 1],
    ["gewep", 149, 0],
    ["gewep", 150, 0.5],
    ["gewep", 299, 0.5],
    ["gewep", 300, 1],
    ["gewep", 449, 1],
    ["gewep", 450, 1.5],
    ["gewep", 599, 1.5],
    ["gewep", 600, 2],
    ["gewep", 900, 2],
    ["co-op", 600, 2],
    ["job_shadowing", 600, undefined],
  ])("%s, %i hours: %s", (type, hours, units) => {
    expect(creditFor(type, hours, today)).toBe(units);
  });

  it("knows a type only while it is open", () => {
    expect([creditFor("wecep", 300, "2022-08-31"), creditFor("wecep", 600, "2022-08-31"), creditFor("wecep", 300, "2022-09-01")]).toEqual([1, 1, undefined]);
  });
});

describe("awarenessHoursCounted", () => {
  it("counts documented hours up to 20, and says what is over", () => {
    expect(awarenessHoursCounted([fair(12), speaker(8)], today)).toEqual({ counted: 20, overCap: 0, open: 0, notCounted: 0 });
    expect(awarenessHoursCounted([fair(12), speaker(9)], today)).toEqual({ counted: 20, overCap: 1, open: 0, notCounted: 0 });
    expect(awarenessHoursCounted([], today)).toEqual({ counted: 0, overCap: 0, open: 0, notCounted: 0 });
  });

  it("counts nothing that is not documented, not named, or not known", () => {
    expect(awarenessHoursCounted([fair(2, []), speaker(3, ["participation"]), { kind: "mock_interview", hours: 4, documents: [] }], today)).toMatchObject({
      counted: 0,
      notCounted: 9,
    });
    expect(awarenessHoursCounted([{ kind: "career_fair", hours: 2 }, { hours: 1, documents: ["reflection"] }, fair(5)], today)).toEqual({
      counted: 5,
      overCap: 0,
      open: 3,
      notCounted: 0,
    });
    expect(awarenessHoursCounted([{ kind: "constructor", hours: 4, documents: [] }], today)).toMatchObject({ notCounted: 4 });
    expect(awarenessHoursCounted([{ kind: "career_fair", documents: [] }], today)).toMatchObject({ notCounted: 0 });
  });

  it("leaves open what the source's part on a kind was not read for", () => {
    expect(awarenessHoursCounted([{ kind: "industry_tour", hours: 3, documents: ["participation"] }, fair(5)], today)).toEqual({
      counted: 5,
      overCap: 0,
      open: 3,
      notCounted: 0,
    });
  });

  it("counts tenths of hours as people do", () => {
    expect(awarenessHoursCounted([fair(0.1), fair(16.1), fair(3.8)], today)).toEqual({ counted: 20, overCap: 0, open: 0, notCounted: 0 });
  });

  it("counts nothing toward the clinical hours of a health program", () => {
    expect(awarenessHoursCounted([fair(5)], today, { isHealthClinical: true })).toEqual({ counted: 0, overCap: 0, open: 0, notCounted: 5 });
  });

  it("holds from the day of the memo", () => {
    expect([awarenessHoursCounted([fair(5)], "2022-08-28"), awarenessHoursCounted([fair(5)], "2022-08-29")?.counted]).toEqual([undefined, 5]);
  });

  it("never counts more than 20, nor more than there is, and loses none", () => {
    fc.assert(
      fc.property(facts, ({ awareness = [] }) => {
        const told = awarenessHoursCounted(awareness, today);
        if (!told) throw new Error("no rule");
        const { counted, overCap, open, notCounted } = told;
        expect(counted).toBeLessThanOrEqual(20);
        expect(counted + overCap + open + notCounted).toBe(awareness.reduce((sum, { hours }) => sum + (hours ?? 0), 0));
      }),
    );
  });
});

describe("the hours of a program", () => {
  it.each([
    [[fair(20)], "met"],
    // In binary, these tenths come to a little more than 20.
    [[fair(0.1), fair(16.1), fair(3.8)], "met"],
    [[fair(20), speaker(0.01)], "unmet"],
    [[fair(20), speaker(1)], "unmet"],
    [[], "met"],
    [[{ kind: "career_fair" }], "unknown"],
    [[fair(20), { kind: "career_fair" }], "unknown"],
    [[fair(21), { kind: "career_fair" }], "unmet"],
    [undefined, "unknown"],
  ])("career awareness %j within its allowance: %s", (awareness, expected) => {
    expect(check("awareness-cap", { awareness }).verdict).toBe(expected);
  });

  it.each([
    [[fair(1), speaker(1)], "met", []],
    [[fair(1, [])], "unmet", []],
    [[speaker(1, ["participation"])], "unmet", []],
    [[{ kind: "industry_tour", documents: ["participation", "reflection"] }], "unknown", []],
    [[{ kind: "industry_credential" }], "unknown", []],
    [[{ kind: "industry_tour" }, fair(1, [])], "unmet", []],
    [[{ kind: "interest_assessment", documents: ["reflection"] }], "met", []],
    [[{ kind: "other", documents: ["reflection"] }], "unmet", []],
    [[fair(1), { kind: "career_fair" }], "unknown", ["awareness.1.documents"]],
    [[{ documents: [] }], "unknown", ["awareness.0.kind"]],
    [[], "met", []],
    [undefined, "unknown", ["awareness"]],
  ])("career awareness %j documented: %s", (awareness, expected, missing) => {
    expect(check("awareness-documents", { awareness })).toMatchObject({ verdict: expected, missing });
  });

  it("says which experience it is about, counted as people do, and what the hours come to", () => {
    const told = (awareness: AwarenessExperience[]) => check("awareness-documents", { awareness }).because.map(({ facts: known }) => known.place);
    expect([told([fair(1), fair(1, [])]), told([fair(1), { kind: "other", documents: [] }])]).toEqual([[2], [2]]);
    const lacking = check("awareness-documents", { awareness: [speaker(1, [])] }).because[0];
    const say = (language: "en" | "es") => lacking && sayReason(lacking, { words: workBasedLearningWords, language, subjectId: subject.id });
    expect([say("en"), say("es")]).toEqual([
      "Experience 1 lacks documents: proof of participation, what the students wrote about it.",
      "A la experiencia 1 le faltan documentos: constancia de participación, la reflexión escrita de los estudiantes.",
    ]);
    const reasons = check("cdos", { isForCdos: true, workBasedLearningHours: 54, courseHours: 161 }).because;
    expect(reasons.find(({ code }) => code === "wbl_cdos_in_all")?.facts).toEqual({ have: 215, need: 216 });
  });

  it("career awareness is never among clinical hours", () => {
    const clinical = (isHealthClinical?: boolean, awareness: AwarenessExperience[] | undefined = [fair(1)]) =>
      check("awareness-not-clinical", { isHealthClinical, awareness }).verdict;
    expect([clinical(false), clinical(true), clinical(), clinical(true, [])]).toEqual(["met", "unmet", "unknown", "met"]);
  });

  it("the rules on career awareness hold from the day of the memo", () => {
    const ids = (on: IsoDate) => subject.rules.on(on).map(({ id }) => id.split(".")[1]);
    expect([ids("2022-08-28"), ids("2022-08-29").length]).toEqual([["local-goal", "cdos"], 5]);
  });

  it("asks nothing of career awareness where the agency's state has no allowance for it", () => {
    const none = workBasedLearningHours({ ...defaultWorkBasedLearningHoursPolicy, awareness: datedTable<AwarenessRule>([]) });
    expect(none.rules.on(today).map(({ id }) => id.split(".")[1])).toEqual(["local-goal", "cdos"]);
  });

  it("cites what an agency cites", () => {
    const [own] = awarenessRules.on(today);
    if (!own) throw new Error("no allowance");
    const source = { ...citationOf(own), citation: "Elsewhere" };
    const elsewhere = workBasedLearningHours({
      ...defaultWorkBasedLearningHoursPolicy,
      awareness: datedTable([{ ...own, ...source, capHours: 5 }]),
      cdosSource: source,
      localGoalSource: source,
    });
    expect(new Set(elsewhere.rules.on(today).map(({ citation }) => citation))).toEqual(new Set(["Elsewhere"]));
    expect(elsewhere.rules.find("work-based-learning-hours.awareness-cap", today)?.check({ awareness: [fair(6)] }, today).verdict).toBe("unmet");
  });

  it("54 hours is the agency's goal: advice of its own, never law, and another agency sets another", () => {
    expect([53, 54, undefined].map((workBasedLearningHours_) => check("local-goal", { workBasedLearningHours: workBasedLearningHours_ }).verdict)).toEqual([
      "unmet",
      "met",
      "unknown",
    ]);
    const goal = subject.rules.find("work-based-learning-hours.local-goal", today);
    expect(goal).toMatchObject({ force: "advised", authority: "office_policy" });
    const fewer = evaluate(rulesOn(subject, today), { workBasedLearningHours: 10, awareness: [], isForCdos: false });
    expect(fewer.verdict).toBe("met");
    const own = workBasedLearningHours({ ...defaultWorkBasedLearningHoursPolicy, localGoalHours: 60 });
    expect(own.rules.find("work-based-learning-hours.local-goal", today)?.check({ workBasedLearningHours: 59 }, today).verdict).toBe("unmet");
  });

  it.each([
    [{ isForCdos: false }, "met"],
    [{ isForCdos: true, workBasedLearningHours: 54, courseHours: 162 }, "met"],
    [{ isForCdos: true, workBasedLearningHours: 54, courseHours: 161 }, "unmet"],
    [{ isForCdos: true, workBasedLearningHours: 53, courseHours: 1000 }, "unmet"],
    [{ isForCdos: true, workBasedLearningHours: 216, courseHours: 0 }, "met"],
    [{ isForCdos: true, workBasedLearningHours: 216 }, "met"],
    [{ isForCdos: true, workBasedLearningHours: 215.9 }, "unknown"],
    [{ isForCdos: true, workBasedLearningHours: 53 }, "unmet"],
    [{ isForCdos: true, workBasedLearningHours: 54 }, "unknown"],
    [{ isForCdos: true }, "unknown"],
    [{ workBasedLearningHours: 54, courseHours: 162 }, "met"],
    [{ workBasedLearningHours: 53, courseHours: 162 }, "unknown"],
  ])("for CDOS, 216 hours of which 54 are work-based: %j is %s", (known, expected) => {
    expect(check("cdos", known).verdict).toBe(expected);
  });

  it("cites no law for any number of hours", () => {
    for (const rule of subject.rules.on(today)) expect(isLaw(rule.authority)).toBe(false);
  });

  it.each(days)("on %s: whatever fact is left out, no verdict turns to met", (on) => {
    expectForgettingIsHonest(subject.rules.on(on), facts, on);
  });

  it("says each reason, fact and title in both languages", () => {
    expectAllIsSaid(subject, workBasedLearningWords, facts, days);
  });
});
