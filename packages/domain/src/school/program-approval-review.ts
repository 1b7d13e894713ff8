import * as approvalGuide from "../partner/approval-guide.ts";
import { atLeastIndustry, atLeastPostsecondary } from "../partner/partner-present.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Judgement } from "../rule/finding.ts";
import { decide, given, unknown } from "../rule/judge.ts";
import { type Rule, rule } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import type { ApprovalPolicy } from "./approval-policy.ts";
import type { ProgramApprovalFacts, ReviewPartnerFacts } from "./program-approval-facts.ts";

const inField = { key: "isInField", isSo: ({ isInField }: ReviewPartnerFacts) => isInField } as const;

/** The composition of the committee that reviews a program from outside. Before that stage there is nothing to ask. */
// @__NO_SIDE_EFFECTS__
export function reviewRules(policy: ApprovalPolicy): readonly Rule<ProgramApprovalFacts>[] {
  const atReview = (facts: ProgramApprovalFacts, on: IsoDate, judge: (review: NonNullable<ProgramApprovalFacts["review"]>) => Judgement): Judgement =>
    given(facts, ["stage"], ({ stage }) => {
      const reached = policy.stages.find(stage, on)?.order;
      if (reached === undefined) return unknown(["stage"]);
      if (!policy.stages.on(on).some(({ order, hasReview }) => hasReview && order <= reached)) return decide(true, "program_not_due");
      const { review: known = {} } = facts;
      return judge(known);
    });
  const committee = (facts: ProgramApprovalFacts["review"], on: IsoDate) =>
    ({ partners: facts?.partners, path: "review.partners", on, tables: policy.partners, besides: inField, counted: "people" }) as const;
  const shared = { force: "required", from: longStanding } as const;
  return [
    rule({
      ...shared,
      ...approvalGuide.externalReview,
      id: "program-approval.review-industry",
      title: "The review committee has at least two people from business or industry in the program's field",
      judge: (facts, on) => atReview(facts, on, (review) => atLeastIndustry(2, committee(review, on))),
    }),
    rule({
      ...shared,
      ...approvalGuide.externalReview,
      id: "program-approval.review-postsecondary",
      title: "The review committee has at least one postsecondary partner in the program's field",
      judge: (facts, on) => atReview(facts, on, (review) => atLeastPostsecondary(1, committee(review, on))),
    }),
    rule({
      ...shared,
      ...approvalGuide.externalReview,
      id: "program-approval.review-teachers",
      // The source says teachers and gives no number: one is the least that it can mean.
      title: "The review committee has secondary CTE teachers",
      judge: (facts, on) =>
        atReview(facts, on, (review) =>
          given(review, ["cteTeachers"], ({ cteTeachers }) => decide(cteTeachers >= 1, "program_review_teachers", { have: cteTeachers, need: 1 }), "review."),
        ),
    }),
    rule({
      ...shared,
      ...approvalGuide.organizingReview,
      id: "program-approval.reviewers-apart",
      title: "No reviewer was on the self-study team",
      judge: (facts, on) =>
        atReview(facts, on, (review) =>
          given(
            review,
            ["reviewersOnSelfStudyTeam"],
            ({ reviewersOnSelfStudyTeam: have }) => decide(have === 0, "program_reviewers_on_self_study_team", { have }),
            "review.",
          ),
        ),
    }),
  ];
}
