import * as z from "zod";

/** A moment in UTC, to the millisecond, as text that sorts in time order: `2026-11-24T14:00:00.000Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, "must be an instant in UTC such as 2026-11-24T14:00:00.000Z")
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text, "is not a real date and time")
  .brand("Instant");
export type Instant = z.infer<typeof Instant>;

/** The same moment from milliseconds since 1970. Throws a `RangeError` where there is no such date. */
export const instantFrom = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString() as Instant;

export const millisecondsOf = (instant: Instant): number => Date.parse(instant);

/** An instant so many minutes later (earlier where negative). */
export const minutesAfter = (instant: Instant, minutes: number): Instant => instantFrom(millisecondsOf(instant) + minutes * 60_000);

/** An IANA zone that this runtime knows: `America/New_York`. */
export const Zone = z
  .string()
  .max(64)
  .refine(isZone, "must be an IANA time zone such as America/New_York")
  .brand("Zone");
export type Zone = z.infer<typeof Zone>;

function isZone(name: string): boolean {
  if (!name.includes("/") && name !== "UTC") return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
