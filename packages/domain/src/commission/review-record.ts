import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { CommissionId, PartnerId, ProgramId } from "../shared/id.ts";
import { paragraphs } from "../shared/text.ts";
import { ReviewRecordKind } from "./review-record-kind.ts";

/** A record that partners reviewed or validated something for a program on a day, at a commission or apart from one. */
export const ReviewRecord = z.strictObject({
  kind: ReviewRecordKind,
  programId: ProgramId,
  commissionId: CommissionId.optional(),
  on: IsoDate,
  partnerIds: z.array(PartnerId).max(100),
  note: paragraphs(2000).optional(),
});
export type ReviewRecord = z.infer<typeof ReviewRecord>;
