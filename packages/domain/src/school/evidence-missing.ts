import type { IsoDate } from "../shared/date.ts";
import { dueDate } from "./approval-deadline.ts";
import type { EvidenceItem } from "./approval-evidence.ts";
import { type ApprovalPolicy, defaultApprovalPolicy } from "./approval-policy.ts";
import { stageDueDate } from "./approval-timeline.ts";
import type { ProgramApprovalFacts } from "./program-approval-facts.ts";

/** A piece of evidence that an application still needs. */
export interface MissingEvidence {
  item: EvidenceItem;
  /** `missing`: somebody said that it is not there. `not_known`: nobody said. */
  state: "missing" | "not_known";
  /** By the office's plan for the stage that it belongs to. Absent where the application's own deadline is not known. */
  dueBy?: IsoDate;
  /** The day by which the whole application is due. */
  applicationDueBy?: IsoDate;
}

/**
 * What an application still needs, and by when: every stage's, not only the present one's, in the order of the stages. Where it is not
 * known whether the program is new, only what every application needs is told.
 *
 * @example
 * evidenceMissing({ application: "reapproval", expiresOn: "2027-06-30", evidence: {} }, "2026-11-24").at(-1).dueBy // "2027-06-30"
 */
export function evidenceMissing(facts: ProgramApprovalFacts, on: IsoDate, policy: ApprovalPolicy = defaultApprovalPolicy): readonly MissingEvidence[] {
  const { application, evidence } = facts;
  const due = application && dueDate(application === "new" ? "new_application" : "reapproval_application", facts, policy.deadlines, on);
  const order = ({ stageId }: EvidenceItem) => policy.stages.find(stageId, on)?.order ?? 0;
  const isNeeded = ({ applications }: EvidenceItem) => (application ? applications.includes(application) : applications.length > 1);
  return policy.evidence
    .on(on)
    .filter((item) => isNeeded(item) && evidence?.[item.id] !== true)
    .toSorted((a, b) => order(a) - order(b))
    .map((item) => {
      const dueBy = due && stageDueDate(item.stageId, due, policy);
      return {
        item,
        state: evidence?.[item.id] === false ? "missing" : "not_known",
        ...(dueBy && { dueBy }),
        ...(due && { applicationDueBy: due }),
      };
    });
}
