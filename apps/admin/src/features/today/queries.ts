import { queryOptions } from "@tanstack/react-query";
import { todayApi } from "../../lib/api/today.ts";

/** What wants somebody today; kept true while somebody looks, and not while the tab is hidden. */
export const todayQuery = queryOptions({
  queryKey: ["today"] as const,
  queryFn: ({ client, queryKey, signal }) => todayApi.get(client.getQueryData(queryKey) !== undefined, signal),
  // Whoever comes back from deciding sees it gone.
  staleTime: 0,
  refetchInterval: 30_000,
  refetchOnWindowFocus: true,
});
