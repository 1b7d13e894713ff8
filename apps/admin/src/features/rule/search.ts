import * as z from "zod/mini";

const date = z.catch(z.optional(z.iso.date()), undefined);

/** What the list of rules is narrowed by, as it stands in the address bar. What makes no sense there is dropped, never an error. */
export const RuleSearch = z.object({
  q: z.catch(z.optional(z.string().check(z.maxLength(100))), undefined),
  on: date,
  standing: z.catch(z.optional(z.enum(["counts", "advice", "unconfirmed", "switched_off"])), undefined),
});
export type RuleSearch = z.infer<typeof RuleSearch>;

/** How a question is tried: as of which day, beside which other day, and in which language its sentences are. Its facts stand behind the `#`. */
export const TrialSearch = z.object({
  on: date,
  against: date,
  language: z.catch(z.optional(z.enum(["en", "es"])), undefined),
});
export type TrialSearch = z.infer<typeof TrialSearch>;
