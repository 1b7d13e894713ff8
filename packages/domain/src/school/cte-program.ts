import * as z from "zod";
import { CipCode } from "../shared/cip-code.ts";
import { IsoDate } from "../shared/date.ts";
import { CommissionId, ProgramId, SchoolId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { line } from "../shared/text.ts";

/** An id of a reference table. Whether there is such a row on a day is for the agency's tables to say. */
const rowId = z.string().regex(/^(?=.{1,60}$)[a-z0-9]+(?:[-_][a-z0-9]+)*$/, "must be the id of a row, such as digital-technology");
/** The calendar year in which a school year begins. */
const schoolYear = z.int().min(1990).max(2200);

const term = { approvedOn: IsoDate, expiresOn: IsoDate };
const endsAfterItBegins = { path: ["expiresOn"], error: "must be after the approval" };
const isForward = (approval: { approvedOn: IsoDate; expiresOn: IsoDate }) => approval.expiresOn > approval.approvedOn;

/**
 * Where a program stands with the state: not started → in process → submitted → approved → in re-approval → re-approval submitted,
 * or lapsed. A program in re-approval is still approved until its term ends.
 */
export const ProgramApproval = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("not_started") }),
  z.strictObject({ status: z.literal("in_process"), stageId: rowId, startedOn: IsoDate, startsInYear: schoolYear }),
  z.strictObject({ status: z.literal("submitted"), submittedOn: IsoDate, startsInYear: schoolYear }),
  z.strictObject({ status: z.literal("approved"), ...term }).refine(isForward, endsAfterItBegins),
  z.strictObject({ status: z.literal("in_reapproval"), ...term, stageId: rowId, startedOn: IsoDate }).refine(isForward, endsAfterItBegins),
  z.strictObject({ status: z.literal("reapproval_submitted"), ...term, submittedOn: IsoDate }).refine(isForward, endsAfterItBegins),
  z.strictObject({ status: z.literal("lapsed"), expiredOn: IsoDate }),
]);
export type ProgramApproval = z.infer<typeof ProgramApproval>;

const facts = {
  schoolId: SchoolId,
  title: line(140),
  /** The career cluster, by the id of its row. */
  clusterId: rowId,
  /** The state's content area, by the id of its row. */
  contentAreaId: rowId.optional(),
  /** As on the letter of approval, where there is one. */
  cipCode: CipCode.optional(),
  /** The commission that the program works with, where the school has said. */
  commissionId: CommissionId.optional(),
  approval: ProgramApproval,
};

/** A CTE program as a school or the office writes it down. */
export const CteProgramInput = z.strictObject(facts);
export type CteProgramInput = z.infer<typeof CteProgramInput>;

/** A CTE program at a school: its field, and where its approval stands. */
export const CteProgram = z.strictObject({ id: ProgramId, ...facts, version: z.int().min(1), createdAt: Instant });
export type CteProgram = z.infer<typeof CteProgram>;
