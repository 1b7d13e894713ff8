// The small zod: search parameters are read before the first paint, and the whole one costs 20 kB there.
import * as z from "zod/mini";

const word = z.catch(z.optional(z.string().check(z.maxLength(100))), undefined);
const date = z.catch(z.optional(z.iso.date()), undefined);

/** The list's filters as they stand in the address bar. What makes no sense there is dropped, never an error. */
export const EventSearch = z.object({
  q: word,
  status: z.catch(z.optional(z.enum(["draft", "published", "closed", "done", "cancelled"])), undefined),
  activityType: word,
  borough: word,
  host: word,
  from: date,
  to: date,
  order: z.catch(z.optional(z.enum(["soonest", "latest"])), undefined),
});
export type EventSearch = z.infer<typeof EventSearch>;
