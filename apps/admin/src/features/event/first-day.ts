import type { Event, IsoDate } from "@cte-partnerships/domain";
import { wallTimeOf } from "../../lib/zoned-time.ts";

/** The day at the venue on which the first session takes place that was not cancelled: what a clone or a series is counted from. */
export function firstDayOf({ sessions, venue }: Pick<Event, "sessions" | "venue">): IsoDate | undefined {
  const [first] = sessions.flatMap(({ status, startsAt }) => (status === "scheduled" ? [startsAt] : [])).sort();
  return first && (wallTimeOf(first, venue.zone).slice(0, 10) as IsoDate);
}
