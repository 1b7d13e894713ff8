import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { accessApi } from "../../lib/api/access.ts";
import { type AuditQuery, auditApi } from "../../lib/api/audit.ts";
import type { AuditSearch } from "./search.ts";

/**
 * The filters that are set, as they are asked. By name, and not all that there is: whatever else stands in the address bar, which another
 * site may have added to a link, is no filter.
 */
export const askedIn = ({ subject, by, op, from, to }: AuditSearch): AuditQuery =>
  Object.fromEntries(Object.entries({ subject, by, op, from, to }).filter(([, value]) => value !== undefined)) as AuditQuery;

export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ["audit", "list", askedIn(search)],
    queryFn: ({ pageParam, signal }) => auditApi.list({ ...askedIn(search), ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });

/** People to choose from as those who did it: the first of them by name; any other is found by a link in the list itself. */
export const actorsQuery = queryOptions({ queryKey: ["audit", "actors"], queryFn: ({ signal }) => accessApi.list({}, signal), staleTime: 60_000 });
