import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectForgettingIsHonest } from "../../test/forgetting.ts";
import { expectAllIsSaid } from "../../test/unsaid.ts";
import { PartnerKind } from "../partner/partner-kind.ts";
import { partnerWords } from "../partner/words.ts";
import { datedTable, faultsIn } from "../reference/dated-table.ts";
import { evaluate } from "../rule/evaluate.ts";
import { explain, type Sentence } from "../rule/explain.ts";
import type { Verdict } from "../rule/finding.ts";
import { rulesOn } from "../rule/rule.ts";
import { addDays, type IsoDate } from "../shared/date.ts";
import { approvalDeadlines } from "./approval-deadline.ts";
import { approvalEvidence } from "./approval-evidence.ts";
import { defaultApprovalPolicy } from "./approval-policy.ts";
import { approvalStages } from "./approval-stage.ts";
import { programApproval } from "./program-approval.ts";
import { type ProgramApprovalFacts, programApprovalFacts } from "./program-approval-facts.ts";
import { qualityAreas, selfStudyParts } from "./quality-area.ts";
import { schoolWords } from "./words.ts";

const on = "2027-03-01";
const approval = programApproval();
const words = { ...partnerWords, ...schoolWords };
const evidence = Object.fromEntries(approvalEvidence.ids().map((id) => [id, true]));
const review = {
  partners: [
    { name: "Harbor Ferry", kind: "industry", isInField: true },
    { name: "Hill Tools", kind: "industry", isInField: true },
    { name: "Harbor College", kind: "postsecondary", isInField: true },
  ],
  cteTeachers: 1,
  reviewersOnSelfStudyTeam: 0,
} satisfies ProgramApprovalFacts["review"];
const again: ProgramApprovalFacts = {
  application: "reapproval",
  stage: "state_consideration",
  approvedOn: "2022-07-01",
  expiresOn: "2027-06-30",
  submission: { isSubmitted: true, on: "2027-02-01", isComplete: true },
  evidence,
  review,
};
const fresh: ProgramApprovalFacts = {
  application: "new",
  stage: "state_consideration",
  startsInYear: 2027,
  submission: { isSubmitted: true, on: "2026-10-01", isComplete: true },
  evidence,
  review,
};
const find = (rule: string, facts: ProgramApprovalFacts, day: IsoDate = on) => approval.rules.find(`program-approval.${rule}`, day)?.check(facts, day);
const verdictOf = (rule: string, facts: ProgramApprovalFacts, day: IsoDate = on): Verdict | undefined => find(rule, facts, day)?.verdict;
const lacking = (...ids: string[]) => ({ ...again, evidence: { ...evidence, ...Object.fromEntries(ids.map((id) => [id, false])) } });

describe("the tables of program approval", () => {
  it("hold together: no faults, and every id that a row names is there", () => {
    for (const table of [approvalStages, qualityAreas, selfStudyParts, approvalDeadlines, approvalEvidence]) {
      expect(faultsIn<{ id: string; from: IsoDate }>(table)).toEqual([]);
    }
    const [areas, stages] = [qualityAreas.ids(), approvalStages.ids()];
    for (const row of [...approvalEvidence.on(on), ...selfStudyParts.on(on)]) expect(areas).toContain(row.qualityAreaId);
    for (const row of approvalEvidence.on(on)) expect(stages).toContain(row.stageId);
    expect(Object.keys(defaultApprovalPolicy.stageDaysBefore)).toEqual(stages);
  });

  it("have five quality areas, four stages in order, six parts of the self-study, each area with evidence", () => {
    expect(qualityAreas.on(on)).toHaveLength(5);
    expect(approvalStages.on(on).map(({ order }) => order)).toEqual([1, 2, 3, 4]);
    expect(selfStudyParts.on(on).map(({ letter }) => letter)).toEqual(["A", "B", "C", "D", "E", "F"]);
    for (const id of qualityAreas.ids()) expect(approvalEvidence.on(on).some(({ qualityAreaId }) => qualityAreaId === id)).toBe(true);
  });

  it("ask for each piece at its stage and in its area", () => {
    const filed = (stageId: string) => approvalEvidence.on(on).flatMap((row) => (row.stageId === stageId ? [`${row.qualityAreaId}: ${row.id}`] : []));
    expect(Object.fromEntries(approvalStages.ids().map((id) => [id, filed(id)]))).toEqual({
      proposal: ["program_and_school_capacity: proposal_written"],
      self_evaluation: [
        "curriculum_and_instruction: curriculum_described",
        "curriculum_and_instruction: curriculum_reviewed",
        "program_and_school_capacity: teachers_certified",
        "work_based_learning: work_based_learning_identified",
        "work_based_learning: work_based_learning_supported",
        "assessment_and_accountability: technical_assessment_chosen",
        "assessment_and_accountability: technical_assessment_reviewed",
        "assessment_and_accountability: employability_profile_made",
        "partnerships: employability_skills_validated",
        "partnerships: articulation_agreed",
        "partnerships: advisory_body_in_place",
        "program_and_school_capacity: self_evaluation_form_complete",
        "program_and_school_capacity: required_documents_attached",
      ],
      external_review: ["partnerships: external_review_held"],
      state_consideration: [
        "program_and_school_capacity: application_filled_in",
        "assessment_and_accountability: performance_data_total",
        "assessment_and_accountability: performance_data_iep",
        "assessment_and_accountability: performance_data_504",
        "work_based_learning: work_based_learning_counted",
      ],
    });
    expect(selfStudyParts.on(on).map(({ letter, qualityAreaId }) => `${letter} ${qualityAreaId}`)).toEqual([
      "A curriculum_and_instruction",
      "B program_and_school_capacity",
      "C assessment_and_accountability",
      "D partnerships",
      "E work_based_learning",
      "F assessment_and_accountability",
    ]);
  });

  it("present nothing as law that was not read in its source", () => {
    const laws = approvalEvidence.on(on).filter(({ authority }) => authority === "state_regulation");
    expect(laws.map(({ id, confidence }) => [id, confidence])).toEqual([["work_based_learning_identified", "verified"]]);
  });
});

describe("program approval", () => {
  it("is met by a new program, and by one that is approved again, where everything is there", () => {
    for (const facts of [again, fresh]) expect(evaluate(rulesOn(approval, on), facts)).toMatchObject({ verdict: "met", missing: [] });
  });

  it("is not known while nothing is known", () => {
    const { findings, missing } = evaluate(rulesOn(approval, on), {});
    expect(new Set(findings.map(({ finding }) => finding.verdict))).toEqual(new Set(["unknown"]));
    expect(missing).toEqual(["application", "stage"]);
  });

  it.each<[string, ProgramApprovalFacts]>([
    ["curriculum-and-instruction", lacking("curriculum_described")],
    ["work-based-learning", lacking("work_based_learning_identified")],
    ["assessment-and-accountability", lacking("technical_assessment_chosen", "employability_profile_made")],
    ["partnerships", lacking("articulation_agreed")],
    ["program-and-school-capacity", lacking("teachers_certified")],
    ["reapproval-data", lacking("performance_data_504")],
    ["reapproval-data", lacking("work_based_learning_counted")],
    ["review-industry", { ...again, review: { ...review, partners: review.partners.slice(1) } }],
    ["review-postsecondary", { ...again, review: { ...review, partners: review.partners.slice(0, 2) } }],
    ["review-teachers", { ...again, review: { ...review, cteTeachers: 0 } }],
    ["reviewers-apart", { ...again, review: { ...review, reviewersOnSelfStudyTeam: 1 } }],
    ["five-year-term", { ...again, approvedOn: "2021-07-01" }],
    ["reapproval-in-time", { ...again, submission: { ...again.submission, on: "2027-07-01" } }],
    ["new-application-in-time", { ...fresh, submission: { ...fresh.submission, on: "2026-10-02" } }],
  ])("%s: met, and unmet where a fact does not fit, and that alone", (rule, facts) => {
    expect(verdictOf(rule, { ...again })).toBe("met");
    const unmet = approval.rules.on(on).filter((one) => one.check(facts, on).verdict === "unmet");
    expect(unmet.map(({ id }) => id)).toEqual([`program-approval.${rule}`]);
  });

  it.each<[string, ProgramApprovalFacts, string[]]>([
    ["curriculum-and-instruction", { ...again, evidence: undefined }, ["evidence.curriculum_described", "evidence.curriculum_reviewed"]],
    ["reapproval-data", { ...again, evidence: { ...evidence, performance_data_iep: undefined } }, ["evidence.performance_data_iep"]],
    ["review-industry", { ...again, review: undefined }, ["review.partners"]],
    [
      "review-industry",
      { ...again, review: { ...review, partners: [{ name: "Harbor Ferry", kind: "industry", isInField: true }, { kind: "industry" }] } },
      ["review.partners.1.name", "review.partners.1.isInField"],
    ],
    ["review-teachers", { ...again, review: {} }, ["review.cteTeachers"]],
    ["reviewers-apart", { ...again, review: {} }, ["review.reviewersOnSelfStudyTeam"]],
    ["five-year-term", { ...again, approvedOn: undefined }, ["approvedOn"]],
    ["reapproval-in-time", { ...again, submission: undefined }, ["submission.isSubmitted"]],
    ["reapproval-in-time", { ...again, submission: { isSubmitted: true } }, ["submission.on"]],
    ["reapproval-complete-in-time", { ...again, submission: {} }, ["submission.isComplete"]],
    ["reapproval-complete-in-time", { ...again, expiresOn: undefined }, ["expiresOn"]],
    ["new-application-in-time", { ...fresh, startsInYear: undefined }, ["startsInYear"]],
    ["partnerships", { ...again, stage: undefined }, ["stage"]],
    ["review-teachers", { ...again, stage: undefined }, ["stage"]],
  ])("%s is not known without what it asks for", (rule, facts, missing) => {
    expect(find(rule, facts)).toMatchObject({ verdict: "unknown", missing });
  });

  it.each(approval.rules.ids())("%s is in force from its first day, and not the day before", (id) => {
    const first = approval.rules.history(id)[0]?.from ?? on;
    expect([approval.rules.find(id, addDays(first, -1)), approval.rules.find(id, first)?.id]).toEqual([undefined, id]);
  });

  it("never says more because something is forgotten", () => {
    for (const day of ["2027-03-01", "2027-10-05", "2028-01-01"] as const) expectForgettingIsHonest(approval.rules.on(day), anyFacts, day);
  });

  it("says everything in English and in Spanish", () => {
    expectAllIsSaid(approval, words, anyFacts, ["2026-08-01", "2027-03-01", "2028-01-01"]);
  });

  it("tells the pieces that are there or missing by their labels", () => {
    const told = (language: "en" | "es") => explain(evaluate(rulesOn(approval, on), lacking("employability_profile_made")), { words, language });
    expect(told("en")).toContain("Missing: employability profile.");
    expect(told("es")).toContain("Falta: perfil de empleabilidad.");
  });

  it("takes nothing that it does not know", () => {
    const { facts } = approval;
    expect(facts.safeParse(again).success).toBe(true);
    for (const faulty of [{ ...again, studentName: "x" }, { evidence: { horoscope: true } }, { stage: "lunch" }, { application: "maybe" }])
      expect(facts.safeParse(faulty).success).toBe(false);
  });
});

describe("by stage", () => {
  it("only what is due by now is asked: a proposal needs no review, and the data of a re-approval come last", () => {
    const early = { ...fresh, stage: "proposal", evidence: { proposal_written: true }, review: undefined };
    expect(evaluate(rulesOn(approval, on), early).verdict).toBe("met");
    expect(find("partnerships", early)?.because).toEqual([{ code: "program_nothing_due", verdict: "met", facts: {} }]);
    expect(find("review-industry", early)?.because).toEqual([{ code: "program_not_due", verdict: "met", facts: {} }]);
    expect(verdictOf("reapproval-data", { ...again, stage: "external_review", evidence: {} })).toBe("met");
    expect(verdictOf("reapproval-data", { ...again, evidence: {} })).toBe("unknown");
  });

  it("the review committee is asked for from the external review on, and not at the self-evaluation", () => {
    const at = (stage: string) => verdictOf("review-teachers", { ...fresh, stage, review: { cteTeachers: 0 } });
    expect(["proposal", "self_evaluation", "external_review", "state_consideration"].map(at)).toEqual(["met", "met", "unmet", "unmet"]);
  });

  it("the stage of the review is the agency's, and one without such a stage has no committee", () => {
    const judged = (reviewAt?: string) => {
      const stages = datedTable(approvalStages.on(on).map(({ hasReview: _, ...row }) => ({ ...row, hasReview: row.id === reviewAt })));
      const own = programApproval({ ...defaultApprovalPolicy, stages });
      const find = (stage: string) =>
        own.rules.find("program-approval.review-teachers", on)?.check({ ...fresh, stage, review: { cteTeachers: 0 } }, on).verdict;
      return ["proposal", "self_evaluation", "state_consideration"].map(find);
    };
    expect(judged("self_evaluation")).toEqual(["met", "unmet", "unmet"]);
    expect(judged()).toEqual(["met", "met", "met"]);
  });

  it("a proposal is for a new program alone", () => {
    const unwritten = { evidence: { ...evidence, proposal_written: false } };
    expect(verdictOf("program-and-school-capacity", { ...fresh, ...unwritten })).toBe("unmet");
    expect(verdictOf("program-and-school-capacity", { ...again, ...unwritten })).toBe("met");
  });

  it("a stage that the tables of the day do not have leaves it open", () => {
    expect(find("partnerships", { ...again, stage: "lunch" })).toMatchObject({ verdict: "unknown", missing: ["stage"] });
    expect(find("review-teachers", { ...again, stage: "lunch" })).toMatchObject({ verdict: "unknown", missing: ["stage"] });
  });

  it("a partner who works in another field counts for no review", () => {
    const partners = review.partners.map((partner) => ({ ...partner, isInField: false }));
    expect(verdictOf("review-industry", { ...again, review: { ...review, partners } })).toBe("unmet");
    expect(verdictOf("review-postsecondary", { ...again, review: { ...review, partners } })).toBe("unmet");
  });
});

describe("the five-year term", () => {
  const term = (approvedOn: IsoDate, expiresOn: IsoDate) => verdictOf("five-year-term", { ...again, approvedOn, expiresOn });

  it("may run to the fifth return of the day, or to 30 June of that year where that is later, and no day longer", () => {
    expect([term("2022-07-01", "2027-07-01"), term("2022-07-01", "2027-07-02")]).toEqual(["met", "unmet"]);
    expect([term("2022-03-15", "2027-06-30"), term("2022-03-15", "2027-07-01")]).toEqual(["met", "unmet"]);
  });

  it("is not met by an approval that ends before it begins: both days are asked for again", () => {
    const ending = (expiresOn: IsoDate) => find("five-year-term", { ...again, approvedOn: "2027-06-30", expiresOn });
    expect(ending("2027-06-29")).toMatchObject({
      verdict: "unknown",
      missing: ["approvedOn", "expiresOn"],
      because: [{ code: "program_term_reversed", facts: { approvedOn: "2027-06-30", expiresOn: "2027-06-29" } }],
    });
    expect(ending("2027-06-30")?.verdict).toBe("met");
  });

  it("has titles without a day of its own: days are the deadlines' data", () => {
    for (const id of approval.rules.ids()) {
      const title = words[`rule:${id}` as keyof typeof words] as Sentence;
      for (const text of [id, approval.rules.find(id, on)?.title, title.en, title.es])
        expect(text).not.toMatch(/\d{1,2}[ -](october|june|december|de (octubre|junio|diciembre))/i);
    }
  });

  it("is no matter of a new application", () => {
    expect(find("five-year-term", { ...fresh, approvedOn: "2010-01-01", expiresOn: "2027-06-30" })?.because).toMatchObject([
      { code: "program_other_application" },
    ]);
  });
});

describe("the deadlines", () => {
  const notYet = { isSubmitted: false, isComplete: false };

  it("1 October: in time on the day, late the day after, and nothing is lost while the day has not passed", () => {
    const by = (submittedOn: IsoDate) => verdictOf("new-application-in-time", { ...fresh, submission: { isSubmitted: true, on: submittedOn } });
    expect([by("2026-10-01"), by("2026-10-02")]).toEqual(["met", "unmet"]);
    const unsent = (day: IsoDate) => verdictOf("new-application-in-time", { ...fresh, submission: notYet }, day);
    expect([unsent("2026-10-01"), unsent("2026-10-02")]).toEqual(["met", "unmet"]);
  });

  it("30 June of the year in which the approval ends, or the day it ends where that is earlier", () => {
    const by = (submittedOn: IsoDate, expiresOn: IsoDate) =>
      verdictOf("reapproval-in-time", { ...again, expiresOn, submission: { isSubmitted: true, on: submittedOn } });
    expect([by("2027-06-30", "2027-06-30"), by("2027-07-01", "2027-06-30")]).toEqual(["met", "unmet"]);
    expect([by("2027-03-31", "2027-03-31"), by("2027-04-01", "2027-03-31")]).toEqual(["met", "unmet"]);
    expect([by("2027-06-30", "2027-08-31"), by("2027-07-01", "2027-08-31")]).toEqual(["met", "unmet"]);
  });

  it("31 December: what is incomplete drops off the list the day after", () => {
    const incomplete = (day: IsoDate) => find("reapproval-complete-in-time", { ...again, submission: notYet }, day);
    expect([incomplete("2027-12-31")?.verdict, incomplete("2028-01-01")?.verdict]).toEqual(["met", "unmet"]);
    expect(incomplete("2028-01-01")?.because).toEqual([{ code: "program_incomplete_by", verdict: "unmet", facts: { drops: "2027-12-31" } }]);
    expect(find("reapproval-complete-in-time", again, "2028-01-01")?.because).toMatchObject([{ code: "program_complete", verdict: "met" }]);
  });

  it("are the agency's: where its table has none, nothing is judged by them", () => {
    const free = programApproval({ ...defaultApprovalPolicy, deadlines: datedTable<never>([]) });
    const judged = (rule: string, facts: ProgramApprovalFacts) => free.rules.find(`program-approval.${rule}`, on)?.check(facts, on);
    for (const finding of [judged("new-application-in-time", fresh), judged("reapproval-in-time", again), judged("reapproval-complete-in-time", again)])
      expect(finding).toMatchObject({ verdict: "unknown", because: [{ code: "program_no_such_deadline" }], missing: [] });
  });
});

const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: undefined, freq: 6 });
const yesNo = fc.boolean();
const partner = fc.record(
  { name: fc.constantFrom("PLTW", "Harbor Ferry", "Hill Tools"), kind: fc.constantFrom(...PartnerKind.options), isInField: yesNo },
  { requiredKeys: [] },
);
const anyFacts = fc.record({
  application: maybe(fc.constantFrom("new", "reapproval")),
  stage: maybe(fc.constantFrom(...approvalStages.ids())),
  startsInYear: maybe(fc.constantFrom(2027, 2028)),
  approvedOn: maybe(fc.constantFrom("2021-07-01", "2022-07-01")),
  expiresOn: maybe(fc.constantFrom("2027-03-31", "2027-06-30")),
  submission: maybe(
    fc.record({ isSubmitted: yesNo, on: fc.constantFrom("2026-10-01", "2026-10-02", "2027-06-30", "2027-07-01"), isComplete: yesNo }, { requiredKeys: [] }),
  ),
  evidence: maybe(fc.record(Object.fromEntries(approvalEvidence.ids().map((id) => [id, fc.boolean()])), { requiredKeys: [] })),
  review: maybe(
    fc.record({ partners: fc.array(partner, { maxLength: 4 }), cteTeachers: fc.nat(2), reviewersOnSelfStudyTeam: fc.nat(1) }, { requiredKeys: [] }),
  ),
}) as fc.Arbitrary<ProgramApprovalFacts>;

it("the facts' schema names each piece of evidence by the label of its row", () => {
  const { evidence: pieces } = programApprovalFacts(defaultApprovalPolicy).shape;
  expect(pieces.unwrap().shape.curriculum_described?.meta()?.title).toBe("Curriculum described");
});
