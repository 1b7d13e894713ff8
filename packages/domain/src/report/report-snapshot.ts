import * as z from "zod";
import { PartnerKind } from "../partner/partner-kind.ts";
import { IsoDate } from "../shared/date.ts";
import { PartnerId, ProgramId, SchoolId } from "../shared/id.ts";
import { line } from "../shared/text.ts";
import { Count } from "./count-system.ts";

/** A program as the report tells it. What is not known is left out, and the report says so. */
const program = z.strictObject({
  id: ProgramId,
  title: line(140),
  /** The field, discipline or industry that it prepares for, in words. */
  field: line(140).optional(),
  schoolId: SchoolId,
  isStateApproved: z.boolean().optional(),
  grades: z.array(z.int().min(6).max(14)).max(9).optional(),
  /** The organisations associated with it. Which of them count as industry is for the partners' kinds to say. */
  partnerIds: z.array(PartnerId).max(5000),
});

const school = z.strictObject({ id: SchoolId, title: line(140), isDesignatedHighSchool: z.boolean().optional() });

/** Somebody of a school at a training: an adult, and only by a reference that means nothing elsewhere, to count each once. */
const attendance = z.strictObject({
  schoolId: SchoolId,
  staffRef: z.string().regex(/^[\w-]{1,64}$/, "must be an opaque reference of letters, digits, - or _"),
  on: IsoDate,
  relatesToCte: z.boolean().optional(),
  isAdministeredByDepartment: z.boolean().optional(),
});

/** Students of a program in internships that relate to it: a number, and never a student. */
const internship = z.strictObject({ programId: ProgramId, isPaid: z.boolean(), students: Count });

/** What an office knows of one school year, for the report under Local Law 114. Counts and opaque references only. */
export const ReportSnapshot = z.strictObject({
  /** The year in which the school year begins. */
  schoolYear: z.int().min(1990).max(2200),
  /** Its first and last day. */
  from: IsoDate,
  to: IsoDate,
  schools: z.array(school),
  programs: z.array(program),
  partners: z.array(z.strictObject({ id: PartnerId, name: line(140).optional(), kind: PartnerKind.optional() })),
  attendances: z.array(attendance),
  internships: z.array(internship),
});
export type ReportSnapshot = z.infer<typeof ReportSnapshot>;
