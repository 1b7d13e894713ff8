import * as z from "zod";
import { isRealDay } from "./real-day.ts";

const isRealTime = /T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]/;

/** A moment in UTC, to the millisecond, as text that sorts in time order: `2026-11-24T14:00:00.000Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, "must be an instant in UTC such as 2026-11-24T14:00:00.000Z")
  .refine((text) => isRealDay(text) && isRealTime.test(text), "is not a real date and time")
  .brand("Instant");
export type Instant = z.infer<typeof Instant>;

/**
 * The same moment from milliseconds since 1970. Throws a `RangeError` where there is no such date in the years 0 to 9999.
 *
 * @example
 * instantFrom(0) // "1970-01-01T00:00:00.000Z"
 */
export const instantFrom = (epochMilliseconds: number): Instant => {
  const text = new Date(epochMilliseconds).toISOString();
  // Years beyond four digits are written with a sign, and would no longer sort in time order.
  if (text.length !== "2026-11-24T14:00:00.000Z".length) throw new RangeError(`no instant is ${epochMilliseconds} ms from 1970`);
  return text as Instant;
};

/**
 * Milliseconds since 1970, to reckon with.
 *
 * @example
 * millisecondsOf(instantFrom(1500)) // 1500
 */
export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

/**
 * An instant so many minutes later (earlier where negative). Throws a `RangeError` beyond the years 0 to 9999.
 *
 * @example
 * minutesAfter(Instant.parse("2027-03-04T14:00:00.000Z"), 90) // "2027-03-04T15:30:00.000Z"
 */
export const minutesAfter = (instant: Instant, minutes: number): Instant => instantFrom(millisecondsOf(instant) + minutes * 60_000);

/** An IANA zone that this runtime knows, as the IANA writes it: `America/New_York`, not `america/new_york`. */
export const Zone = z.string().max(64).refine(isZone, "must be an IANA time zone such as America/New_York").brand("Zone");
export type Zone = z.infer<typeof Zone>;

// Asking the runtime costs a hundred times what the rest of an event does. There are some hundreds of zones, so that is how many
// are remembered; what is no zone is asked about again, for of those there is no end.
const knownZones = /* @__PURE__ */ new Set<string>();

function isZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (name !== "UTC" && !/^[A-Z][A-Za-z0-9_+-]*(?:\/[A-Z][A-Za-z0-9_+-]*)+$/.test(name)) return false;
  try {
    // The runtime also takes other capitals, which calendar files and other runtimes would not know again.
    const known = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    const isKnown = known === name || known.toLowerCase() !== name.toLowerCase();
    if (isKnown) knownZones.add(name);
    return isKnown;
  } catch {
    return false;
  }
}
