import { createFileRoute, notFound } from "@tanstack/react-router";
import { TrialSearch } from "../features/rule/search.ts";
import { TrialPage } from "../features/rule/trial-page.tsx";

export const Route = createFileRoute("/_console/rules/$subjectId")({
  validateSearch: TrialSearch,
  loader: async ({ params }) => {
    // The rules weigh more than the whole frame: they come when they are asked for.
    const { subjects } = await import("../lib/agency.ts");
    const subject = subjects.find(({ id }) => id === params.subjectId);
    if (!subject) throw notFound();
    return { subject };
  },
  component: TrialPage,
});
