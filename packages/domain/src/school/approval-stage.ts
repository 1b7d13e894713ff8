import * as approvalGuide from "../partner/approval-guide.ts";
import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import { sourcedTable } from "../reference/sourced.ts";

/** A stage of a program's approval. */
export interface ApprovalStage extends ReferenceRow {
  /** 1 for the first. */
  order: number;
  /** Whether people from outside review the program at this stage: from then on the committee is asked for. */
  hasReview?: boolean;
}

/** The four stages of the city's program approval. From start to end it typically takes 6 to 12 months, and up to 2 years. */
export const approvalStages: DatedTable<ApprovalStage> = sourcedTable<ApprovalStage>({ ...approvalGuide.overview, aliases: [], from: longStanding }, [
  { id: "proposal", order: 1, label: "Proposal and development", aliases: ["proposal", "development"] },
  { id: "self_evaluation", order: 2, label: "Self-evaluation", aliases: ["self-study", "SEF"] },
  { id: "external_review", order: 3, hasReview: true, label: "External review and validation", aliases: ["external review"] },
  { id: "state_consideration", order: 4, label: "Consideration by the state", aliases: ["NYSED consideration"] },
]);
