import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryFacts } from "../../test/arbitrary-facts.ts";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { datedTable, faultsIn } from "../reference/dated-table.ts";
import { evaluate } from "../rule/evaluate.ts";
import { rulesOn } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import { type CtleRegistrationFacts, ctleRegistration } from "./ctle-registration.ts";
import { ctlePeriod, ctleRequirements } from "./ctle-requirement.ts";
import { ctleCertificateEntries, defaultTeacherTrainingPolicy, type TeacherTrainingFacts, teacherTraining } from "./teacher-training.ts";
import { participationWords } from "./words.ts";

const today: IsoDate = "2026-11-24";
const days: IsoDate[] = ["2016-06-30", "2016-07-01", today];

describe("a training for teachers", () => {
  const subject = teacherTraining();
  const verdict = (id: string, known: TeacherTrainingFacts, on: IsoDate = today) => subject.rules.find(`teacher-training.${id}`, on)?.check(known, on).verdict;
  const certificate = Object.fromEntries(ctleCertificateEntries.map((entry) => [entry, true]));
  const facts = arbitraryFacts(subject, { lengthDays: fc.constantFrom(0.4, 0.5, 2, 2.5, 3, 14, 15) });

  it.each([
    ["professional_development", 0.4, "unmet"],
    ["professional_development", 0.5, "met"],
    ["professional_development", 2, "met"],
    ["professional_development", 2.5, "unmet"],
    ["externship", 2.5, "unmet"],
    ["externship", 3, "met"],
    ["externship", 14, "met"],
    ["externship", 15, "unmet"],
    ["externship", undefined, "unknown"],
    [undefined, 3, "unknown"],
  ] as const)("%s of %s days: %s", (kind, lengthDays, expected) => {
    expect(verdict("length", { kind, lengthDays })).toBe(expected);
  });

  it("has another agency's bounds where it has its own", () => {
    const bounds = { ...defaultTeacherTrainingPolicy.bounds, externship: { minDays: 1, maxDays: 5 } };
    const own = teacherTraining({ ...defaultTeacherTrainingPolicy, bounds });
    expect(own.rules.find("teacher-training.length", today)?.check({ kind: "externship", lengthDays: 1 }, today).verdict).toBe("met");
  });

  it.each([
    [{ isForCtle: true, hasApprovedSponsor: true }, "met"],
    [{ isForCtle: true, hasApprovedSponsor: false }, "unmet"],
    [{ isForCtle: true }, "unknown"],
    [{ isForCtle: false }, "met"],
    [{ hasApprovedSponsor: true }, "met"],
    [{ hasApprovedSponsor: false }, "unknown"],
  ])("an approved sponsor stands behind hours that count: %j: %s", (known, expected) => {
    expect(verdict("ctle-sponsor", known)).toBe(expected);
  });

  it.each(ctleCertificateEntries)("the certificate must say it: %s", (entry) => {
    const { [entry]: _, ...rest } = certificate;
    expect(verdict("ctle-certificate", { isForCtle: true, certificate })).toBe("met");
    expect(verdict("ctle-certificate", { isForCtle: true, certificate: { ...certificate, [entry]: false } })).toBe("unmet");
    expect(subject.rules.find("teacher-training.ctle-certificate", today)?.check({ isForCtle: true, certificate: rest }, today)).toMatchObject({
      verdict: "unknown",
      missing: [`certificate.${entry}`],
    });
  });

  it("what it must say is not asked where its hours do not count", () => {
    expect([verdict("ctle-certificate", { isForCtle: false }), verdict("ctle-certificate", { isForCtle: true }), verdict("ctle-certificate", {})]).toEqual([
      "met",
      "unknown",
      "unknown",
    ]);
  });

  it("what is asked for CTLE is asked from its first day on", () => {
    expect(days.map((day) => subject.rules.on(day).length)).toEqual([1, 3, 3]);
  });

  it("is told as a whole", () => {
    const sound: TeacherTrainingFacts = { kind: "externship", lengthDays: 5, isForCtle: true, hasApprovedSponsor: true, certificate };
    expect(evaluate(rulesOn(subject, today), sound).verdict).toBe("met");
    expect(evaluate(rulesOn(subject, today), { ...sound, hasApprovedSponsor: false }).verdict).toBe("unmet");
  });

  it.each(days)("on %s: whatever fact is left out, no verdict turns to met", (on) => {
    expectForgettingIsHonest(subject.rules.on(on), facts, on);
  });

  it("says each reason, fact and title in both languages", () => {
    expectAllIsSaid(subject, participationWords, facts, days);
  });
});

describe("a registration period", () => {
  const subject = ctleRegistration();
  const verdict = (id: string, known: CtleRegistrationFacts) => subject.rules.find(`ctle-registration.${id}`, today)?.check(known, today).verdict;
  const date = fc.constantFrom<IsoDate>("2016-06-30", "2021-09-01", "2026-08-31", "2026-09-01");
  const facts = arbitraryFacts(subject, {
    periodFrom: date,
    lastHourOn: date,
    hours: fc.constantFrom(0, 99, 100, 120),
    languageAcquisitionHours: fc.constantFrom(14, 15, 49, 50),
    carriedOverHours: fc.constantFrom(0, 20, 21),
  });

  it("lasts five years, and its records are kept for three more", () => {
    expect(ctlePeriod("2021-09-01")).toEqual({ lastDay: "2026-08-31", keepRecordsUntil: "2029-08-31" });
    expect([ctlePeriod("2016-06-30"), ctlePeriod("2016-07-01")?.lastDay]).toEqual([undefined, "2021-06-30"]);
    expect(faultsIn(ctleRequirements)).toEqual([]);
  });

  it.each([
    [99, 0, "unmet"],
    [100, 0, "met"],
    [120, 20, "met"],
    [120, 21, "unmet"],
    [128.2, 28.2, "met"],
    [128.2, 28.21, "unmet"],
    [100, undefined, "unknown"],
    [undefined, 0, "unknown"],
  ])("%s hours, %s of them carried over: %s", (hours, carriedOverHours, expected) => {
    expect(verdict("hours", { hours, carriedOverHours })).toBe(expected);
  });

  it.each([
    ["other", 14, "unmet"],
    ["other", 15, "met"],
    ["esol_or_bilingual", 49, "unmet"],
    ["esol_or_bilingual", 50, "met"],
    ["other", undefined, "unknown"],
    [undefined, 50, "unknown"],
  ] as const)("%s with %s hours in language acquisition: %s", (holds, languageAcquisitionHours, expected) => {
    expect(verdict("language-acquisition", { holds, languageAcquisitionHours })).toBe(expected);
  });

  it.each([
    ["2021-09-01", "2026-08-31", "met"],
    ["2021-09-01", "2026-09-01", "unmet"],
    ["2021-09-01", "2021-09-01", "met"],
    ["2021-09-01", "2021-08-31", "unmet"],
    ["2016-06-30", "2021-01-01", "unknown"],
    [undefined, "2026-08-31", "unknown"],
    ["2021-09-01", undefined, "unknown"],
  ] as const)("from %s, the last hour on %s: %s", (periodFrom, lastHourOn, expected) => {
    expect(verdict("period", { periodFrom, lastHourOn })).toBe(expected);
  });

  it("counts hours of approved sponsors alone", () => {
    expect([true, false, undefined].map((allFromApprovedSponsors) => verdict("sponsors", { allFromApprovedSponsors }))).toEqual(["met", "unmet", "unknown"]);
  });

  it("goes by another state's figures where those are given", () => {
    const [own] = ctleRequirements.on(today);
    if (!own) throw new Error("no requirement");
    const fewer = ctleRegistration({ requirements: datedTable([{ ...own, hours: 30 }]) });
    expect(fewer.rules.find("ctle-registration.hours", today)?.check({ hours: 30, carriedOverHours: 0 }, today).verdict).toBe("met");
  });

  it("has rules from the day that it began", () => {
    expect(days.map((day) => subject.rules.on(day).length)).toEqual([0, 4, 4]);
  });

  it.each(days)("on %s: whatever fact is left out, no verdict turns to met", (on) => {
    expectForgettingIsHonest(subject.rules.on(on), facts, on);
  });

  it("says each reason, fact and title in both languages", () => {
    expectAllIsSaid(subject, participationWords, facts, days);
  });
});
