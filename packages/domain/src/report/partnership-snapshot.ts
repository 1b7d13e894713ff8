import * as z from "zod";
import { PartnerKind } from "../partner/partner-kind.ts";
import { IsoDate } from "../shared/date.ts";
import { ActivityTypeId, BoroughId, CommissionId, PartnerId, ProgramId, SchoolId } from "../shared/id.ts";
import { line } from "../shared/text.ts";

const school = z.strictObject({ id: SchoolId, boroughId: BoroughId.optional() });

const program = z.strictObject({
  id: ProgramId,
  schoolId: SchoolId,
  /** The program's sector, as the commission for it. */
  commissionId: CommissionId.optional(),
  isApproved: z.boolean().optional(),
  /** The last day of the approval, where it is approved. */
  expiresOn: IsoDate.optional(),
  partnerIds: z.array(PartnerId).max(5000),
});

const partner = z.strictObject({ id: PartnerId, name: line(140).optional(), kind: PartnerKind.optional() });

/** That a partner did something with a program: one event, placement or session. */
const engagement = z.strictObject({ partnerId: PartnerId, programId: ProgramId, activityTypeId: ActivityTypeId, on: IsoDate });

/** All that a gap analysis looks at: schools, programs, partners, and what they did together. What is not known is left out. */
export const PartnershipSnapshot = z.strictObject({
  schools: z.array(school),
  programs: z.array(program),
  partners: z.array(partner),
  engagements: z.array(engagement),
  /** The kinds of activity that every program is to be offered. */
  activityTypeIds: z.array(ActivityTypeId),
});
export type PartnershipSnapshot = z.infer<typeof PartnershipSnapshot>;
