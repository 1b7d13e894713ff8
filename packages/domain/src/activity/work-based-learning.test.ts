import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryFacts } from "../../test/arbitrary-facts.ts";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { citationOf } from "../reference/citation-of.ts";
import { datedTable, faultsIn } from "../reference/dated-table.ts";
import { isLaw } from "../reference/source.ts";
import { diff } from "../rule/compare.ts";
import { evaluate } from "../rule/evaluate.ts";
import { sayReason } from "../rule/explain.ts";
import { rulesOn } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { type WorkBasedLearningFacts, workBasedLearning } from "./work-based-learning.ts";
import { defaultWorkBasedLearningPolicy } from "./work-based-learning-policy.ts";
import { registeredTypes, unregisteredKinds } from "./work-based-learning-type.ts";
import { workBasedLearningWords } from "./work-based-learning-words.ts";

const subject = workBasedLearning();
const today: IsoDate = "2026-11-24";
const days: IsoDate[] = ["2022-08-31", "2022-09-01", "2023-04-30", "2023-05-01", today];
const ruleOn = (id: string, on: IsoDate) => {
  const found = subject.rules.find(`work-based-learning.${id}`, on);
  if (!found) throw new Error(id);
  return found;
};
const check = (id: string, facts: WorkBasedLearningFacts, on: IsoDate = today) => ruleOn(id, on).check(facts, on);
const verdict = (id: string, facts: WorkBasedLearningFacts, on: IsoDate = today) => check(id, facts, on).verdict;

const sound: WorkBasedLearningFacts = {
  type: "gewep",
  youngestAge: 14,
  lowestGrade: 9,
  isPaid: false,
  worksiteHours: 150,
  creditUnits: 0.5,
  relatedInstructionPeriodsPerWeek: 1,
  coordinatorExtension: "work-based-learning",
  isRelatedToProgram: false,
};
const facts = arbitraryFacts(subject, {
  youngestAge: fc.integer({ min: 12, max: 18 }),
  creditUnits: fc.constantFrom(0, 0.5, 1, 1.5, 2, 3),
  worksiteHours: fc.constantFrom(0, 53, 54, 108, 149, 150, 300, 450, 600, 900),
  relatedInstructionHours: fc.constantFrom(0, 26, 27, 53, 54, 108),
  relatedInstructionPeriodsPerWeek: fc.integer({ min: 0, max: 6 }),
});

describe("the registered types", () => {
  it("are read as of a date, and no two versions of one overlap", () => {
    expect(faultsIn(registeredTypes)).toEqual([]);
    const on = (day: IsoDate) => registeredTypes.on(day).map(({ id }) => id);
    expect([on("2022-08-31"), on("2022-09-01")]).toEqual([
      ["ceip", "gewep", "co-op", "wecep"],
      ["ceip", "gewep", "co-op"],
    ]);
  });

  it.each([
    ["ceip", 14, "unpaid", true],
    ["gewep", 14, "both", false],
    ["co-op", 16, "both", true],
  ])("%s: from %i, %s, must relate to the program: %s", (id, minimumAge, pay, mustRelateToProgram) => {
    expect(registeredTypes.find(id, today)).toMatchObject({ minimumAge, pay, mustRelateToProgram });
  });

  it("carry what the sources say against each other, as data", () => {
    expect(registeredTypes.find("co-op", today)?.contradictions).toEqual([{ about: "pay", elsewhere: "paid", where: "text_of_the_same_page" }]);
    expect(registeredTypes.on(today).map(({ id, contradictions }) => [id, contradictions.length])).toEqual([
      ["ceip", 1],
      ["gewep", 1],
      ["co-op", 1],
    ]);
  });

  it("name no law: all of it is guidance, confirmed in its source", () => {
    for (const day of days) for (const row of [...registeredTypes.on(day), ...subject.rules.on(day)]) expect(isLaw(row.authority)).toBe(false);
  });
});

describe("an offered experience", () => {
  it("counts where all is as it should be, and says which facts it would need", () => {
    expect(evaluate(rulesOn(subject, today), sound)).toMatchObject({ verdict: "met", missing: [] });
    expect(evaluate(rulesOn(subject, today), {}).missing).toContain("type");
  });

  it("GEWEP at 14 is not open on 2022-08-31 and is on 2022-09-01", () => {
    expect([verdict("age", sound, "2022-08-31"), verdict("age", sound, "2022-09-01")]).toEqual(["unmet", "met"]);
    expect([ruleOn("age", "2022-08-31").citation, ruleOn("age", "2022-09-01").citation]).toEqual([
      "CDOS Commencement Credential, attachment 3, NYSED",
      "NYSED memo of 10 January 2022, Updates to Registered Work-Based Learning (WBL) Programs",
    ]);
    const before = { ...sound, coordinatorExtension: "8981" as const };
    const { flips } = diff(rulesOn(subject, "2022-08-31"), rulesOn(subject, "2022-09-01"), before);
    expect(flips.map(({ ruleId }) => ruleId)).toEqual(["work-based-learning.age", "work-based-learning.pay"]);
  });

  it("WECEP is open to students of 14 and 15 until 2022-08-31, and closed the day after", () => {
    expect([verdict("open-type", { type: "wecep" }, "2022-08-31"), verdict("open-type", { type: "wecep" }, "2022-09-01")]).toEqual(["met", "unmet"]);
    const age = (youngestAge: number) => check("age", { type: "wecep", youngestAge }, "2022-08-31").because[0];
    expect([13, 14, 15, 16].map((one) => age(one)?.verdict)).toEqual(["unmet", "met", "met", "unmet"]);
    expect(age(16)?.code).toBe("wbl_age_limit");
    expect([ruleOn("open-type", "2022-08-31").citation, ruleOn("open-type", "2022-09-01").citation]).toEqual([
      "CDOS Commencement Credential, attachment 3, NYSED",
      "NYSED memo of 10 January 2022, Updates to Registered Work-Based Learning (WBL) Programs",
    ]);
    const closed = check("open-type", { type: "wecep" }, "2022-09-01").because[0];
    expect(closed).toMatchObject({ code: "wbl_type_folded", facts: { type: "wecep", lastDay: "2022-08-31", foldedInto: "gewep" } });
    const say = (language: "en" | "es") => closed && sayReason(closed, { words: workBasedLearningWords, language, subjectId: "work-based-learning" });
    expect([say("en"), say("es")]).toEqual([
      "The type was open until 2022-08-31 and was then folded into another: Work Experience and Career Exploration Program (WECEP), now GEWEP.",
      "El tipo se pudo registrar hasta el 2022-08-31 y después se integró en otro: Programa de Experiencia Laboral y Exploración de Carreras (WECEP), ahora GEWEP.",
    ]);
    expect(check("open-type", { type: "elsewhere" }, "2022-09-01")).toMatchObject({ verdict: "unmet", because: [{ code: "wbl_type_open" }] });
    expect(check("open-type", { type: "constructor" }).verdict).toBe("unmet");
    // What it would need to be, no rule says any more.
    expect(check("age", { type: "wecep", youngestAge: 14 }, "2022-09-01")).toMatchObject({ verdict: "unknown", because: [{ code: "wbl_type_has_no_rules" }] });
  });

  it.each([
    ["ceip", 13, "unmet"],
    ["ceip", 14, "met"],
    ["gewep", 13, "unmet"],
    ["gewep", 14, "met"],
    ["co-op", 15, "unmet"],
    ["co-op", 16, "met"],
    ["co-op", undefined, "unknown"],
    [undefined, 16, "unknown"],
  ])("%s from %s on: %s", (type, youngestAge, expected) => {
    expect(verdict("age", { type, youngestAge })).toBe(expected);
  });

  it.each([
    [{ creditUnits: 0.5, lowestGrade: 8 }, "unmet"],
    [{ creditUnits: 0.5, lowestGrade: 9 }, "met"],
    [{ creditUnits: 0, lowestGrade: 8 }, "met"],
    [{ creditUnits: 0 }, "met"],
    [{ lowestGrade: 9 }, "met"],
    [{ lowestGrade: 8 }, "unknown"],
    [{ creditUnits: 0.5 }, "unknown"],
  ])("for credit, grade 9 and above: %j is %s", (known, expected) => {
    expect(verdict("grade", { type: "ceip", ...known })).toBe(expected);
  });

  it.each([
    ["ceip", true, today, "unmet", "wbl_paid"],
    ["ceip", false, today, "met", "wbl_unpaid"],
    ["gewep", true, "2022-08-31", "met", "wbl_paid"],
    ["gewep", false, "2022-08-31", "unmet", "wbl_unpaid"],
    ["gewep", true, "2022-09-01", "met", "wbl_paid"],
    ["gewep", false, "2022-09-01", "met", "wbl_unpaid"],
    ["co-op", true, today, "met", "wbl_paid"],
    ["co-op", false, today, "unknown", "wbl_pay_disputed"],
  ] as const)("%s, paid: %s, on %s: %s", (type, isPaid, on, expected, code) => {
    expect(check("pay", { type, isPaid }, on)).toMatchObject({ verdict: expected, because: [{ code }] });
  });

  it("earns no more credit than its hours give", () => {
    const credit = (worksiteHours: number | undefined, creditUnits: number) => verdict("credit", { type: "ceip", worksiteHours, creditUnits });
    expect([credit(53, 0.5), credit(54, 0.5), credit(107, 1), credit(108, 1), credit(53, 0), credit(undefined, 0.5)]).toEqual([
      "unmet",
      "met",
      "unmet",
      "met",
      "met",
      "unknown",
    ]);
  });

  it.each([
    ["ceip", 53, 0.25, "unknown"],
    ["ceip", 54, 0.25, "met"],
    ["ceip", 53, 0.5, "unmet"],
    ["gewep", 900, 3, "unknown"],
    ["gewep", 899, 3, "unmet"],
    ["gewep", 900, 3.5, "unmet"],
    ["gewep", 900, 2, "met"],
    ["co-op", 900, 3, "unmet"],
  ] as const)("takes no side where the sources speak of other steps: %s, %s hours, %s units: %s", (type, worksiteHours, creditUnits, expected) => {
    const { verdict: told, because } = check("credit", { type, worksiteHours, creditUnits });
    expect([told, because[0]?.code]).toEqual([expected, expected === "unknown" ? "wbl_credit_disputed" : "wbl_credit_earned"]);
  });

  it.each([
    ["ceip", { creditUnits: 0.5, relatedInstructionHours: 26 }, "unmet"],
    ["ceip", { creditUnits: 0.5, relatedInstructionHours: 27 }, "met"],
    ["ceip", { creditUnits: 1, relatedInstructionHours: 53 }, "unmet"],
    ["ceip", { creditUnits: 1, relatedInstructionHours: 54 }, "met"],
    // For each half unit that is begun.
    ["ceip", { creditUnits: 0.25, relatedInstructionHours: 26 }, "unmet"],
    ["ceip", { creditUnits: 0.25, relatedInstructionHours: 27 }, "met"],
    ["ceip", { creditUnits: 0, relatedInstructionHours: 0 }, "met"],
    ["ceip", { relatedInstructionHours: 54 }, "unknown"],
    ["gewep", { relatedInstructionPeriodsPerWeek: 0 }, "unmet"],
    ["gewep", { relatedInstructionPeriodsPerWeek: 1 }, "met"],
    ["gewep", { relatedInstructionHours: 100 }, "unknown"],
    ["co-op", { relatedInstructionPeriodsPerWeek: 4 }, "unmet"],
    ["co-op", { relatedInstructionPeriodsPerWeek: 5 }, "met"],
  ])("%s with instruction %j: %s", (type, known, expected) => {
    expect(verdict("related-instruction", { type, ...known })).toBe(expected);
  });

  it.each([
    ["ceip", "8981", "2023-04-30", "unmet"],
    ["ceip", "8982", "2023-04-30", "met"],
    ["gewep", "8981", "2023-04-30", "met"],
    ["co-op", "8981", "2023-04-30", "unmet"],
    ["co-op", "8982", "2023-04-30", "met"],
    ["co-op", "none", "2023-04-30", "unmet"],
    ["co-op", "work-based-learning", "2023-04-30", "unmet"],
    ["co-op", "work-based-learning", "2023-05-01", "met"],
    ["co-op", "8982", "2023-05-01", "unknown"],
    ["gewep", "8981", "2023-05-01", "unknown"],
    ["gewep", "none", "2023-05-01", "unmet"],
    ["gewep", undefined, "2023-05-01", "unknown"],
  ] as const)("%s with the extension %s on %s: %s", (type, coordinatorExtension, on, expected) => {
    expect(verdict("coordinator", { type, coordinatorExtension }, on)).toBe(expected);
  });

  it("relates to the program where the type asks it", () => {
    const relates = (type: string, isRelatedToProgram?: boolean) => verdict("relates-to-program", { type, isRelatedToProgram });
    expect([relates("ceip", true), relates("ceip", false), relates("co-op"), relates("gewep", false), relates("gewep")]).toEqual([
      "met",
      "unmet",
      "unknown",
      "met",
      "met",
    ]);
  });

  it("is supervised by the school's own people where it needs no registration", () => {
    const supervised = (supervisedBy?: WorkBasedLearningFacts["supervisedBy"], type = "job_shadowing") => verdict("supervision", { type, supervisedBy });
    expect(supervised()).toBe("unknown");
    expect([supervised("instructional_staff"), supervised("administrator"), supervised("school_counselor")]).toEqual(["met", "met", "met"]);
    expect([supervised("nobody_of_the_school"), supervised("nobody_of_the_school", "ceip")]).toEqual(["unmet", "met"]);
  });

  it("earns no credit alone where it needs no registration, but may within a class", () => {
    const credit = (known: WorkBasedLearningFacts) => verdict("no-credit-alone", { type: "clinical", ...known });
    expect([
      credit({ creditUnits: 0 }),
      credit({ creditUnits: 1, isWithinCreditBearingClass: true }),
      credit({ creditUnits: 1, isWithinCreditBearingClass: false }),
      credit({ creditUnits: 1 }),
      credit({}),
    ]).toEqual(["met", "met", "unmet", "unknown", "unknown"]);
  });

  it("is asked only what its kind is asked", () => {
    for (const type of unregisteredKinds) {
      expect(evaluate(rulesOn(subject, today), { type, supervisedBy: "administrator", creditUnits: 0 }).verdict).toBe("met");
    }
  });

  it("takes the types of another agency, and what its state asks, instead", () => {
    const [own] = registeredTypes.on(today);
    if (!own) throw new Error("no type");
    const source = { ...citationOf(own), citation: "Elsewhere" };
    const sources = { ...defaultWorkBasedLearningPolicy.sources, age: [source], coordinator: [] };
    const elsewhere = workBasedLearning({ types: datedTable([{ ...own, id: "youth-apprenticeship", minimumAge: 17 }]), sources });
    expect(elsewhere.rules.find("work-based-learning.age", today)?.citation).toBe("Elsewhere");
    expect(elsewhere.rules.find("work-based-learning.coordinator", today)).toBeUndefined();
    expect(elsewhere.rules.find("work-based-learning.age", today)?.check({ type: "youth-apprenticeship", youngestAge: 16 }, today).verdict).toBe("unmet");
    expect(elsewhere.facts.safeParse({ type: "youth-apprenticeship" }).success).toBe(true);
    expect(elsewhere.facts.safeParse({ type: "ceip" }).success).toBe(false);
  });

  it("has no place for a student", () => {
    expect(subject.facts.safeParse({ studentId: "1" }).success).toBe(false);
  });
});

describe("the rules", () => {
  it("hold from their first day on, one version at a time", () => {
    expect(faultsIn(subject.rules)).toEqual([]);
    expect((["1999-12-31", "2000-01-01", "2022-08-31", "2022-09-01", "2023-05-01"] as const).map((on) => subject.rules.on(on).length)).toEqual([
      0, 10, 10, 10, 10,
    ]);
  });

  it.each(days)("on %s: whatever fact is left out, no verdict turns to met", (on) => {
    expectForgettingIsHonest(subject.rules.on(on), facts, on);
  });

  it("say each reason, fact and title in both languages", () => {
    expectAllIsSaid(subject, workBasedLearningWords, facts, days);
  });
});
