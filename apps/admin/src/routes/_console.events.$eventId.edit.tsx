import { createFileRoute } from "@tanstack/react-router";
import { EditEventPage } from "../features/event/edit-event-page.tsx";
import { eventQuery } from "../features/event/queries.ts";

export const Route = createFileRoute("/_console/events/$eventId/edit")({
  // Fetched anew and not taken from the cache: a form begins from what is true now.
  loader: ({ context, params }) => context.queryClient.fetchQuery({ ...eventQuery(params.eventId), staleTime: 0 }),
  staleTime: Number.POSITIVE_INFINITY,
  preload: false,
  component: EditEventPage,
});
