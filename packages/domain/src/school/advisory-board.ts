import * as z from "zod";
import * as approvalGuide from "../partner/approval-guide.ts";
import { atLeastIndustry, atLeastPostsecondary, PartnerFacts, type PartnerTables, partnerTables } from "../partner/partner-present.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Source } from "../reference/source.ts";
import { all, decide, given } from "../rule/judge.ts";
import { type RuleRow, rule, type Subject, subject } from "../rule/rule.ts";

const yesOrNo = (title: string) => z.boolean().optional().meta({ title });
const count = (title: string) => z.int().min(0).optional().meta({ title });

/** The facts that a school's advisory board is judged by. */
export const AdvisoryBoardFacts = z.strictObject({
  hasOwnBoard: yesOrNo("The school has an advisory board of its own"),
  partners: z.array(PartnerFacts).max(200).optional().meta({ title: "Partners on the board" }),
  meetingsInYear: count("Formal meetings in the last twelve months"),
  selfStudy: z
    .strictObject({
      hasIndustry: yesOrNo("Industry partners took part in the self-study"),
      hasPostsecondary: yesOrNo("Postsecondary partners took part in the self-study"),
    })
    .optional()
    .meta({ title: "Self-study" }),
  hasReviewedCurriculum: yesOrNo("Partners reviewed the curriculum"),
  hasReviewedAssessment: yesOrNo("Partners reviewed the technical assessment"),
  hasValidatedEmployability: yesOrNo("Partners validated employability skills"),
  workBasedLearningActivities: count("Career days, mock interviews and other work-based learning with partners in the last twelve months"),
  hasSupportedTraining: yesOrNo("Partners supported the teachers' training"),
});
export type AdvisoryBoardFacts = z.infer<typeof AdvisoryBoardFacts>;

/** The guide asks for these partners at the review. That the board has as many is the office's to ask: no source counts its members. */
const asAtReview = (source: Source): Source => ({
  ...source,
  authority: "office_policy",
  citation: `${source.citation}: as many as at the review; for the board no source gives a number`,
});

/** A rule on one yes or no. */
const said = <Key extends keyof AdvisoryBoardFacts & string>(key: Key, code: string): RuleRow<AdvisoryBoardFacts>["judge"] => {
  return (facts) => given(facts, [key], (known) => decide(known[key] === true, code));
};

/**
 * A school's advisory board: who is on it, and whether it does what it is for: self-study, curriculum, work-based learning. A school is
 * encouraged to have one of its own, also where a commission may stand in for it.
 *
 * @example
 * evaluate(rulesOn(advisoryBoard(), "2026-11-24"), { partners: [{ name: "PLTW" }] }).verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function advisoryBoard(tables: PartnerTables = partnerTables): Subject<AdvisoryBoardFacts> {
  const rows: readonly RuleRow<AdvisoryBoardFacts>[] = [
    {
      ...approvalGuide.officePage,
      id: "advisory-board.own-board",
      title: "The school has an advisory board of its own",
      // "Strongly encouraged", and recommended also where a commission stands in.
      force: "advised",
      from: longStanding,
      judge: said("hasOwnBoard", "board_is_own"),
    },
    {
      ...asAtReview(approvalGuide.partnerships),
      id: "advisory-board.two-industry-partners",
      title: "At least two industry partners are on the board",
      force: "required",
      from: longStanding,
      judge: ({ partners }, on) => atLeastIndustry(2, { partners, path: "partners", on, tables }),
    },
    {
      ...asAtReview(approvalGuide.postsecondary),
      id: "advisory-board.postsecondary-partner",
      title: "At least one postsecondary partner is on the board",
      force: "required",
      from: longStanding,
      judge: ({ partners }, on) => atLeastPostsecondary(1, { partners, path: "partners", on, tables }),
    },
    {
      ...approvalGuide.partnerships,
      id: "advisory-board.meets-twice",
      title: "The board meets formally twice a year",
      // "May be sufficient": a finding and not a bar.
      force: "advised",
      from: longStanding,
      judge: (facts) => given(facts, ["meetingsInYear"], ({ meetingsInYear: have }) => decide(have >= 2, "board_meetings", { have, need: 2 })),
    },
    {
      ...approvalGuide.officePage,
      id: "advisory-board.self-study",
      title: "Industry and postsecondary partners take part in the program's self-study committee",
      force: "required",
      from: longStanding,
      judge: ({ selfStudy = {} }) =>
        all(
          given(selfStudy, ["hasIndustry"], ({ hasIndustry }) => decide(hasIndustry, "board_self_study_industry"), "selfStudy."),
          given(selfStudy, ["hasPostsecondary"], ({ hasPostsecondary }) => decide(hasPostsecondary, "board_self_study_postsecondary"), "selfStudy."),
        ),
    },
    {
      ...approvalGuide.officePage,
      id: "advisory-board.curriculum-review",
      title: "Partners review the curriculum",
      force: "required",
      from: longStanding,
      judge: said("hasReviewedCurriculum", "board_curriculum"),
    },
    {
      ...approvalGuide.partnerships,
      id: "advisory-board.assessment-review",
      title: "Partners review the technical assessment",
      force: "required",
      from: longStanding,
      judge: said("hasReviewedAssessment", "board_assessment"),
    },
    {
      ...approvalGuide.partnerships,
      id: "advisory-board.employability-validation",
      title: "Partners validate employability skills",
      force: "required",
      from: longStanding,
      judge: said("hasValidatedEmployability", "board_employability"),
    },
    {
      ...approvalGuide.officePage,
      id: "advisory-board.work-based-learning",
      title: "Partners take part in career days, mock interviews and other work-based learning",
      force: "required",
      from: longStanding,
      judge: (facts) =>
        given(facts, ["workBasedLearningActivities"], ({ workBasedLearningActivities: have }) =>
          decide(have >= 1, "board_work_based_learning", { have, need: 1 }),
        ),
    },
    {
      ...approvalGuide.partnerships,
      id: "advisory-board.training",
      title: "Partners support the teachers' training",
      force: "advised",
      from: longStanding,
      judge: said("hasSupportedTraining", "board_training"),
    },
  ];
  return subject({
    id: "advisory-board",
    title: "Is the school's advisory board made up and active as it should be?",
    facts: AdvisoryBoardFacts,
    rules: rows.map(rule),
  });
}
