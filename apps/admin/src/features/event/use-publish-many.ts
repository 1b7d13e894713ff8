import { useMutation, useQueryClient } from "@tanstack/react-query";
import { eventApi, type SeriesMember } from "../../lib/api/event.ts";
import { type Outcome, publishAll } from "./publish-all.ts";
import { eventKeys } from "./queries.ts";

/** Publishes several drafts in one step; each has an outcome of its own. */
export function usePublishMany() {
  const queryClient = useQueryClient();
  const publish = useMutation({
    mutationFn: (events: readonly SeriesMember[]) =>
      publishAll(events, (some) => eventApi.publishMany({ events: some.map(({ id, version }) => ({ id, version })) })),
    // Also after an answer that was lost: some may be published.
    onSettled: () => queryClient.invalidateQueries({ queryKey: eventKeys.all }),
  });
  return {
    publish: (events: readonly SeriesMember[]) => publish.mutate(events),
    outcomes: new Map<string, Outcome>(publish.data?.map((outcome) => [outcome.id, outcome])),
    isPending: publish.isPending,
    error: publish.error,
  };
}
