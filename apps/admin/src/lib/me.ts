import type { Action, Role, Scope } from "@cte-partnerships/domain";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { api, type Me } from "./api.ts";
import { titleOf } from "./host.ts";

/** Who is signed in, and the agency's names for everything. */
export const meQuery = queryOptions({ queryKey: ["me"], queryFn: ({ signal }) => api.me(signal), staleTime: 60_000 });

export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether a list of allowed actions, as the API gives it with what it tells, has this one in it. */
export const allows = (may: readonly string[], action: Action): boolean => may.includes(action);

const roleTitles: Record<Role, string> = {
  director: "Director",
  coordinator: "Coordinator",
  chair: "Commission chair",
  school_coordinator: "School coordinator",
  viewer: "Viewer",
};

function scopeTitle(agency: Me["agency"], scope: Scope): string {
  if (scope.kind === "city") return agency.title;
  return scope.kind === "commission" ? titleOf(agency.commissions, scope.commissionId) : titleOf(agency.schools, scope.schoolId);
}

/** Roles in words, with where each of them holds. */
export const rolesOf = (me: Me): { role: string; scope: string }[] =>
  me.grants.map((grant) => ({ role: roleTitles[grant.role], scope: scopeTitle(me.agency, grant.scope) }));
