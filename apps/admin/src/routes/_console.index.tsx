import { createFileRoute } from "@tanstack/react-router";
import { todayQuery } from "../features/today/queries.ts";
import { TodayPage } from "../features/today/today-page.tsx";

export const Route = createFileRoute("/_console/")({
  // The page shows itself at once, with bones where its lists will be.
  loader: ({ context }) => void context.queryClient.prefetchQuery(todayQuery),
  component: TodayPage,
});
