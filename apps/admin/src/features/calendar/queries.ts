import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type CalendarQuery, calendarApi } from "../../lib/api/calendar.ts";
import { todayIn } from "../../lib/days.ts";
import { periodOf } from "./calendar-days.ts";
import type { CalendarSearch } from "./search.ts";

/** What is asked of the API for what stands in the address bar, on the day that it is in the agency's zone. */
export function askedFor({ view, on, status, activityType, borough, host }: CalendarSearch, zone: string): CalendarQuery {
  // By name, and not all the others: whatever else stands in the address bar, which another site may have added to a link, is no filter.
  const set = Object.entries({ status, activityType, borough, host }).filter(([, value]) => value !== undefined);
  return { ...periodOf(view ?? "agenda", on ?? todayIn(zone)), ...Object.fromEntries(set) };
}

/** The sessions of a period; kept true while somebody looks, and not while the tab is hidden. */
export const calendarQuery = (query: CalendarQuery) =>
  queryOptions({
    queryKey: ["calendar", query] as const,
    queryFn: ({ client, queryKey, signal }) => calendarApi.get(query, client.getQueryData(queryKey) !== undefined, signal),
    refetchInterval: 30_000,
    refetchOnWindowFocus: true,
    // Turning the page shows the last one until the next is there.
    placeholderData: keepPreviousData,
  });
