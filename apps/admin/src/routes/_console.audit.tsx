import { createFileRoute } from "@tanstack/react-router";
import { AuditPage } from "../features/audit/audit-page.tsx";
import { auditQuery } from "../features/audit/queries.ts";
import { AuditSearch } from "../features/audit/search.ts";

export const Route = createFileRoute("/_console/audit")({
  validateSearch: AuditSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(auditQuery(deps)),
  component: AuditPage,
});
