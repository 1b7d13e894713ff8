import * as z from "zod";
import { IsoDate } from "../shared/date.ts";
import { CommissionId, ContactId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { line } from "../shared/text.ts";
import type { AdvisoryCouncilFacts } from "./advisory-council.ts";

/** An adult on the council, and what they are familiar with. The student is not among these: whether there is one is a yes or a no. */
export const CouncilMember = z.strictObject({
  contactId: ContactId.optional(),
  organization: line(140).optional(),
  views: z.array(z.enum(["management", "labor", "postsecondaryAndAdult", "manpower", "disabilities", "community"])).max(6),
});
export type CouncilMember = z.infer<typeof CouncilMember>;

/** The CTE Advisory Council as it stands. */
export const Council = z.strictObject({
  members: z.array(CouncilMember).max(200),
  hasStudentMember: z.boolean(),
  advisesOn: z.array(z.enum(["policy", "long_range_plan", "annual_plan"])).max(3),
  evaluationsAssisted: z.array(IsoDate).max(100),
  /** The commissions that serve as consultant committees of their field. */
  consultantCommissionIds: z.array(CommissionId).max(100),
  subcommittees: z.array(z.enum(["students_with_disabilities", "gender_equity"])).max(2),
  version: z.int().min(1),
  createdAt: Instant,
});
export type Council = z.infer<typeof Council>;

/**
 * The facts that the council is judged by, from its record. The record is complete: what is not in it is not so.
 *
 * @example
 * councilFactsOf({ members: [{ views: ["labor"] }], hasStudentMember: true, advisesOn: [], evaluationsAssisted: [], consultantCommissionIds: [], subcommittees: [] }).memberCount // 2
 */
export function councilFactsOf(council: Omit<Council, "version" | "createdAt">): Required<AdvisoryCouncilFacts> {
  const has = (view: CouncilMember["views"][number]) => council.members.some(({ views }) => views.includes(view));
  return {
    memberCount: council.members.length + (council.hasStudentMember ? 1 : 0),
    perspectives: {
      management: has("management"),
      labor: has("labor"),
      postsecondaryAndAdult: has("postsecondaryAndAdult"),
      manpower: has("manpower"),
      disabilities: has("disabilities"),
      community: has("community"),
      student: council.hasStudentMember,
    },
    advises: {
      onPolicy: council.advisesOn.includes("policy"),
      onLongRangePlan: council.advisesOn.includes("long_range_plan"),
      onAnnualPlan: council.advisesOn.includes("annual_plan"),
    },
    evaluationsAssisted: [...council.evaluationsAssisted],
    consultantCommittees: council.consultantCommissionIds.map(() => ({ isOfOneField: true })),
    subcommittees: {
      hasStudentsWithDisabilities: council.subcommittees.includes("students_with_disabilities"),
      hasGenderEquity: council.subcommittees.includes("gender_equity"),
    },
  };
}
