import type { Words } from "../rule/explain.ts";

/** What an agency's own changes to its rules are told with. */
export const agencyWords = {
  agency_rule_switched_off: { en: "The agency has switched this rule off: {because}", es: "La agencia ha desactivado esta norma: {because}" },
} as const satisfies Words;
