import * as z from "zod";

/** What partners review or validate for a program. */
export const ReviewRecordKind = z.enum(["curriculum_review", "assessment_review", "employability_validation"]);
export type ReviewRecordKind = z.infer<typeof ReviewRecordKind>;
