import { createFileRoute } from "@tanstack/react-router";
import { CouldSeePage } from "../features/access/could-see-page.tsx";
import { CouldSeeSearch } from "../features/access/search.ts";

export const Route = createFileRoute("/_console/access/could-see")({ validateSearch: CouldSeeSearch, component: CouldSeePage });
