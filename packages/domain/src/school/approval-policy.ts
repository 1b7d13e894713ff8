import { type PartnerTables, partnerTables } from "../partner/partner-present.ts";
import type { DatedTable } from "../reference/dated-table.ts";
import { type ApprovalDeadlineRow, approvalDeadlines } from "./approval-deadline.ts";
import { approvalEvidence, type EvidenceItem } from "./approval-evidence.ts";
import { type ApprovalStage, approvalStages } from "./approval-stage.ts";
import { type QualityArea, qualityAreas } from "./quality-area.ts";

/** What an agency's program approval goes by. */
export interface ApprovalPolicy {
  stages: DatedTable<ApprovalStage>;
  qualityAreas: DatedTable<QualityArea>;
  evidence: DatedTable<EvidenceItem>;
  deadlines: DatedTable<ApprovalDeadlineRow>;
  partners: PartnerTables;
  /** How many days before the application is due each stage should be done: the office's own plan. A stage that is not in it has no date. */
  stageDaysBefore: Readonly<Record<string, number>>;
}

/**
 * New York's tables, and a plan of our own that spreads the work over the 6 to 12 months that an approval typically takes. No source
 * gives the days of the plan: an office changes them as it likes.
 */
export const defaultApprovalPolicy: ApprovalPolicy = {
  stages: approvalStages,
  qualityAreas,
  evidence: approvalEvidence,
  deadlines: approvalDeadlines,
  partners: partnerTables,
  stageDaysBefore: { proposal: 270, self_evaluation: 120, external_review: 45, state_consideration: 0 },
};
