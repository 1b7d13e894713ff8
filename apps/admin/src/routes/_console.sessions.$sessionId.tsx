import { createFileRoute } from "@tanstack/react-router";
import { rosterQuery } from "../features/sign-up/queries.ts";
import { RosterPage } from "../features/sign-up/roster-page.tsx";
import { RosterSearch } from "../features/sign-up/search.ts";

export const Route = createFileRoute("/_console/sessions/$sessionId")({
  validateSearch: RosterSearch,
  loader: ({ context, params }) => context.queryClient.ensureQueryData(rosterQuery(params.sessionId)),
  component: RosterPage,
});
