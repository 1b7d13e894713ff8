import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { PartnerKind } from "../partner/partner-kind.ts";
import { partnerWords } from "../partner/words.ts";
import { evaluate } from "../rule/evaluate.ts";
import type { Verdict } from "../rule/finding.ts";
import { rulesOn } from "../rule/rule.ts";
import { addDays } from "../shared/date.ts";
import { AdvisoryBoardFacts, advisoryBoard } from "./advisory-board.ts";
import { schoolWords } from "./words.ts";

const on = "2027-03-01";
const board = advisoryBoard();
const whole: AdvisoryBoardFacts = {
  hasOwnBoard: true,
  partners: [
    { name: "Harbor Ferry", kind: "industry" },
    { name: "Hill Tools", kind: "industry" },
    { name: "Harbor College", kind: "postsecondary" },
  ],
  meetingsInYear: 2,
  selfStudy: { hasIndustry: true, hasPostsecondary: true },
  hasReviewedCurriculum: true,
  hasReviewedAssessment: true,
  hasValidatedEmployability: true,
  workBasedLearningActivities: 1,
  hasSupportedTraining: true,
};
const verdictOf = (rule: string, facts: AdvisoryBoardFacts): Verdict | undefined => board.rules.find(`advisory-board.${rule}`, on)?.check(facts, on).verdict;

describe("a school's advisory board", () => {
  it("is as it should be where everything holds, and not known while nothing is known", () => {
    expect(evaluate(rulesOn(board, on), whole)).toMatchObject({ verdict: "met", missing: [] });
    const { findings } = evaluate(rulesOn(board, on), {});
    expect(new Set(findings.map(({ finding }) => finding.verdict))).toEqual(new Set(["unknown"]));
  });

  it.each<[string, Partial<AdvisoryBoardFacts>]>([
    ["own-board", { hasOwnBoard: false }],
    ["two-industry-partners", { partners: [{ name: "Harbor Ferry", kind: "industry" }, { name: "PLTW" }, { name: "Harbor College", kind: "postsecondary" }] }],
    ["postsecondary-partner", { partners: whole.partners?.slice(0, 2) }],
    ["meets-twice", { meetingsInYear: 1 }],
    ["self-study", { selfStudy: { hasIndustry: false, hasPostsecondary: true } }],
    ["self-study", { selfStudy: { hasIndustry: true, hasPostsecondary: false } }],
    ["curriculum-review", { hasReviewedCurriculum: false }],
    ["assessment-review", { hasReviewedAssessment: false }],
    ["employability-validation", { hasValidatedEmployability: false }],
    ["work-based-learning", { workBasedLearningActivities: 0 }],
    ["training", { hasSupportedTraining: false }],
  ])("%s: met, unmet where a fact does not fit, and that alone", (rule, change) => {
    expect(verdictOf(rule, whole)).toBe("met");
    const unmet = board.rules.on(on).filter((one) => one.check({ ...whole, ...change }, on).verdict === "unmet");
    expect(unmet.map(({ id }) => id)).toEqual([`advisory-board.${rule}`]);
  });

  it("needs both in the self-study: one that is missing is asked for, one that was not there settles it", () => {
    expect(board.rules.find("advisory-board.self-study", on)?.check({ selfStudy: { hasIndustry: true } }, on)).toMatchObject({
      verdict: "unknown",
      missing: ["selfStudy.hasPostsecondary"],
    });
    expect(verdictOf("self-study", { selfStudy: { hasIndustry: false } })).toBe("unmet");
  });

  it("is barred by what it does and by who is on it, and not by what guidance only recommends", () => {
    const advice = board.rules.on(on).filter(({ force }) => force === "advised");
    expect(advice.map(({ id }) => id)).toEqual(["advisory-board.own-board", "advisory-board.meets-twice", "advisory-board.training"]);
    expect(evaluate(rulesOn(board, on), { ...whole, hasOwnBoard: false, meetingsInYear: 0, hasSupportedTraining: false }).verdict).toBe("met");
  });

  it("has as many partners as the review asks for by the office's policy: the guide counts who is at the review", () => {
    const counted = board.rules.on(on).filter(({ authority }) => authority === "office_policy");
    expect(counted.map(({ id }) => id)).toEqual(["advisory-board.two-industry-partners", "advisory-board.postsecondary-partner"]);
    for (const { citation, url } of counted) {
      expect(citation).toContain("for the board no source gives a number");
      expect(url).toMatch(/^https:\/\/resources\.cte\.nyc\//);
    }
  });

  it.each(board.rules.ids())("%s is in force from its first day, and not the day before", (id) => {
    const first = board.rules.history(id)[0]?.from ?? on;
    expect([board.rules.find(id, addDays(first, -1)), board.rules.find(id, first)?.id]).toEqual([undefined, id]);
  });

  it("never says more because something is forgotten", () => {
    expectForgettingIsHonest(board.rules.on(on), anyFacts, on);
  });

  it("says everything in English and in Spanish", () => {
    expectAllIsSaid(board, { ...partnerWords, ...schoolWords }, anyFacts, [on]);
  });

  it("takes nothing that it does not know", () => {
    expect(AdvisoryBoardFacts.safeParse({ ...whole, studentName: "x" }).success).toBe(false);
    expect(AdvisoryBoardFacts.parse(whole)).toEqual(whole);
  });
});

const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: undefined, freq: 6 });
const yesNo = maybe(fc.boolean());
const anyFacts = fc.record({
  hasOwnBoard: yesNo,
  partners: maybe(
    fc.array(fc.record({ name: fc.constantFrom("PLTW", "Harbor Ferry"), kind: fc.constantFrom(...PartnerKind.options) }, { requiredKeys: [] }), {
      maxLength: 4,
    }),
  ),
  meetingsInYear: maybe(fc.nat(3)),
  selfStudy: maybe(fc.record({ hasIndustry: fc.boolean(), hasPostsecondary: fc.boolean() }, { requiredKeys: [] })),
  hasReviewedCurriculum: yesNo,
  hasReviewedAssessment: yesNo,
  hasValidatedEmployability: yesNo,
  workBasedLearningActivities: maybe(fc.nat(2)),
  hasSupportedTraining: yesNo,
}) as fc.Arbitrary<AdvisoryBoardFacts>;
