import { nycWithRules } from "../src/agency/nyc-rules/index.ts";
import { type Subject, subjectsOf } from "../src/index.ts";

/** Every subject with its rules, as the first agency has them. */
export const subjects: readonly Subject[] = Object.values(subjectsOf(nycWithRules));
