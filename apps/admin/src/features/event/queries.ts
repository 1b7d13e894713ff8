import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, type EventListQuery } from "../../lib/api.ts";
import type { EventSearch } from "./search.ts";

export const eventKeys = {
  all: ["events"] as const,
  list: (search: EventSearch) => ["events", "list", search] as const,
  one: (id: string) => ["events", "one", id] as const,
  edited: (id: string) => ["events", "edited", id] as const,
};

/** The list, page after page, by the cursor that the API hands on. */
export const eventListQuery = (search: EventSearch) =>
  infiniteQueryOptions({
    queryKey: eventKeys.list(search),
    queryFn: ({ pageParam, signal }) => api.events.list({ ...search, cursor: pageParam } as EventListQuery, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });

/** An event to look at. */
export const eventQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKeys.one(eventId),
    queryFn: ({ client, signal }) => api.events.watch(eventId, client.getQueryData(eventKeys.one(eventId)) !== undefined, signal),
    staleTime: 3_000,
  });

/** An event to change: always fetched anew, since a form begins from what is true now. */
export const editedEventQuery = (eventId: string) =>
  queryOptions({ queryKey: eventKeys.edited(eventId), queryFn: ({ signal }) => api.events.get(eventId, signal), staleTime: 0, gcTime: 0 });
