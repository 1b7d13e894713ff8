import * as z from "zod";
import { PartnerFacts } from "../partner/partner-present.ts";
import { rowsIn } from "../reference/rows-in.ts";
import { IsoDate } from "../shared/date.ts";
import type { ApprovalPolicy } from "./approval-policy.ts";

const yesOrNo = (title: string) => z.boolean().optional().meta({ title });
const day = (title: string) => IsoDate.optional().meta({ title });
const count = (title: string) => z.int().min(0).optional().meta({ title });

/** A partner at the external review, as a fact. */
export const ReviewPartnerFacts = z.strictObject({ ...PartnerFacts.shape, isInField: yesOrNo("Works in the program's field") });
export type ReviewPartnerFacts = z.infer<typeof ReviewPartnerFacts>;

/**
 * The facts that program approval is judged by. Stages and pieces of evidence are those of the policy's tables; every one is
 * optional, and yes and no alone: no document and no student is named.
 *
 * @example
 * programApprovalFacts(defaultApprovalPolicy).safeParse({ stage: "self_evaluation", evidence: { curriculum_described: true } }).success // true
 * programApprovalFacts(defaultApprovalPolicy).safeParse({ evidence: { horoscope: true } }).success // false
 */
// @__NO_SIDE_EFFECTS__
export function programApprovalFacts({ stages, evidence }: Pick<ApprovalPolicy, "stages" | "evidence">) {
  const items = evidence.ids().map((id) => [id, yesOrNo(evidence.history(id).at(-1)?.label ?? id)] as const);
  return z.strictObject({
    application: z.enum(["new", "reapproval"]).optional().meta({ title: "New application or re-approval" }),
    stage: z
      .enum(stages.ids())
      .optional()
      .meta({ title: "Stage of the approval", ...rowsIn("approval_stages") }),
    startsInYear: z.int().min(1990).max(2200).optional().meta({ title: "Year in which the first school year begins" }),
    approvedOn: day("Approved on"),
    expiresOn: day("Approval ends on"),
    submission: z
      .strictObject({
        isSubmitted: yesOrNo("Application submitted"),
        on: day("Submitted on"),
        isComplete: yesOrNo("Application complete"),
      })
      .optional()
      .meta({ title: "Submission" }),
    evidence: z.strictObject(Object.fromEntries(items)).optional().meta({ title: "Evidence" }),
    review: z
      .strictObject({
        partners: z.array(ReviewPartnerFacts).max(200).optional().meta({ title: "Partners on the review committee" }),
        cteTeachers: count("Secondary CTE teachers on the review committee"),
        reviewersOnSelfStudyTeam: count("Reviewers who were on the self-study team"),
      })
      .optional()
      .meta({ title: "External review" }),
  });
}

/** The facts that program approval is judged by. */
export type ProgramApprovalFacts = z.infer<ReturnType<typeof programApprovalFacts>>;
