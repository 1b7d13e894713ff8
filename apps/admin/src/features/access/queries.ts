import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { accessApi } from "../../lib/api/access.ts";
import { eventApi } from "../../lib/api/event.ts";

export const accessKeys = { all: ["access"] as const };

/** Everybody who is known, page after page. */
export const usersQuery = (q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...accessKeys.all, "users", q],
    queryFn: ({ pageParam, signal }) => accessApi.list({ ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });

export const couldSeeQuery = (of: string, on: string) =>
  queryOptions({ queryKey: [...accessKeys.all, "could-see", of, on], queryFn: ({ signal }) => accessApi.couldSee({ of, on }, signal), staleTime: 0 });

/** As many as are looked at without scrolling far: whoever wants more goes to the list. */
const foundAtMost = 8;

/** Events within one's scope whose title and text hold what was typed, for the palette. */
export const foundEventsQuery = (q: string) =>
  queryOptions({
    queryKey: ["events", "found", q],
    queryFn: async ({ signal }) => {
      const { items } = await eventApi.list({ q }, signal);
      return items.slice(0, foundAtMost);
    },
    staleTime: 10_000,
  });
