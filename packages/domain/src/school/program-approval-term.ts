import * as approvalGuide from "../partner/approval-guide.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Judgement } from "../rule/finding.ts";
import { decide, given, unknown } from "../rule/judge.ts";
import { type Rule, rule } from "../rule/rule.ts";
import { addYears, type IsoDate } from "../shared/date.ts";
import { type DeadlineBase, dueDate } from "./approval-deadline.ts";
import type { ApplicationKind } from "./approval-evidence.ts";
import type { ApprovalPolicy } from "./approval-policy.ts";
import type { ProgramApprovalFacts } from "./program-approval-facts.ts";

const termYears = 5;
/** Approvals end with a school year, so the last year of a term may run on to the 30 June of the year of its fifth return. */
const termEnds = (approvedOn: IsoDate): IsoDate => {
  const returns = addYears(approvedOn, termYears);
  const endOfYear: IsoDate = `${returns.slice(0, 4)}-06-30` as IsoDate;
  return returns > endOfYear ? returns : endOfYear;
};

/** Whether something was handed in by a day. What was not handed in is in time while the day has not passed. */
function handedInBy(due: IsoDate | undefined, { submission = {} }: ProgramApprovalFacts, on: IsoDate): Judgement {
  if (due === undefined) return unknown([], "program_no_such_deadline", {});
  return given(
    submission,
    ["isSubmitted"],
    ({ isSubmitted }) =>
      isSubmitted
        ? given(submission, ["on"], ({ on: submittedOn }) => decide(submittedOn <= due, "program_submitted_by", { submittedOn, due }), "submission.")
        : decide(on <= due, "program_not_submitted_by", { due }),
    "submission.",
  );
}

/** The term of an approval, and the days by which the state wants to hear. */
// @__NO_SIDE_EFFECTS__
export function termRules(policy: ApprovalPolicy): readonly Rule<ProgramApprovalFacts>[] {
  const shared = { force: "required", from: longStanding } as const;
  const only = (kind: ApplicationKind, facts: ProgramApprovalFacts, judge: () => Judgement): Judgement =>
    given(facts, ["application"], ({ application }) => (application === kind ? judge() : decide(true, "program_other_application")));
  const due = (id: string, base: DeadlineBase, on: IsoDate) => dueDate(id, base, policy.deadlines, on);
  return [
    rule({
      ...shared,
      ...approvalGuide.application,
      id: "program-approval.new-application-in-time",
      title: "A new program applies in time for the school year in which it begins",
      judge: (facts, on) =>
        only("new", facts, () => given(facts, ["startsInYear"], ({ startsInYear }) => handedInBy(due("new_application", { startsInYear }, on), facts, on))),
    }),
    rule({
      ...shared,
      ...approvalGuide.reapproval,
      id: "program-approval.five-year-term",
      title: "An approval runs for at most five years",
      judge: (facts) =>
        only("reapproval", facts, () =>
          given(facts, ["approvedOn", "expiresOn"], ({ approvedOn, expiresOn }) =>
            // What ends before it begins was written down wrongly: it is asked for again.
            expiresOn < approvedOn
              ? unknown(["approvedOn", "expiresOn"], "program_term_reversed", { approvedOn, expiresOn })
              : decide(expiresOn <= termEnds(approvedOn), "program_term", { expiresOn, latest: termEnds(approvedOn) }),
          ),
        ),
    }),
    rule({
      ...shared,
      ...approvalGuide.reapproval,
      id: "program-approval.reapproval-in-time",
      title: "Re-approval is applied for in time, in the year in which the approval ends",
      judge: (facts, on) =>
        only("reapproval", facts, () =>
          given(facts, ["expiresOn"], ({ expiresOn }) => handedInBy(due("reapproval_application", { expiresOn }, on), facts, on)),
        ),
    }),
    rule({
      ...shared,
      ...approvalGuide.reapproval,
      id: "program-approval.reapproval-complete-in-time",
      title: "An application for re-approval is complete before the program drops off the list",
      judge: (facts, on) =>
        only("reapproval", facts, () =>
          given(facts, ["expiresOn"], ({ expiresOn }) => {
            const drops = due("incomplete_dropped", { expiresOn }, on);
            if (drops === undefined) return unknown([], "program_no_such_deadline", {});
            const { submission = {} } = facts;
            return given(
              submission,
              ["isComplete"],
              ({ isComplete }) => (isComplete ? decide(true, "program_complete") : decide(on <= drops, "program_incomplete_by", { drops })),
              "submission.",
            );
          }),
        ),
    }),
  ];
}
