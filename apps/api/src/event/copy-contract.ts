import { EventId, IsoDate, line, SeriesId, SeriesRule, seriesAtMost } from "@cte-partnerships/domain";
import * as z from "zod";
import { EventStatus } from "./contract.ts";

/** What the console sends and is told where one event makes others: a clone, a series, many published at once. */

/** How many days later the sessions of the clone are, at the same time of day (earlier where negative); absent: it has none. */
export const CloneInput = z.strictObject({
  shiftDays: z.int().min(-3660).max(3660).optional(),
  /** Absent: the same as that of the event. */
  title: line(140).optional(),
});
export type CloneInput = z.infer<typeof CloneInput>;

/** A question, which changes nothing: which days would this be? The event's own first day is the first. */
export const SeriesQuestion = z.strictObject({ rule: SeriesRule, skipsClosures: z.boolean() });
export type SeriesQuestion = z.infer<typeof SeriesQuestion>;

export const SeriesDates = z.object({
  dates: z.array(
    z.object({
      on: IsoDate,
      /** Why there is no school that day, as the agency's calendar says. */
      closure: z.string().optional(),
      /** Absent where the calendar of that school year is not known. */
      isSchoolDay: z.boolean().optional(),
      isSkipped: z.boolean(),
    }),
  ),
});
export type SeriesDates = z.infer<typeof SeriesDates>;

/**
 * Makes a series of which the event is the first: a draft for each further day, with the same time of day. `version` is that of
 * the event when this was asked first; asked again with the same key and days, it makes only what is missing.
 */
export const SeriesInput = z.strictObject({
  version: z.int().min(1),
  /** First days of the further events: later than the event's own, in order, each once. */
  dates: z
    .array(IsoDate)
    .min(1)
    .max(seriesAtMost - 1)
    .refine((dates) => dates.every((date, index) => index === 0 || date > (dates[index - 1] ?? "")), "must be in order, each once"),
});
export type SeriesInput = z.infer<typeof SeriesInput>;

/** One event of a series, as it stands. One that is out of reach, or was discarded, is left out. */
export const SeriesMember = z.object({
  number: z.int(),
  id: EventId,
  title: z.string(),
  status: EventStatus,
  version: z.int(),
  startsAt: z.string().optional(),
});
export type SeriesMember = z.infer<typeof SeriesMember>;

export const Series = z.object({ id: SeriesId, of: z.int(), events: z.array(SeriesMember) });
export type Series = z.infer<typeof Series>;

/** `missing` is above 0 where the time was over, or the table not to be reached, before all were made: ask again with the same key. */
export const MadeSeries = Series.extend({ made: z.int(), missing: z.int() });
export type MadeSeries = z.infer<typeof MadeSeries>;

export const PublishMany = z.strictObject({
  events: z
    .array(z.strictObject({ id: EventId, version: z.int().min(1) }))
    .min(1)
    .max(seriesAtMost),
});
export type PublishMany = z.infer<typeof PublishMany>;

/**
 * One outcome an event, in the order asked: published, or why not. `errors` are what stands in the way, beside the fields. `not_reached`:
 * the time was over before, and nothing was done about it.
 */
export const PublishedMany = z.object({
  outcomes: z.array(
    z.object({
      id: EventId,
      status: EventStatus.optional(),
      version: z.int().optional(),
      refusal: z.string().optional(),
      errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  ),
});
export type PublishedMany = z.infer<typeof PublishedMany>;
