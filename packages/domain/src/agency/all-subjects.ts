import { activityHours } from "../activity/activity-hours.ts";
import { workBasedLearning } from "../activity/work-based-learning.ts";
import { workBasedLearningHours } from "../activity/work-based-learning-hours.ts";
import { advisoryCouncil } from "../commission/advisory-council.ts";
import { commissionProxy } from "../commission/commission-proxy.ts";
import { clearance } from "../opportunity/clearance.ts";
import { matching } from "../opportunity/matching-rules.ts";
import { minorsPlacement } from "../opportunity/minors-placement.ts";
import { ctleRegistration } from "../participation/ctle-registration.ts";
import { teacherTraining } from "../participation/teacher-training.ts";
import { localLaw114Compliance } from "../report/local-law-114.ts";
import { advisoryBoard } from "../school/advisory-board.ts";
import { programApproval } from "../school/program-approval.ts";
import type { Agency } from "./agency.ts";

/**
 * Every question that this package has rules for, by id, with an agency's policies in them. An agency of another state takes those
 * that are its own too, and leaves the others out.
 *
 * @example
 * Object.keys(allSubjects(agency)).includes("commission-proxy") // true
 */
// @__NO_SIDE_EFFECTS__
export function allSubjects({ activityTypes, policies }: Pick<Agency, "activityTypes" | "policies">) {
  return {
    "activity-hours": activityHours(activityTypes, policies.activityHours),
    "advisory-board": advisoryBoard(policies.advisoryBoard),
    "advisory-council": advisoryCouncil(policies.advisoryCouncil),
    clearance: clearance(policies.clearance),
    "commission-proxy": commissionProxy(policies.commissionProxy),
    "ctle-registration": ctleRegistration(policies.ctleRegistration),
    "local-law-114": localLaw114Compliance(),
    matching: matching(policies.matching),
    "minors-placement": minorsPlacement(policies.minorsPlacement),
    "program-approval": programApproval(policies.programApproval),
    "teacher-training": teacherTraining(policies.teacherTraining),
    "work-based-learning": workBasedLearning(policies.workBasedLearning),
    "work-based-learning-hours": workBasedLearningHours(policies.workBasedLearningHours),
  };
}
