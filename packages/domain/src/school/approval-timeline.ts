import { addDays, daysBetween, type IsoDate } from "../shared/date.ts";
import { type DeadlineBase, dueDate, nextSchoolYear } from "./approval-deadline.ts";
import { type ApprovalPolicy, defaultApprovalPolicy } from "./approval-policy.ts";
import type { CteProgram, ProgramApproval } from "./cte-program.ts";

/** A date that a program's approval has before it, or has missed. */
export interface ApprovalDate {
  /** The id of the deadline, of the stage that the plan wants done, or `expiry`. */
  id: string;
  /** A `deadline` is the state's and stays when it is missed; `notice` passes by itself; `plan` is the office's own. */
  kind: "deadline" | "notice" | "plan";
  date: IsoDate;
  /** Negative where it is past. */
  daysLeft: number;
}

type Wanted = readonly [id: string, kind: ApprovalDate["kind"], date: IsoDate | undefined];

/**
 * What is next for a program, with dates, the earliest first: its deadlines, and the stages that the office's plan wants done before
 * them. What is past and can no longer be missed is left out; a missed deadline stays, with its days negative.
 *
 * @example
 * approvalTimeline({ approval: { status: "submitted", submittedOn: "2026-09-01", startsInYear: 2027 } }, "2026-11-24") // []
 * approvalTimeline({ approval: { status: "reapproval_submitted", approvedOn: "2021-07-01", expiresOn: "2026-06-30", submittedOn: "2026-06-01" } }, "2026-11-24") // [{ id: "incomplete_dropped", kind: "deadline", date: "2026-12-31", daysLeft: 37 }]
 */
export function approvalTimeline(
  { approval }: Pick<CteProgram, "approval">,
  on: IsoDate,
  policy: ApprovalPolicy = defaultApprovalPolicy,
): readonly ApprovalDate[] {
  return datesOf(approval, on, policy)
    .flatMap(([id, kind, date]): ApprovalDate[] => (date === undefined ? [] : [{ id, kind, date, daysLeft: daysBetween(on, date) }]))
    .filter(({ kind, daysLeft }) => kind !== "notice" || daysLeft >= 0)
    .toSorted((a, b) => a.daysLeft - b.daysLeft);
}

function datesOf(approval: ProgramApproval, on: IsoDate, policy: ApprovalPolicy): readonly Wanted[] {
  const due = (id: string, base: DeadlineBase) => dueDate(id, base, policy.deadlines, on);
  const apply = (startsInYear: number | undefined, stageId?: string): readonly Wanted[] => {
    const date = due("new_application", { startsInYear });
    return [["new_application", "deadline", date], ...stagesBefore(date, stageId, on, policy)];
  };
  switch (approval.status) {
    case "not_started":
    case "lapsed":
      return apply(nextSchoolYear(policy.deadlines, on));
    case "in_process":
      return apply(approval.startsInYear, approval.stageId);
    case "submitted":
      return [];
    case "reapproval_submitted":
      return [["incomplete_dropped", "deadline", due("incomplete_dropped", approval)]];
    case "approved":
    case "in_reapproval": {
      const date = due("reapproval_application", approval);
      return [
        ["amendments", "notice", due("amendments", approval)],
        ["expiry_notice", "notice", due("expiry_notice", approval)],
        ["reapproval_application", "deadline", date],
        ["expiry", "deadline", approval.expiresOn],
        ["incomplete_dropped", "deadline", due("incomplete_dropped", approval)],
        ...stagesBefore(date, approval.status === "in_reapproval" ? approval.stageId : undefined, on, policy),
      ];
    }
  }
}

/** By when the plan wants each stage done that is not behind the program already. */
function stagesBefore(due: IsoDate | undefined, stageId: string | undefined, on: IsoDate, { stages, stageDaysBefore }: ApprovalPolicy): readonly Wanted[] {
  const current = stageId === undefined ? 0 : (stages.find(stageId, on)?.order ?? 0);
  return stages
    .on(on)
    .filter(({ order }) => order >= current)
    .map(({ id }): Wanted => [id, "plan", planned(due, stageDaysBefore[id])]);
}

const planned = (due: IsoDate | undefined, daysBefore: number | undefined): IsoDate | undefined =>
  due === undefined || daysBefore === undefined ? undefined : addDays(due, -daysBefore);

/**
 * By when the office's plan wants a stage done, for an application that is due on a day. Absent where the plan has no such stage.
 *
 * @example
 * stageDueDate("external_review", "2027-06-30") // "2027-05-16"
 */
export const stageDueDate = (stageId: string, due: IsoDate, { stageDaysBefore }: ApprovalPolicy = defaultApprovalPolicy): IsoDate | undefined =>
  planned(due, stageDaysBefore[stageId]);
