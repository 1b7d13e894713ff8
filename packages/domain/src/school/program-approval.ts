import { type Subject, subject } from "../rule/rule.ts";
import { type ApprovalPolicy, defaultApprovalPolicy } from "./approval-policy.ts";
import { evidenceRules } from "./program-approval-evidence.ts";
import { type ProgramApprovalFacts, programApprovalFacts } from "./program-approval-facts.ts";
import { reviewRules } from "./program-approval-review.ts";
import { termRules } from "./program-approval-term.ts";

/**
 * Program approval: whether a program has, at its stage, what the city and the state ask for, and keeps their dates. By when what is
 * missing must be there is told by `evidenceMissing`, and what comes next by `approvalTimeline`.
 *
 * @example
 * evaluate(rulesOn(programApproval(), "2026-11-24"), { application: "new", stage: "proposal", evidence: { proposal_written: false } }).verdict // "unmet"
 */
// @__NO_SIDE_EFFECTS__
export function programApproval(policy: ApprovalPolicy = defaultApprovalPolicy): Subject<ProgramApprovalFacts> {
  return subject({
    id: "program-approval",
    title: "Is the program ready for approval at its stage?",
    facts: programApprovalFacts(policy),
    rules: [...evidenceRules(policy), ...reviewRules(policy), ...termRules(policy)],
  });
}
