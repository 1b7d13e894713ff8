import type { CalendarSession } from "../../lib/api/calendar.ts";
import { statusWords } from "../../lib/status-words.ts";

/** What is to be said of a session beside when and what: nothing where people can sign up as usual. */
export function markOf({ isCancelled, status }: Pick<CalendarSession, "isCancelled" | "status">): string | undefined {
  if (isCancelled) return "Cancelled";
  return status === "published" ? undefined : statusWords[status].label;
}

/** `12 of 40 taken`, with how many are to be decided on and how many wait, where anybody does. */
export function seatsInWords({ seats, capacity }: Pick<CalendarSession, "seats" | "capacity">): string {
  const all = capacity.toLocaleString("en-US");
  if (!seats) return capacity === 1 ? "1 seat" : `${all} seats`;
  const more = [seats.held > 0 ? `${seats.held} to decide on` : "", seats.waiting > 0 ? `${seats.waiting} waiting` : ""].filter(Boolean);
  return [`${seats.taken.toLocaleString("en-US")} of ${all} taken`, ...more].join(", ");
}
