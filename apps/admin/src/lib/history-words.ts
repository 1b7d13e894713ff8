import type { AuditRow } from "./api/audit.ts";

/** What was done to a sign-up, its session or its event, in a clerk's words. What is not here is shown by its code. */
const operations: Record<string, string> = {
  "sign_up.take_in": "Signed up",
  "sign_up.settle": "Settled",
  "sign_up.approve": "Approved",
  "sign_up.decline": "Declined",
  "sign_up.withdraw": "Withdrawn",
  "sign_up.correct": "Answers corrected",
  "sign_up.make_smaller": "Party made smaller",
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
