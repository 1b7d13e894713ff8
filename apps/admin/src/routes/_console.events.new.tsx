import { createFileRoute } from "@tanstack/react-router";
import { NewEventPage } from "../features/event/new-event-page.tsx";
import { keptFormQuery } from "../features/event/queries.ts";

export const Route = createFileRoute("/_console/events/new")({
  loader: ({ context }) => context.queryClient.fetchQuery(keptFormQuery("new")),
  staleTime: Number.POSITIVE_INFINITY,
  // Each visit is a sitting of its own: what was kept since the last one is asked for anew.
  gcTime: 0,
  preload: false,
  component: NewEventPage,
});
