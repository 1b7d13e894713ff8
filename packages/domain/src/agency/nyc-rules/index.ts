import { allSubjects } from "../all-subjects.ts";
import { withRules } from "../define-agency.ts";
import { nyc } from "../nyc/index.ts";

/**
 * New York City's office with every question that its rules answer. An entry of its own: the public functions start without it, and
 * read `nyc` alone. The rules of this package are New York's, so nothing is added to them and nothing is switched off.
 */
export const nycWithRules = withRules(nyc, { subjects: allSubjects(nyc) });
