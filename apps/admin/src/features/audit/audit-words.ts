import type { Instant, Role, Scope } from "@cte-partnerships/domain";
import type { AuditRow } from "../../lib/api/audit.ts";
import type { Me } from "../../lib/api/session.ts";
import { hostName } from "../../lib/host.ts";
import { dayAndTimeOf } from "../../lib/moments.ts";
import { roleTitles, scopeTitle } from "../../lib/role-words.ts";

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
  "seats.recount": "Counted the seats anew",
  "sign_up.take_in": "Signed up",
  "sign_up.settle": "Gave a seat or a place in line",
  "sign_up.approve": "Approved a sign-up",
  "sign_up.decline": "Declined a sign-up",
  "sign_up.correct": "Corrected a sign-up",
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
  { value: "audit", label: "Files of this log" },
];

/** Whoever is no person of the office. */
export const actorInWords = ({ by, byName }: Pick<AuditRow, "by" | "byName">): string => {
  if (byName !== undefined) return byName;
  if (by === "person") return "Somebody by form or link";
  if (by === "unknown") return "Not known";
  return by.startsWith("system:") ? "The system" : by;
};

const fieldWords: Record<string, string> = { expiresAt: "ends", takenAt: "ended", startsAt: "start", endsAt: "end", activityTypeId: "activity type" };

/** `sessions.ses_….capacity` is `session capacity`, `needsApproval` is `needs approval`. */
export function fieldInWords(field: string): string {
  const [, ofSession] = /^sessions\.[^.]+\.(.+)$/.exec(field) ?? [];
  const name = ofSession ?? field;
  const words = fieldWords[name] ?? name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return ofSession === undefined ? words : `session ${words}`;
}

/** A value as somebody reads it: moments in the agency's zone, places by name. */
export function valueInWords(agency: Me["agency"], field: string, value: string): string {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return dayAndTimeOf(value as Instant, agency.zone);
  if (field === "role" && Object.hasOwn(roleTitles, value)) return roleTitles[value as Role];
  if (value === "true" || value === "false") return value === "true" ? "yes" : "no";
  if (!value.startsWith("{")) return value;
  try {
    const object = JSON.parse(value) as { kind?: string };
    if (field === "scope") return scopeTitle(agency, object as Scope);
    if (field === "host") return hostName(agency, object as never);
    const parts = Object.entries(object).map(
      ([name, part]) => `${fieldInWords(name)} ${typeof part === "string" ? valueInWords(agency, name, part) : JSON.stringify(part)}`,
    );
    return parts.join(", ");
  } catch {
    return value;
  }
}
