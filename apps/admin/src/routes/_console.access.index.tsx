import { createFileRoute } from "@tanstack/react-router";
import { AccessPage } from "../features/access/access-page.tsx";
import { usersQuery } from "../features/access/queries.ts";
import { AccessSearch } from "../features/access/search.ts";

export const Route = createFileRoute("/_console/access/")({
  validateSearch: AccessSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(usersQuery(deps.q)),
  component: AccessPage,
});
