import type { DateSpan, IsoDate } from "./date.ts";
import { utcDay } from "./utc-day.ts";

// Apart from `date.ts`, so that whoever only asks which days these are bundles no schema.
const partsOf = (date: IsoDate) => date.split("-").map(Number) as [number, number, number];

/**
 * The week that a day is in, or one so many weeks later, from Monday to Sunday (ISO 8601).
 *
 * @example
 * weekAround("2026-11-26") // { from: "2026-11-23", to: "2026-11-29" }
 * weekAround("2026-11-26", 1) // { from: "2026-11-30", to: "2026-12-06" }
 */
export const weekAround = (date: IsoDate, weeks = 0): Required<DateSpan> => {
  const [year, month, day] = partsOf(date);
  const monday = day + 1 - (new Date(date).getUTCDay() || 7) + 7 * weeks;
  return { from: utcDay(year, month, monday), to: utcDay(year, month, monday + 6) };
};

/**
 * The month of the calendar that a day is in, from its first day to its last.
 *
 * @example
 * monthAround("2028-02-10") // { from: "2028-02-01", to: "2028-02-29" }
 */
export const monthAround = (date: IsoDate): Required<DateSpan> => {
  const [year, month] = partsOf(date);
  return { from: utcDay(year, month, 1), to: utcDay(year, month + 1, 0) };
};
