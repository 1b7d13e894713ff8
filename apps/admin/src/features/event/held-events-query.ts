import { queryOptions } from "@tanstack/react-query";
import { type EventRow, eventApi } from "../../lib/api/event.ts";
import { isProblem } from "../../lib/api-error.ts";
import { type HeldEvents, withChanges } from "./held-events.ts";

/** So many rows fit into a browser's memory without a thought: some 40 MB. */
const heldAtMost = 60_000;
// Not under "events": what a clerk changes there must not make the console read everything again. It follows what changed.
const heldKey = ["held-events"] as const;

/** Every event within reach that changed lately enough, read once and followed from then on. */
export const heldEventsQuery = queryOptions({
  queryKey: heldKey,
  queryFn: async ({ signal }): Promise<HeldEvents> => {
    const byId = new Map<string, EventRow>();
    let first: { since: string; from: string } | undefined;
    let next: string | undefined;
    do {
      const page = await eventApi.rows(next, signal);
      // What changes while pages are read comes twice; what changed last comes first.
      for (const row of page.rows) if ((byId.get(row.id)?.version ?? 0) < row.version) byId.set(row.id, row);
      first ??= page;
      next = page.next;
    } while (next !== undefined && byId.size < heldAtMost);
    return { byId, gone: new Map(), since: first.since, from: first.from, isCut: next !== undefined };
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

/** What changed among them, asked for every second while somebody looks. Where following is refused, all are read anew. */
export const heldChangesQuery = queryOptions({
  queryKey: ["held-events", "changes"] as const,
  queryFn: async ({ client, signal }): Promise<null> => {
    for (;;) {
      const held = client.getQueryData<HeldEvents>(heldKey);
      if (!held) return null;
      try {
        const changes = await eventApi.rowChanges(held.since, signal);
        client.setQueryData<HeldEvents>(heldKey, (known) => known && withChanges(known, changes));
        if (!changes.hasMore) return null;
      } catch (error) {
        if (!isProblem(error, "cursor_invalid")) throw error;
        await client.fetchQuery({ ...heldEventsQuery, staleTime: 0 });
        return null;
      }
    }
  },
  refetchInterval: 1_000,
  staleTime: 0,
  // Each is a try in itself.
  retry: false,
});
