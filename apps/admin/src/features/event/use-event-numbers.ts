import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { type EventNumbers, eventApi } from "../../lib/api/event.ts";

export type Numbers = EventNumbers["items"][number];

const isSame = (a: Numbers, b: Numbers | undefined) =>
  b !== undefined && a.capacity === b.capacity && a.taken === b.taken && a.held === b.held && a.waiting === b.waiting;

/**
 * How many are taken and wait at the events that somebody sees, asked for again and again while they are seen; of those that were
 * seen before, as it was then. Only what changed is another object, so that only those rows are drawn anew.
 */
export function useEventNumbers(ids: readonly string[]): ReadonlyMap<string, Numbers> {
  const known = useRef(new Map<string, Numbers>());
  // Not while somebody scrolls past.
  const [asked] = useDebouncedValue(ids.join(","), 120);
  const { data } = useQuery({
    queryKey: ["event-numbers", asked],
    queryFn: ({ signal }) => eventApi.numbers(asked.split(","), signal),
    enabled: asked !== "",
    refetchInterval: 1_500,
    staleTime: 1_000,
    gcTime: 10_000,
    retry: false,
  });
  return useMemo(() => {
    for (const one of data?.items ?? []) if (!isSame(one, known.current.get(one.id))) known.current.set(one.id, one);
    return new Map(known.current);
  }, [data]);
}
