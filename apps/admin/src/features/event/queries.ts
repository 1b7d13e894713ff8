import type { IsoDate } from "@cte-partnerships/domain";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { type EventListSearch, eventApi } from "../../lib/api/event.ts";
import { type FormSubject, formDraftApi, type KeptFormDraft } from "../../lib/api/form-draft.ts";
import { isSignedOut } from "../../lib/api-error.ts";
import { daysAsked } from "./date-presets.ts";
import { orderOf } from "./find-in-rows.ts";
import type { EventSearch } from "./search.ts";

export const eventKeys = {
  all: ["events"] as const,
  list: (asked: EventListSearch) => ["events", "list", asked] as const,
  one: (id: string) => ["events", "one", id] as const,
  edited: (id: string) => ["events", "edited", id] as const,
};

/** What the API's list is asked for what stands in the address bar. An order that it does not know, it does not give. */
function askedBy(search: EventSearch, today: IsoDate): EventListSearch {
  const { q, status, activityType, borough, host } = search;
  const order = orderOf(search.sort) ?? "upcoming";
  const asked = { q: q === "" ? undefined : q, status, activityType, borough, host, ...daysAsked(search, today), order };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as unknown as EventListSearch;
}

/** The list as the API finds it, page after page, by the cursor that it hands on. */
export function eventListQuery(search: EventSearch, today: IsoDate) {
  const asked = askedBy(search, today);
  return infiniteQueryOptions({
    queryKey: eventKeys.list(asked),
    queryFn: ({ pageParam, signal }) => eventApi.list(pageParam === undefined ? asked : { ...asked, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** An event to look at. */
export const eventQuery = (eventId: string) =>
  queryOptions({
    queryKey: eventKeys.one(eventId),
    queryFn: ({ client, signal }) => eventApi.watch(eventId, client.getQueryData(eventKeys.one(eventId)) !== undefined, signal),
    staleTime: 3_000,
  });

/** An event to change: always fetched anew, since a form begins from what is true now. */
export const editedEventQuery = (eventId: string) =>
  queryOptions({ queryKey: eventKeys.edited(eventId), queryFn: ({ signal }) => eventApi.get(eventId, signal), staleTime: 0, gcTime: 0 });

/** What somebody had typed in a form and not saved. A form opens without it where it cannot be told. */
export const keptFormQuery = (subject: string) =>
  queryOptions({
    queryKey: ["form-draft", subject],
    queryFn: async ({ signal }): Promise<KeptFormDraft> => {
      try {
        return await formDraftApi.get(subject as FormSubject, signal);
      } catch (error) {
        if (isSignedOut(error)) throw error;
        return {};
      }
    },
    staleTime: 0,
    gcTime: 0,
  });
