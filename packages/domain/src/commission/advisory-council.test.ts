import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { faultsIn } from "../reference/dated-table.ts";
import { evaluate } from "../rule/evaluate.ts";
import { explain } from "../rule/explain.ts";
import type { Verdict } from "../rule/finding.ts";
import { rulesOn } from "../rule/rule.ts";
import { addDays, type IsoDate } from "../shared/date.ts";
import { AdvisoryCouncilFacts, advisoryCouncil } from "./advisory-council.ts";
import { Council, councilFactsOf } from "./council.ts";
import { councilPerspectives } from "./council-perspective.ts";
import { commissionWords } from "./words.ts";

const on = "2027-03-01";
const council = advisoryCouncil();
const perspectives = { management: true, labor: true, postsecondaryAndAdult: true, manpower: true, disabilities: true, community: true, student: true };
const whole: AdvisoryCouncilFacts = {
  memberCount: 10,
  perspectives,
  advises: { onPolicy: true, onLongRangePlan: true, onAnnualPlan: true },
  evaluationsAssisted: ["2026-06-15"],
  consultantCommittees: [{ isOfOneField: true }],
  subcommittees: { hasStudentsWithDisabilities: true, hasGenderEquity: true },
};
const verdictOf = (rule: string, facts: AdvisoryCouncilFacts): Verdict | undefined =>
  council.rules.find(`advisory-council.${rule}`, on)?.check(facts, on).verdict;

describe("the advisory council", () => {
  it("is as the law wants it where everything holds", () => {
    expect(evaluate(rulesOn(council, on), whole)).toMatchObject({ verdict: "met", missing: [] });
  });

  it("is not known while nothing is known of it", () => {
    const { findings } = evaluate(rulesOn(council, on), {});
    expect(new Set(findings.map(({ finding }) => finding.verdict))).toEqual(new Set(["unknown"]));
  });

  it.each<[string, AdvisoryCouncilFacts]>([
    ["ten-members", { ...whole, memberCount: 9 }],
    ["perspective-a", { ...whole, perspectives: { ...perspectives, management: false } }],
    ["perspective-a", { ...whole, perspectives: { ...perspectives, labor: false } }],
    ["perspective-b", { ...whole, perspectives: { ...perspectives, postsecondaryAndAdult: false } }],
    ["perspective-c", { ...whole, perspectives: { ...perspectives, manpower: false } }],
    ["perspective-d", { ...whole, perspectives: { ...perspectives, disabilities: false } }],
    ["perspective-e", { ...whole, perspectives: { ...perspectives, community: false } }],
    ["perspective-f", { ...whole, perspectives: { ...perspectives, student: false } }],
    ["advises", { ...whole, advises: { ...whole.advises, onPolicy: false } }],
    ["advises", { ...whole, advises: { ...whole.advises, onLongRangePlan: false } }],
    ["advises", { ...whole, advises: { ...whole.advises, onAnnualPlan: false } }],
    ["annual-evaluation", { ...whole, evaluationsAssisted: [] }],
    ["consultant-committees", { ...whole, consultantCommittees: [{ isOfOneField: false }] }],
    ["subcommittees", { ...whole, subcommittees: { hasStudentsWithDisabilities: true, hasGenderEquity: false } }],
    ["subcommittees", { ...whole, subcommittees: { hasStudentsWithDisabilities: false, hasGenderEquity: true } }],
  ])("%s: met, and unmet where a fact does not fit, and that alone", (rule, facts) => {
    expect(verdictOf(rule, whole)).toBe("met");
    const unmet = council.rules.on(on).filter((one) => one.check(facts, on).verdict === "unmet");
    expect(unmet.map(({ id }) => id)).toEqual([`advisory-council.${rule}`]);
  });

  it("needs both management and labor for (a), and says which of them it lacks", () => {
    const facts = { perspectives: { management: true, labor: false } };
    expect(council.rules.find("advisory-council.perspective-a", on)?.check(facts, on).because).toEqual([
      { code: "council_perspective", verdict: "unmet", facts: { about: ["perspectives.labor"] } },
    ]);
    expect(verdictOf("perspective-a", { perspectives: { management: true } })).toBe("unknown");
    expect(explain(evaluate(rulesOn(council, on), facts), { words: commissionWords, language: "es" })).toContain(
      "Falta en el consejo: alguien que conoce las necesidades de los trabajadores.",
    );
  });

  it("assists in an evaluation every year: today a year ago is too long ago, the day after is not", () => {
    const assisted = (...days: IsoDate[]) => verdictOf("annual-evaluation", { evaluationsAssisted: days });
    expect([assisted("2026-03-01"), assisted("2026-03-02"), assisted("2027-03-01"), assisted("2027-03-02")]).toEqual(["unmet", "met", "met", "unmet"]);
    expect(assisted("2020-01-01", "2026-06-15")).toBe("met");
  });

  it("is barred by the law alone: committees and subcommittees are advice", () => {
    const facts = { ...whole, consultantCommittees: [], subcommittees: { hasStudentsWithDisabilities: false, hasGenderEquity: false } };
    expect(evaluate(rulesOn(council, on), facts).verdict).toBe("met");
    const advice = council.rules.on(on).filter(({ force }) => force === "advised");
    expect(advice.map(({ id }) => id)).toEqual(["advisory-council.consultant-committees", "advisory-council.subcommittees"]);
  });

  it("cites Education Law 4601, and for each perspective its letter", () => {
    expect(council.rules.find("advisory-council.perspective-f", on)).toMatchObject({
      authority: "state_law",
      citation: "N.Y. Education Law § 4601, perspective (f)",
      confidence: "verified",
    });
    expect(faultsIn(councilPerspectives)).toEqual([]);
  });

  it.each(council.rules.ids())("%s is in force from its first day, and not the day before", (id) => {
    const first = council.rules.history(id)[0]?.from ?? on;
    expect([council.rules.find(id, addDays(first, -1)), council.rules.find(id, first)?.id]).toEqual([undefined, id]);
  });

  it("never says more because something is forgotten", () => {
    expectForgettingIsHonest(council.rules.on(on), anyFacts, on);
  });

  it("says everything in English and in Spanish", () => {
    expectAllIsSaid(council, commissionWords, anyFacts, [on]);
  });
});

describe("the council's record", () => {
  const record: Council = Council.parse({
    members: [
      { views: ["management", "manpower"] },
      { views: ["labor"], organization: "A union" },
      { views: ["postsecondaryAndAdult", "disabilities"] },
      { views: ["community"] },
      ...Array.from({ length: 5 }, () => ({ views: [] })),
    ],
    hasStudentMember: true,
    advisesOn: ["policy", "long_range_plan", "annual_plan"],
    evaluationsAssisted: ["2026-06-15"],
    consultantCommissionIds: ["cms_construction-and-sustainability"],
    subcommittees: ["students_with_disabilities", "gender_equity"],
    version: 1,
    createdAt: "2026-09-01T14:00:00.000Z",
  });

  it("makes the facts, the student counted and not named", () => {
    expect(councilFactsOf(record)).toEqual(whole);
  });

  it("is complete: what is not in it is not so", () => {
    const empty = { ...record, members: [], hasStudentMember: false, advisesOn: [], evaluationsAssisted: [], consultantCommissionIds: [], subcommittees: [] };
    const { findings } = evaluate(rulesOn(council, on), councilFactsOf(empty));
    expect(new Set(findings.map(({ finding }) => finding.verdict))).toEqual(new Set(["unmet"]));
  });

  it("has no place for a student's name", () => {
    expect(Council.safeParse({ ...record, studentName: "x" }).success).toBe(false);
    expect(Council.safeParse({ ...record, members: [{ views: ["student"] }] }).success).toBe(false);
  });
});

const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: undefined, freq: 6 });
const yesNo = fc.boolean();
const group = (...keys: string[]) => maybe(fc.record(Object.fromEntries(keys.map((key) => [key, yesNo])), { requiredKeys: [] }));
const anyFacts = fc.record({
  memberCount: maybe(fc.integer({ min: 8, max: 12 })),
  perspectives: group(...Object.keys(perspectives)),
  advises: group("onPolicy", "onLongRangePlan", "onAnnualPlan"),
  evaluationsAssisted: maybe(fc.subarray(["2026-03-01", "2026-03-02"])),
  consultantCommittees: maybe(fc.array(fc.record({ isOfOneField: yesNo }, { requiredKeys: [] }), { maxLength: 3 })),
  subcommittees: group("hasStudentsWithDisabilities", "hasGenderEquity"),
}) as fc.Arbitrary<AdvisoryCouncilFacts>;

it("takes nothing that it does not know", () => {
  expect(AdvisoryCouncilFacts.safeParse({ ...whole, studentName: "x" }).success).toBe(false);
});
