// The small zod: search parameters are read before the first paint, and the whole one costs 20 kB there.
import * as z from "zod/mini";

const word = z.catch(z.optional(z.string().check(z.maxLength(100))), undefined);

/** What is shown of the calendar, as it stands in the address bar. What makes no sense there is dropped, never an error. */
export const CalendarSearch = z.object({
  /** Absent: the agenda. */
  view: z.catch(z.optional(z.enum(["week", "month"])), undefined),
  /** A day that is shown; absent: today. */
  on: z.catch(z.optional(z.iso.date()), undefined),
  status: z.catch(z.optional(z.enum(["draft", "published", "closed", "done", "cancelled"])), undefined),
  activityType: word,
  borough: word,
  /** A word such as `office` and `cms_…`. */
  host: word,
});
export type CalendarSearch = z.infer<typeof CalendarSearch>;
export type CalendarView = NonNullable<CalendarSearch["view"]> | "agenda";
