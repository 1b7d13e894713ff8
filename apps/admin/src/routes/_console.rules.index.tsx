import { createFileRoute } from "@tanstack/react-router";
import { RuleListPage } from "../features/rule/rule-list-page.tsx";
import { RuleSearch } from "../features/rule/search.ts";

export const Route = createFileRoute("/_console/rules/")({ validateSearch: RuleSearch, component: RuleListPage });
