import { queryOptions } from "@tanstack/react-query";
import { api, type Marked, type Roster } from "../../lib/api.ts";

export const rosterKey = (sessionId: string) => ["roster", sessionId] as const;

/** A roster that is asked for again and again costs nothing where nothing changed: the answer is then 304. */
export const rosterQuery = (sessionId: string) =>
  queryOptions({
    queryKey: rosterKey(sessionId),
    queryFn: ({ client, signal }): Promise<Marked<Roster>> => api.roster.get(sessionId, client.getQueryData<Marked<Roster>>(rosterKey(sessionId)), signal),
    staleTime: 1_000,
    // Each follow-up is a try in itself.
    retry: false,
  });
