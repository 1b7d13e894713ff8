import { createFileRoute } from "@tanstack/react-router";
import { peopleQuery, rosterQuery } from "../features/sign-up/queries.ts";
import { RosterPage } from "../features/sign-up/roster-page.tsx";
import { RosterSearch } from "../features/sign-up/search.ts";
import { allows, meQuery } from "../lib/me.ts";

export const Route = createFileRoute("/_console/sessions/$sessionId")({
  validateSearch: RosterSearch,
  loader: async ({ context, params }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    const roster = context.queryClient.ensureQueryData(rosterQuery(params.sessionId));
    // The page does not wait for everybody: it shows them as they come, and asks for them beside the roster.
    if (allows(me.may, "view_people")) void context.queryClient.prefetchQuery(peopleQuery(params.sessionId));
    await roster;
  },
  component: RosterPage,
});
