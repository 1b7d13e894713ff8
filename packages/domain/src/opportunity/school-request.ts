import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { ActivityTypeId, BoroughId, CommissionId, ProgramId, RequestId, SchoolId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { isEachOnce } from "../shared/is-each-once.ts";
import { paragraphs } from "../shared/text.ts";

/** Bounds that keep one opportunity a small record. */
export const opportunityLimits = { requests: 50, students: 1000, daySpans: 20, commissions: 20, boroughs: 20 } as const;

/** Ids of one kind, each once. */
const distinct = <Id extends z.ZodType<string>>(id: Id, most: number) => z.array(id).max(most).refine(isEachOnce, "names one twice");

/** Sectors, each once. */
export const CommissionIds = distinct(CommissionId, opportunityLimits.commissions);
export type CommissionIds = z.infer<typeof CommissionIds>;
/** Boroughs, each once. */
export const BoroughIds = distinct(BoroughId, opportunityLimits.boroughs);
export type BoroughIds = z.infer<typeof BoroughIds>;

/** Days on which something could happen: from the first to the last, both of them in it. */
export const Days = z
  .strictObject({ from: IsoDate, to: IsoDate })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "must not be before the first day" });
export type Days = z.infer<typeof Days>;

/** Spans of days, at least one. */
export const DaySpans = z.array(Days).min(1, "is needed").max(opportunityLimits.daySpans);
export type DaySpans = z.infer<typeof DaySpans>;

/** Where people meet. */
export const MeetingPlace = z.enum(["school", "workplace", "online"]);
export type MeetingPlace = z.infer<typeof MeetingPlace>;

/** How many students come along. Counts alone: no student is named here or anywhere. */
export const StudentCount = z
  .int("must be a whole number")
  .min(1, "must be at least 1")
  .max(opportunityLimits.students, `must be at most ${opportunityLimits.students}`);
export type StudentCount = z.infer<typeof StudentCount>;

/** What a school asks for: an activity for so many students on some days. */
export const SchoolRequestInput = z.strictObject({
  schoolId: SchoolId,
  /** The CTE program that it is for, where it is for one. */
  programId: ProgramId.optional(),
  activityTypeId: ActivityTypeId,
  /** The sectors that would fit; empty where any does. */
  commissionIds: CommissionIds,
  /** Where the students can get to; empty where anywhere. */
  boroughIds: BoroughIds,
  students: StudentCount,
  /** The places that would do. */
  places: z.array(MeetingPlace).min(1, "is needed").max(3).refine(isEachOnce, "names one twice"),
  days: DaySpans,
  note: paragraphs(1000),
});
export type SchoolRequestInput = z.infer<typeof SchoolRequestInput>;

/** A school's request as it stands: until it is matched, taken back, or its time runs out. */
export const SchoolRequest = z.strictObject({ id: RequestId, ...SchoolRequestInput.shape, requestedAt: Instant, expiresAt: Instant });
export type SchoolRequest = z.infer<typeof SchoolRequest>;
