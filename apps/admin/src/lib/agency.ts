import { type Agency, type AgencySubject, namesOf, subjectsOf } from "@cte-partnerships/domain/agency";
import { nycWithRules } from "@cte-partnerships/domain/nyc-rules";
import type { Words } from "@cte-partnerships/domain/rule";
import { words } from "@cte-partnerships/domain/words";

/**
 * The agency whose rules and commissions the console shows: the one place here that chooses it, as `apps/api/src/agency.ts` does for
 * what runs. Another one is another value here, with the sentences of its own rules beside the package's. Weighs as much as all its
 * rules do, so only screens that are loaded when they are opened import it.
 */
export const agency: Agency = nycWithRules;
/** What verdicts are told with: the package's sentences, and what the agency calls its activity types, commissions and boroughs. */
export const sentences: Words = { ...words, ...namesOf(agency) };
export { sectorClusters, sectorIndustries } from "@cte-partnerships/domain/nyc";

/** Its questions with its own changes to their rules, in the order in which it lists them. */
export const subjects: readonly AgencySubject[] = Object.values(subjectsOf(agency));
