// The small zod: search parameters are read before the first paint, and the whole one costs 20 kB there.
import * as z from "zod/mini";

/** What is shown of a roster, as it stands in the address bar. */
export const RosterSearch = z.object({
  view: z.catch(z.optional(z.enum(["decide", "confirmed", "waiting", "ended"])), undefined),
  q: z.catch(z.optional(z.string().check(z.maxLength(100))), undefined),
});
export type RosterSearch = z.infer<typeof RosterSearch>;
export type RosterView = NonNullable<RosterSearch["view"]> | "all";
