import type { Instant } from "@cte-partnerships/domain";
import type { AuditRow } from "./api.ts";
import { dayAndTimeHere } from "./moments.ts";

/** What was done to a sign-up, its session or its event, in a clerk's words. What is not here is shown by its code. */
const operations: Record<string, string> = {
  "sign_up.take_in": "Signed up",
  "sign_up.settle": "Settled",
  "sign_up.approve": "Approved",
  "sign_up.decline": "Declined",
  "sign_up.withdraw": "Withdrawn",
  "sign_up.correct": "Answers corrected",
  "sign_up.make_party_smaller": "Party made smaller",
  "sign_up.cancel": "Ended with the session",
  "session.change_capacity": "Capacity changed",
  "session.cancel": "Session cancelled",
  "message.write": "Message sent",
  "roster.export_people": "File with names taken out",
  "roster.export_counts": "File without personal data taken out",
  "event.make": "Event made",
  "event.edit": "Event changed",
  "event.begin_series": "Series begun with the event",
  "event.publish": "Event published",
  "event.close": "Sign-ups closed",
  "event.reopen": "Sign-ups reopened",
  "event.cancel": "Event cancelled",
  "event.finish": "Event over",
};
export const deedOf = ({ op }: Pick<AuditRow, "op">): string => operations[op] ?? op;

/** Who did it: somebody of the office by name; of the public only that it was the person with the form or link. */
export function doerOf({ by, byName }: Pick<AuditRow, "by" | "byName">): string {
  if (byName !== undefined) return byName;
  if (by === "person") return "The person, by form or link";
  return by.startsWith("system:") ? "The system" : by;
}

const fields: Record<string, string> = { partySize: "party", waitlistLimit: "waiting list", partySizeLimit: "largest party", isFirstPage: "first page" };

/** `sessions.ses_….startsAt` is the session's `starts at`. */
export function fieldOf(field: string): string {
  const own = field.split(".").at(-1) ?? field;
  return fields[own] ?? own.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A moment in the zone of the place, told where it is not `home`; yes and no; of what has parts of its own, only that it is there. */
export function valueInWords(value: string, zone: string, home: string): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return dayAndTimeHere(value as Instant, zone, home);
  if (value === "true" || value === "false") return value === "true" ? "yes" : "no";
  return /^[{[]/.test(value) ? "set" : value;
}
