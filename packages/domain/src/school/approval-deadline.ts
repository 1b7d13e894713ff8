import * as approvalGuide from "../partner/approval-guide.ts";
import { type DatedTable, datedTable, type ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import { addYears, type IsoDate, type MonthDay } from "../shared/date.ts";

/**
 * When something is due: on a day of the year before a new program starts, on a day of the year in which an approval ends (and, where
 * it must not outlast it, no later than the approval), or so many years after the approval.
 */
export type ApprovalDue =
  | { of: "year_before_start"; monthDay: MonthDay }
  | { of: "year_of_expiry"; monthDay: MonthDay; isByExpiry?: boolean }
  | { of: "approval"; yearsAfter: number };

/** When something about a program's approval is due. */
export interface ApprovalDeadlineRow extends ReferenceRow {
  due: ApprovalDue;
}

/** The state's deadlines for program approval, and the city's window for amendments. */
export const approvalDeadlines: DatedTable<ApprovalDeadlineRow> = datedTable<ApprovalDeadlineRow>([
  {
    id: "new_application",
    label: "Application for the next school year",
    aliases: [],
    from: longStanding,
    due: { of: "year_before_start", monthDay: "10-01" },
    ...approvalGuide.application,
  },
  // The state tells agencies in January; the row holds the last day by which they should have heard.
  {
    id: "expiry_notice",
    label: "The state tells of the expiry",
    aliases: [],
    from: longStanding,
    due: { of: "year_of_expiry", monthDay: "01-31" },
    ...approvalGuide.reapproval,
  },
  {
    id: "reapproval_application",
    label: "Application for re-approval",
    aliases: [],
    from: longStanding,
    // The guidance speaks of approvals that end on 30 June. One that ends earlier must not wait until then.
    due: { of: "year_of_expiry", monthDay: "06-30", isByExpiry: true },
    ...approvalGuide.reapproval,
  },
  {
    id: "incomplete_dropped",
    label: "Incomplete applications drop off the list",
    aliases: [],
    from: longStanding,
    due: { of: "year_of_expiry", monthDay: "12-31" },
    ...approvalGuide.reapproval,
  },
  { id: "amendments", label: "Amendments close", aliases: [], from: longStanding, due: { of: "approval", yearsAfter: 3 }, ...approvalGuide.amendments },
]);

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
const dayIn = (year: number, monthDay: MonthDay): IsoDate => `${String(year).padStart(4, "0")}-${monthDay}` as IsoDate;

/** What a deadline is reckoned from. */
export interface DeadlineBase {
  /** The first school year of a new program, by the calendar year that it begins in. */
  startsInYear?: number | undefined;
  approvedOn?: IsoDate | undefined;
  expiresOn?: IsoDate | undefined;
}

/**
 * The day on which something is due, by the deadlines of a day. Absent where there is no such deadline, or what it is reckoned from is
 * not known.
 *
 * @example
 * dueDate("new_application", { startsInYear: 2027 }, approvalDeadlines, "2026-11-24") // "2026-10-01"
 * dueDate("reapproval_application", { expiresOn: "2027-06-30" }, approvalDeadlines, "2026-11-24") // "2027-06-30"
 */
export function dueDate(id: string, base: DeadlineBase, deadlines: DatedTable<ApprovalDeadlineRow>, on: IsoDate): IsoDate | undefined {
  const due = deadlines.find(id, on)?.due;
  switch (due?.of) {
    case "approval":
      return base.approvedOn && addYears(base.approvedOn, due.yearsAfter);
    case "year_before_start":
      return base.startsInYear === undefined ? undefined : dayIn(base.startsInYear - 1, due.monthDay);
    case "year_of_expiry": {
      if (base.expiresOn === undefined) return undefined;
      const day = dayIn(yearOf(base.expiresOn), due.monthDay);
      return due.isByExpiry && base.expiresOn < day ? base.expiresOn : day;
    }
    default:
      return undefined;
  }
}

/**
 * The school year that a new program can still apply for on a day, by the calendar year that it begins in.
 *
 * @example
 * nextSchoolYear(approvalDeadlines, "2026-10-01") // 2027
 * nextSchoolYear(approvalDeadlines, "2026-10-02") // 2028
 */
export function nextSchoolYear(deadlines: DatedTable<ApprovalDeadlineRow>, on: IsoDate): number | undefined {
  const year = yearOf(on) + 1;
  const due = dueDate("new_application", { startsInYear: year }, deadlines, on);
  return due === undefined ? undefined : due < on ? year + 1 : year;
}
