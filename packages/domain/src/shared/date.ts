import * as z from "zod";
import { type Instant, millisecondsOf, type Zone } from "./instant.ts";
import { isRealDay } from "./real-day.ts";

/**
 * A day of the calendar, `2026-11-24`, without a time or a zone. A literal in code is checked by the compiler as far as its
 * shape goes; what comes from outside is parsed, and must be a real day.
 */
export type IsoDate = `${number}-${number}-${number}`;
// A cast and no transform: what is transformed has no JSON Schema.
export const IsoDate = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "must be a date such as 2026-11-24")
  .refine(isRealDay, "is not a real date") as unknown as z.ZodType<IsoDate, string>;

/** A month and day that comes back each year, `10-01`. */
export type MonthDay = `${number}-${number}`;

const dayMilliseconds = 86_400_000;
const midnight = (date: string): number => Date.parse(`${date}T00:00:00.000Z`);
const dateOf = (milliseconds: number): IsoDate => {
  const text = new Date(milliseconds).toISOString();
  // Years beyond four digits are written with a sign, and would no longer sort in time order.
  if (text[4] !== "-") throw new RangeError("beyond the years 0 to 9999");
  return text.slice(0, 10) as IsoDate;
};

/**
 * Whether a text is a day that there is, in the one form that sorts in time order. The type of a literal lets `2026-2-30` pass.
 *
 * @example
 * isRealDate("2027-02-29") // false
 * isRealDate("2026-2-1") // false
 */
export function isRealDate(text: string): text is IsoDate {
  return /^\d{4}-\d\d-\d\d$/.test(text) && isRealDay(text);
}

/**
 * So many days later, or earlier where negative. Throws a `RangeError` beyond the years 0 to 9999.
 *
 * @example
 * addDays("2028-02-28", 2) // "2028-03-01"
 */
export const addDays = (date: IsoDate, days: number): IsoDate => dateOf(midnight(date) + days * dayMilliseconds);

/**
 * The same day so many years later; the last of February where there is no 29th. Throws a `RangeError` beyond the years 0 to 9999.
 *
 * @example
 * addYears("2024-02-29", 5) // "2029-02-28"
 */
export const addYears = (date: IsoDate, years: number): IsoDate => {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, "0");
  const same = `${year}${date.slice(4)}`;
  return dateOf(midnight(isRealDate(same) ? same : `${year}-02-28`));
};

/**
 * Whole days from the first to the second; negative where the second is earlier.
 *
 * @example
 * daysBetween("2026-11-24", "2026-12-01") // 7
 */
export const daysBetween = (first: IsoDate, second: IsoDate): number => Math.round((midnight(second) - midnight(first)) / dayMilliseconds);

/**
 * The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
 *
 * @example
 * weekdayOf("2026-11-24") // 2
 */
export const weekdayOf = (date: IsoDate): number => new Date(midnight(date)).getUTCDay() || 7;

/**
 * The day that a moment falls on at a place.
 *
 * @example
 * dateIn("America/New_York", "2026-11-24T03:00:00.000Z") // "2026-11-23"
 */
export function dateIn(zone: Zone, instant: Instant): IsoDate {
  let day = days.get(zone);
  if (!day) {
    // Swedish writes dates as ISO does.
    day = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
    days.set(zone, day);
  }
  return day.format(millisecondsOf(instant)) as IsoDate;
}

// Making one costs a hundred times what using it does, and a calendar asks for two days a session. There are some hundreds of zones.
const days = /* @__PURE__ */ new Map<Zone, Intl.DateTimeFormat>();

/** A span of days, both of them in it; open where there is no last. */
export interface DateSpan {
  from: IsoDate;
  /** The last day in force. */
  to?: IsoDate;
}

/**
 * Whether a day is within a span, its first and last day included.
 *
 * @example
 * isWithin({ from: "2022-09-01" }, "2022-08-31") // false
 */
export const isWithin = ({ from, to }: DateSpan, on: IsoDate): boolean => from <= on && (to === undefined || on <= to);
