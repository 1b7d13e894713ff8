import type { Agency } from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";

/** The agency that this deployment serves: the one place that chooses it. Another one is another value here. */
export const agency: Agency = nyc;
