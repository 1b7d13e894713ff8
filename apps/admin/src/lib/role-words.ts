import type { Role, Scope } from "@cte-partnerships/domain";
import type { Me } from "./api/session.ts";
import { titleOf } from "./host.ts";

/** What each role is called. */
export const roleTitles: Record<Role, string> = {
  director: "Director",
  coordinator: "Coordinator",
  chair: "Commission chair",
  school_coordinator: "School coordinator",
  viewer: "Viewer",
};

/** Where a role holds, as people know the place. */
export function scopeTitle(agency: Me["agency"], scope: Scope): string {
  if (scope.kind === "city") return agency.title;
  return scope.kind === "commission" ? titleOf(agency.commissions, scope.commissionId) : titleOf(agency.schools, scope.schoolId);
}
