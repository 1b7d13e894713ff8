import * as z from "zod";
import { CommissionId, GrantId, SchoolId, type UserId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";

/** What somebody is to the office. What each may do is in `actionsOf`; a role means nothing without a scope. */
export const Role = z.enum(["director", "coordinator", "chair", "school_coordinator", "viewer"]);
export type Role = z.infer<typeof Role>;

/** How far a grant reaches: the whole city, the events that a commission hosts, or those that a school hosts. */
export const Scope = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("city") }),
  z.strictObject({ kind: z.literal("commission"), commissionId: CommissionId }),
  z.strictObject({ kind: z.literal("school"), schoolId: SchoolId }),
]);
export type Scope = z.infer<typeof Scope>;

/** A role within a scope. The scope is the grant's and not the person's: one may chair here and view there. */
export const Grant = z.strictObject({ id: GrantId, role: Role, scope: Scope, expiresAt: Instant.optional() });
export type Grant = z.infer<typeof Grant>;

/** Who acts, with the grants as they stand now. */
export interface Actor {
  userId: UserId;
  grants: readonly Grant[];
}
