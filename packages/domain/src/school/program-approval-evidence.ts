import * as approvalGuide from "../partner/approval-guide.ts";
import { citationOf } from "../reference/citation-of.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Judgement } from "../rule/finding.ts";
import { all, decide, given, unknown } from "../rule/judge.ts";
import { type Rule, rule } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import type { EvidenceItem } from "./approval-evidence.ts";
import type { ApprovalPolicy } from "./approval-policy.ts";
import type { ProgramApprovalFacts } from "./program-approval-facts.ts";

/** Asked only when a program is approved again: the state's data, which have a rule of their own. */
const isReapprovalData = ({ applications }: EvidenceItem) => !applications.includes("new");

/**
 * Whether the evidence that is due by now is there: each piece that this application needs at the program's stage or before.
 * What comes later is not asked yet.
 */
function judgeEvidence(facts: ProgramApprovalFacts, on: IsoDate, policy: ApprovalPolicy, isAsked: (item: EvidenceItem) => boolean): Judgement {
  return given(facts, ["application", "stage"], ({ application, stage }) => {
    const reached = policy.stages.find(stage, on)?.order;
    if (reached === undefined) return unknown(["stage"]);
    const due = policy.evidence.on(on).filter((item) => {
      const needed = policy.stages.find(item.stageId, on)?.order;
      return isAsked(item) && item.applications.includes(application) && needed !== undefined && needed <= reached;
    });
    if (due.length === 0) return decide(true, "program_nothing_due");
    // A group of facts that is not there is as good as an empty one: each piece in it is asked for by name.
    const { evidence = {} } = facts;
    return all(
      ...due.map(({ id }) => given(evidence, [id], (known) => decide(known[id] === true, "program_evidence", { about: [`evidence.${id}`] }), "evidence.")),
    );
  });
}

/** A rule for each quality area, and one for the data that a re-approval needs. */
// @__NO_SIDE_EFFECTS__
export function evidenceRules(policy: ApprovalPolicy): readonly Rule<ProgramApprovalFacts>[] {
  const areas = policy.qualityAreas.ids().flatMap((id) =>
    policy.qualityAreas.history(id).map((area) =>
      rule<ProgramApprovalFacts>({
        ...citationOf(area),
        id: `program-approval.${id.replaceAll("_", "-")}`,
        title: `${area.label}: the evidence that is due is there`,
        force: "required",
        judge: (facts, on) => judgeEvidence(facts, on, policy, (item) => item.qualityAreaId === id && !isReapprovalData(item)),
      }),
    ),
  );
  const data = rule<ProgramApprovalFacts>({
    ...approvalGuide.data,
    id: "program-approval.reapproval-data",
    title: "Re-approval: performance data in total, for students with an IEP or a 504 plan, and the number in work-based learning",
    force: "required",
    from: longStanding,
    judge: (facts, on) => judgeEvidence(facts, on, policy, isReapprovalData),
  });
  return [...areas, data];
}
