// The small zod: search parameters are read before the first paint, and the whole one costs 20 kB there.
import * as z from "zod/mini";

const word = z.catch(z.optional(z.string().check(z.maxLength(100))), undefined);
/** Several with commas between them. */
const several = z.catch(z.optional(z.string().check(z.maxLength(1000))), undefined);
const date = z.catch(z.optional(z.iso.date()), undefined);

/** What is shown of the list, as it stands in the address bar. What makes no sense there is dropped, never an error. */
export const EventSearch = z.object({
  q: word,
  status: several,
  activityType: several,
  borough: several,
  /** Words such as `office` and `cms_…`. */
  host: several,
  /** A span of days that goes along with the calendar; it stands in place of the two days. */
  when: z.catch(z.optional(z.enum(["today", "week", "next-week", "month", "school-year"])), undefined),
  from: date,
  to: date,
  /** A column's id, with a minus before it where the last comes first; absent: what is to come first. */
  sort: word,
  /** Ids of columns; absent: those that are shown by themselves. */
  columns: several,
  /** Events from long ago too, which the console does not hold. */
  all: z.catch(z.optional(z.literal(true)), undefined),
});
export type EventSearch = z.infer<typeof EventSearch>;

export const wordsIn = (text: string | undefined): string[] => (text ?? "").split(",").filter(Boolean);

/** Everything of a view, unset: what a view does not say is what is shown by itself. */
export const nothingAsked: { [Name in keyof EventSearch]-?: undefined } = {
  q: undefined,
  status: undefined,
  activityType: undefined,
  borough: undefined,
  host: undefined,
  when: undefined,
  from: undefined,
  to: undefined,
  sort: undefined,
  columns: undefined,
  all: undefined,
};

const narrowing = ["status", "activityType", "borough", "host", "when", "from", "to"] as const;

export const isNarrowed = (search: EventSearch): boolean => (search.q ?? "") !== "" || narrowing.some((name) => search[name] !== undefined);

/** Search and filters gone; order and columns as they are. */
export const withoutFilters = {
  q: undefined,
  ...(Object.fromEntries(narrowing.map((name) => [name, undefined])) as Record<(typeof narrowing)[number], undefined>),
};
