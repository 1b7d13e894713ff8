import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type AuditQuery, api } from "../../lib/api.ts";
import type { AuditSearch } from "./search.ts";

/** The filters that are set, as they are asked. */
export const askedIn = (search: AuditSearch): AuditQuery => Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as AuditQuery;

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ["audit", "list", askedIn(search)],
    queryFn: ({ pageParam, signal }) => api.audit.list({ ...askedIn(search), ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });

/** People to choose from as those who did it: the first of them by name; any other is found by a link in the list itself. */
export const actorsQuery = queryOptions({ queryKey: ["audit", "actors"], queryFn: ({ signal }) => api.access.list({}, signal), staleTime: 60_000 });
