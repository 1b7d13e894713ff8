import type { QueryClient } from "@tanstack/react-query";
import { todayIn } from "../../lib/days.ts";
import { meQuery } from "../../lib/me.ts";
import { heldEventsQuery } from "./held-events-query.ts";
import { eventListQuery } from "./queries.ts";
import type { EventSearch } from "./search.ts";

/** The first page of the API's list, unless the console holds the events already; and the day that it is for the agency decides which. */
export function prefetchEvents(client: QueryClient, search: EventSearch): void {
  if (client.getQueryData(heldEventsQuery.queryKey) !== undefined && search.all === undefined) return;
  void client.ensureQueryData(meQuery).then(({ agency }) => client.prefetchInfiniteQuery(eventListQuery(search, todayIn(agency.zone))));
}
