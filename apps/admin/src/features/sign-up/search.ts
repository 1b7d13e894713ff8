// The small zod: search parameters are read before the first paint, and the whole one costs 20 kB there.
import * as z from "zod/mini";

const word = z.catch(z.optional(z.string().check(z.maxLength(100))), undefined);

/** What is shown of a roster, as it stands in the address bar. What makes no sense there is dropped, never an error. */
export const RosterSearch = z.object({
  view: z.catch(z.optional(z.enum(["decide", "confirmed", "waiting", "ended"])), undefined),
  q: word,
  /** Column ids with commas between them; absent: those that are shown by themselves. */
  columns: z.catch(z.optional(z.string().check(z.maxLength(400))), undefined),
  /** A column's id, with a minus before it where the last comes first. */
  sort: word,
  /** `questionId:optionId`, `questionId:yes`, or `questionId:none` for whoever left it out; with commas between them. */
  answers: z.catch(z.optional(z.string().check(z.maxLength(400))), undefined),
  /** What is laid out for the printer in place of the roster. */
  print: z.catch(z.optional(z.enum(["sheet", "badges"])), undefined),
});
export type RosterSearch = z.infer<typeof RosterSearch>;
export type RosterView = NonNullable<RosterSearch["view"]> | "all";
