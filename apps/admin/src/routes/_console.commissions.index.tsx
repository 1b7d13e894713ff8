import { createFileRoute } from "@tanstack/react-router";
import { CommissionListPage } from "../features/commission/commission-list-page.tsx";
import { CommissionSearch } from "../features/commission/search.ts";

export const Route = createFileRoute("/_console/commissions/")({ validateSearch: CommissionSearch, component: CommissionListPage });
