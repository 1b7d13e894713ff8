import { createFileRoute } from "@tanstack/react-router";
import { EditEventPage } from "../features/event/edit-event-page.tsx";
import { editedEventQuery, keptFormQuery } from "../features/event/queries.ts";

export const Route = createFileRoute("/_console/events/$eventId/edit")({
  loader: async ({ context: { queryClient }, params: { eventId } }) => {
    const [detail, kept] = await Promise.all([queryClient.fetchQuery(editedEventQuery(eventId)), queryClient.fetchQuery(keptFormQuery(eventId))]);
    return { detail, kept };
  },
  staleTime: Number.POSITIVE_INFINITY,
  // Each visit is a sitting of its own: a form begins from what is true then.
  gcTime: 0,
  preload: false,
  component: EditEventPage,
});
