import { useMutation, useQueryClient } from "@tanstack/react-query";
import { eventApi, type PublishedMany, type SeriesMember } from "../../lib/api/event.ts";
import { eventKeys } from "./queries.ts";

export type Outcome = PublishedMany["outcomes"][number];

/** Publishes several drafts in one step; each has an outcome of its own. */
export function usePublishMany() {
  const queryClient = useQueryClient();
  const publish = useMutation({
    mutationFn: (events: readonly SeriesMember[]) => eventApi.publishMany({ events: events.map(({ id, version }) => ({ id, version })) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: eventKeys.all }),
  });
  return {
    publish: (events: readonly SeriesMember[]) => publish.mutate(events),
    outcomes: new Map<string, Outcome>(publish.data?.outcomes.map((outcome) => [outcome.id, outcome])),
    isPending: publish.isPending,
    error: publish.error,
  };
}
