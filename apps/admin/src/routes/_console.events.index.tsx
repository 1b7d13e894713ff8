import { createFileRoute } from "@tanstack/react-router";
import { EventListPage } from "../features/event/event-list-page.tsx";
import { prefetchEvents } from "../features/event/prefetch-events.ts";
import { EventSearch } from "../features/event/search.ts";

export const Route = createFileRoute("/_console/events/")({
  validateSearch: EventSearch,
  loaderDeps: ({ search }) => search,
  // The page shows itself at once, with bones where rows will be.
  loader: ({ context, deps }) => prefetchEvents(context.queryClient, deps),
  component: EventListPage,
});
