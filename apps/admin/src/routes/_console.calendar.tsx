import { createFileRoute } from "@tanstack/react-router";
import { CalendarPage } from "../features/calendar/calendar-page.tsx";
import { askedFor, calendarQuery } from "../features/calendar/queries.ts";
import { CalendarSearch } from "../features/calendar/search.ts";
import { meQuery } from "../lib/me.ts";

export const Route = createFileRoute("/_console/calendar")({
  validateSearch: CalendarSearch,
  loaderDeps: ({ search }) => search,
  // The page shows itself at once, with bones where sessions will be.
  loader: async ({ context, deps }) => {
    const { agency } = await context.queryClient.ensureQueryData(meQuery);
    void context.queryClient.prefetchQuery(calendarQuery(askedFor(deps, agency.zone)));
  },
  component: CalendarPage,
});
