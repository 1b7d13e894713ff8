import type { Action } from "@cte-partnerships/domain";
import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { type Me, sessionApi } from "./api/session.ts";
import { roleTitles, scopeTitle } from "./role-words.ts";

/** Who is signed in, and the agency's names for everything. */
export const meQuery = queryOptions({ queryKey: ["me"], queryFn: ({ signal }) => sessionApi.me(signal), staleTime: 60_000 });

export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether a list of allowed actions, as the API gives it with what it tells, has this one in it. */
export const allows = (may: readonly string[], action: Action): boolean => may.includes(action);

/** Whether what is about the agency as a whole may be within reach: it needs a grant over the whole city. */
export const allowsOverCity = (me: Me, action: Action): boolean => allows(me.may, action) && me.grants.some(({ scope }) => scope.kind === "city");

/** Roles in words, with where each of them holds. */
export const rolesOf = (me: Me): { role: string; scope: string }[] =>
  me.grants.map((grant) => ({ role: roleTitles[grant.role], scope: scopeTitle(me.agency, grant.scope) }));
