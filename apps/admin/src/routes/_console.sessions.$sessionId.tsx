import { createFileRoute } from "@tanstack/react-router";
import { peopleQuery, rosterQuery } from "../features/sign-up/queries.ts";
import { RosterPage } from "../features/sign-up/roster-page.tsx";
import { RosterSearch } from "../features/sign-up/search.ts";

export const Route = createFileRoute("/_console/sessions/$sessionId")({
  validateSearch: RosterSearch,
  loader: async ({ context, params }) => {
    const { body } = await context.queryClient.ensureQueryData(rosterQuery(params.sessionId));
    // The page does not wait for everybody: it shows them as they come.
    if (body.showsPeople) void context.queryClient.prefetchQuery(peopleQuery(params.sessionId));
  },
  component: RosterPage,
});
