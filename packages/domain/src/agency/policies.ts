import type { HoursSources } from "../activity/activity-hours.ts";
import type { WorkBasedLearningHoursPolicy } from "../activity/work-based-learning-hours.ts";
import type { WorkBasedLearningPolicy } from "../activity/work-based-learning-policy.ts";
import type { ProxyPolicy } from "../commission/commission-proxy.ts";
import type { CouncilPerspective } from "../commission/council-perspective.ts";
import type { ClearancePolicy } from "../opportunity/clearance.ts";
import type { MatchingPolicy } from "../opportunity/matching-policy.ts";
import type { MinorsPlacementPolicy } from "../opportunity/minors-placement.ts";
import type { CtleRegistrationPolicy } from "../participation/ctle-registration.ts";
import type { TeacherTrainingPolicy } from "../participation/teacher-training.ts";
import type { PartnerTables } from "../partner/partner-present.ts";
import type { DatedTable } from "../reference/dated-table.ts";
import type { ApprovalPolicy } from "../school/approval-policy.ts";
import type { AttentionPolicy } from "../sign-up/attention.ts";
import type { WritingPolicy } from "../sign-up/writing-policy.ts";

/**
 * What an agency settles itself, where law and guidance leave it open, and the tables that its rules read. Each is of the subject
 * that asks for it, and has a default there: New York's, where it is not said to be anybody's.
 */
export interface Policies {
  readonly activityHours?: HoursSources;
  readonly advisoryBoard?: PartnerTables;
  readonly advisoryCouncil?: DatedTable<CouncilPerspective>;
  readonly attention?: AttentionPolicy;
  readonly clearance?: ClearancePolicy;
  readonly commissionProxy?: ProxyPolicy;
  readonly ctleRegistration?: CtleRegistrationPolicy;
  readonly matching?: MatchingPolicy;
  readonly minorsPlacement?: MinorsPlacementPolicy;
  readonly programApproval?: ApprovalPolicy;
  readonly teacherTraining?: TeacherTrainingPolicy;
  readonly workBasedLearning?: WorkBasedLearningPolicy;
  readonly workBasedLearningHours?: WorkBasedLearningHoursPolicy;
  readonly writing?: WritingPolicy;
}
