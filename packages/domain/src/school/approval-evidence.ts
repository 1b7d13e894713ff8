import * as approvalGuide from "../partner/approval-guide.ts";
import { type DatedTable, datedTable, type ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Source } from "../reference/source.ts";

/** Whether a program is approved for the first time, or again. */
export type ApplicationKind = "new" | "reapproval";

/** A piece of evidence that an application needs: in which quality area, from which stage on, and for which applications. */
export interface EvidenceItem extends ReferenceRow {
  qualityAreaId: string;
  /** The stage at which it must be there. */
  stageId: string;
  applications: readonly ApplicationKind[];
}

const both = ["new", "reapproval"] as const;
// @__NO_SIDE_EFFECTS__
const item = (
  id: string,
  label: string,
  qualityAreaId: string,
  stageId: string,
  source: Source,
  applications: readonly ApplicationKind[] = both,
): EvidenceItem => ({ id, label, aliases: [], from: longStanding, qualityAreaId, stageId, applications, ...source });

/**
 * The evidence that the state's and the city's guidance ask for. Which stage a piece belongs to is our reading of the order in which
 * they tell it; each row cites where the piece itself is asked for.
 */
export const approvalEvidence: DatedTable<EvidenceItem> = datedTable<EvidenceItem>([
  item("proposal_written", "Proposal for the program", "program_and_school_capacity", "proposal", approvalGuide.overview, ["new"]),
  item("curriculum_described", "Curriculum described", "curriculum_and_instruction", "self_evaluation", approvalGuide.implementation),
  item("curriculum_reviewed", "Curriculum reviewed by partners", "curriculum_and_instruction", "self_evaluation", approvalGuide.partnerships),
  item("teachers_certified", "Teachers certified in the field", "program_and_school_capacity", "self_evaluation", approvalGuide.implementation),
  item("work_based_learning_identified", "Work-based learning for students identified", "work_based_learning", "self_evaluation", approvalGuide.regulation),
  item("work_based_learning_supported", "Work-based learning supported by partners", "work_based_learning", "self_evaluation", approvalGuide.partnerships),
  item(
    "technical_assessment_chosen",
    "Technical assessment of the industry chosen",
    "assessment_and_accountability",
    "self_evaluation",
    approvalGuide.implementation,
  ),
  item(
    "technical_assessment_reviewed",
    "Technical assessment reviewed by partners",
    "assessment_and_accountability",
    "self_evaluation",
    approvalGuide.partnerships,
  ),
  item("employability_profile_made", "Employability profile made", "assessment_and_accountability", "self_evaluation", approvalGuide.employabilityProfile),
  item("employability_skills_validated", "Employability skills validated by partners", "partnerships", "self_evaluation", approvalGuide.partnerships),
  item("articulation_agreed", "Articulation agreed with a college", "partnerships", "self_evaluation", approvalGuide.implementation),
  item("advisory_body_in_place", "Advisory board, or a commission in its place", "partnerships", "self_evaluation", approvalGuide.partnerships),
  item("self_evaluation_form_complete", "Self-evaluation form complete", "program_and_school_capacity", "self_evaluation", approvalGuide.selfEvaluationForm),
  item("required_documents_attached", "Required documents attached", "program_and_school_capacity", "self_evaluation", approvalGuide.selfEvaluationForm),
  item("external_review_held", "External review held", "partnerships", "external_review", approvalGuide.externalReview),
  item("application_filled_in", "Application filled in", "program_and_school_capacity", "state_consideration", approvalGuide.application),
  item("performance_data_total", "Performance data of all students", "assessment_and_accountability", "state_consideration", approvalGuide.data, [
    "reapproval",
  ]),
  item("performance_data_iep", "Performance data of students with an IEP", "assessment_and_accountability", "state_consideration", approvalGuide.data, [
    "reapproval",
  ]),
  item("performance_data_504", "Performance data of students with a 504 plan", "assessment_and_accountability", "state_consideration", approvalGuide.data, [
    "reapproval",
  ]),
  item("work_based_learning_counted", "Number of students in work-based learning", "work_based_learning", "state_consideration", approvalGuide.data, [
    "reapproval",
  ]),
]);
