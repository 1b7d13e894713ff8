import type { DateSpan, IsoDate, MonthDay } from "../shared/date.ts";
import { utcDay } from "../shared/utc-day.ts";

/**
 * The school year that a day is in, the summer before its classes included, from its first day to the eve of the next one. It begins on
 * 1 July where nothing else is said, as New York counts it (Education Law § 2(15)).
 *
 * @example
 * schoolYearAround("2026-06-30") // { from: "2025-07-01", to: "2026-06-30" }
 * schoolYearAround("2026-08-15", "09-01") // { from: "2025-09-01", to: "2026-08-31" }
 */
export function schoolYearAround(date: IsoDate, begins: MonthDay = "07-01"): Required<DateSpan> {
  const [month, day] = begins.split("-").map(Number) as [number, number];
  const year = Number(date.slice(0, 4)) - (date.slice(5) < begins ? 1 : 0);
  return { from: utcDay(year, month, day), to: utcDay(year + 1, month, day - 1) };
}
