import type { AuditRow } from "../../lib/api/audit.ts";
import { dayAndTimeOf } from "../../lib/moments.ts";

/** What was done, in a clerk's words. What is not here is shown by its code. */
const operations: Record<string, string> = {
  "audit.export": "Took this log out as a file",
  "event.make": "Made an event",
  "event.edit": "Changed an event",
  "event.begin_series": "Began a series with an event",
  "event.publish": "Published an event",
  "event.close": "Closed sign-ups",
  "event.reopen": "Reopened sign-ups",
  "event.cancel": "Cancelled an event",
  "event.discard": "Threw a draft away",
  "event.finish": "Filed an event as done",
  "event.remove": "Removed an event",
  "grant.give": "Gave a role",
  "grant.change": "Changed when a role ends",
  "grant.take": "Ended a role",
  "session.cancel": "Cancelled a session",
  "session.change_capacity": "Changed capacity",
  "session.end_all": "Signed out everywhere",
  "message.write": "Wrote to people",
  "roster.export_people": "Took a roster out as a file with names",
  "roster.export_counts": "Took a roster out as a file without personal data",
  "seats.recount": "Counted the seats anew",
  "sign_up.take_in": "Signed up",
  "sign_up.settle": "Gave a seat or a place in line",
  "sign_up.approve": "Approved a sign-up",
  "sign_up.decline": "Declined a sign-up",
  "sign_up.correct": "Corrected a sign-up",
  "sign_up.make_smaller": "Made a party smaller",
  "sign_up.withdraw": "Withdrew a sign-up",
  "sign_up.cancel": "Ended a sign-up with its session",
  "sign-up.remove": "Removed a sign-up",
  "user.invite": "Invited somebody",
  "user.join": "Took up an invitation",
  "user.register": "Became known, or by another name",
};
export const operationInWords = (op: string): string => operations[op] ?? op;

/** Kinds of operations to filter by. */
export const kinds = [
  { value: "event", label: "Events" },
  { value: "session", label: "Sessions, and signing out" },
  { value: "sign_up", label: "Sign-ups" },
  { value: "message", label: "Messages" },
  { value: "grant", label: "Roles" },
  { value: "user", label: "People of the console" },
  { value: "roster", label: "Files of rosters" },
  { value: "audit", label: "Files of this log" },
];

/** Whoever is no person of the office. */
export const actorInWords = ({ by, byName }: Pick<AuditRow, "by" | "byName">): string => {
  if (byName !== undefined) return byName;
  if (by === "person") return "Somebody by form or link";
  if (by === "unknown") return "Not known";
  return by.startsWith("system:") ? "The system" : by;
};

const kindsOfSubject: Record<string, string> = { evt: "Event", ses: "Session", sgn: "Sign-up", usr: "Somebody of the office" };

/** What was changed, by name where it has one; the end of its id tells it from others where it has none, as a sign-up does on purpose. */
export function subjectInWords({ subject, subjectName, subjectStartsAt }: Pick<AuditRow, "subject" | "subjectName" | "subjectStartsAt">, zone: string): string {
  if (subject === "audit") return "The log";
  const kind = kindsOfSubject[subject.slice(0, 3)];
  const name = subjectName ?? (kind === undefined ? subject : `${kind} …${subject.slice(-6)}`);
  return subjectStartsAt === undefined ? name : `${name}, ${dayAndTimeOf(subjectStartsAt, zone)}`;
}
