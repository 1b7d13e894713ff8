import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { CommissionId, ContactId, PartnerId, SchoolId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { line } from "../shared/text.ts";

/** A member: so many people of a school in one role, or an organisation, with the contact who comes for it. Nobody of a school is named. */
export const CommissionMember = z.discriminatedUnion("from", [
  z.strictObject({
    from: z.literal("school"),
    schoolId: SchoolId,
    role: z.enum(["cte_teacher", "school_administrator", "program_coordinator"]),
    people: z.int().min(1).max(100),
  }),
  z.strictObject({
    from: z.literal("partner"),
    partnerId: PartnerId,
    role: z.enum(["industry", "postsecondary", "other"]),
    contactId: ContactId.optional(),
  }),
]);
export type CommissionMember = z.infer<typeof CommissionMember>;

const facts = {
  title: line(140),
  /** The career clusters of its sector, by the ids of their rows. */
  clusterIds: z.array(z.string().regex(/^(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be the id of a cluster, such as construction")).max(20),
  members: z.array(CommissionMember).max(500),
};

/** A commission as the office writes it down. Its id is that of the agency's row. */
export const CommissionInput = z.strictObject(facts);
export type CommissionInput = z.infer<typeof CommissionInput>;

const kept = { id: CommissionId, ...facts, version: z.int().min(1), createdAt: Instant };

/** A sector commission as it works: its members by school and by organisation. What it is called on which day is the agency's to say. */
export const Commission = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("active"), ...kept }),
  z.strictObject({ status: z.literal("dissolved"), ...kept, dissolvedOn: IsoDate }),
]);
export type Commission = z.infer<typeof Commission>;
