import { type Instant, millisecondsOf, type Zone } from "../shared/instant.ts";

/**
 * A moment as the clock at a place shows it, with its distance from UTC: what files for people and search engines expect.
 *
 * @example
 * localTime("America/New_York", "2027-03-04T14:00:00.000Z") // "2027-03-04T09:00:00-05:00"
 */
export function localTime(zone: Zone, instant: Instant): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  }).formatToParts(millisecondsOf(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "";
  const offset = part("timeZoneName").replace("GMT", "") || "+00:00";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}${offset}`;
}
