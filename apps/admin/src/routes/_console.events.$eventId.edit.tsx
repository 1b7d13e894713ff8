import { createFileRoute } from "@tanstack/react-router";
import { EditEventPage } from "../features/event/edit-event-page.tsx";
import { editedEventQuery } from "../features/event/queries.ts";

export const Route = createFileRoute("/_console/events/$eventId/edit")({
  loader: ({ context, params }) => context.queryClient.fetchQuery(editedEventQuery(params.eventId)),
  staleTime: Number.POSITIVE_INFINITY,
  preload: false,
  component: EditEventPage,
});
