import { type Deps, giveGrant, registerUser } from "@cte-partnerships/api/local";
import { CommissionId, type Role, SchoolId, type Scope, type UserId } from "@cte-partnerships/domain";
import { people } from "../openid/people.ts";

const scopes: Record<Role, Scope> = {
  director: { kind: "city" },
  coordinator: { kind: "city" },
  chair: { kind: "commission", commissionId: CommissionId.parse("cms_information-technology") },
  school_coordinator: { kind: "school", schoolId: SchoolId.parse("sch_harbor-high") },
  viewer: { kind: "city" },
};

/**
 * Makes the five people of this machine's provider known, each with one role. Done at every start, since a person is
 * known by the issuer's name too, and that holds a port; what is there already is found and not made again.
 */
export async function signInPeople(deps: Deps, issuer: string): Promise<Map<Role, UserId>> {
  const by = { kind: "system", part: "demonstration" } as const;
  const known = new Map<Role, UserId>();
  for (const { subject, name, role } of people) {
    const user = await registerUser(deps, { issuer, subject, name, by });
    const given = await giveGrant(deps, { userId: user.id, role, scope: scopes[role], by });
    // Another agency need not have the demonstration's commission and school: who would have a role there, has none.
    if (!given.ok && given.refusal.code === "scope_unknown") continue;
    if (!given.ok) throw new Error(`${role} could not be given: ${given.refusal.code}`);
    known.set(role, user.id);
  }
  return known;
}
