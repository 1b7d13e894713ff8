import { createFileRoute } from "@tanstack/react-router";
import { EventPage } from "../features/event/event-page.tsx";
import { eventQuery } from "../features/event/queries.ts";

export const Route = createFileRoute("/_console/events/$eventId/")({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(eventQuery(params.eventId)),
  component: EventPage,
});
