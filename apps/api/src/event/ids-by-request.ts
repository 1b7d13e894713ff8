import { createHash } from "node:crypto";
import { EventId, SeriesId } from "@cte-partnerships/domain";
import { crockford } from "../ids.ts";

// What is made by a request that may be sent again is named after the request: so it is made once.
const namedAfter = (...parts: string[]) => crockford(createHash("sha256").update(parts.join("\n")).digest().subarray(0, 16));

/** The event that this person's request makes. The same key for another title or first day makes another one. */
export const eventIdFor = (userId: string, idempotencyKey: string, slug: string): EventId =>
  EventId.parse(`evt_${namedAfter("event", userId, idempotencyKey, slug)}`);

/** The series that this person's request makes of this event. The same key with other days makes another one. */
export const seriesIdFor = (eventId: EventId, userId: string, idempotencyKey: string, dates: readonly string[]): SeriesId =>
  SeriesId.parse(`srs_${namedAfter("series", eventId, userId, idempotencyKey, ...dates)}`);

/** The id of an event of a series, by its place from the second on: the first had its own before. */
export const eventIdIn = (seriesId: SeriesId, number: number): EventId => EventId.parse(`evt_${namedAfter("event of a series", seriesId, String(number))}`);
