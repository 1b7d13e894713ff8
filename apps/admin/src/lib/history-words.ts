import type { Host, Instant } from "@cte-partnerships/domain";
import type { AuditRow } from "./api/audit.ts";
import type { Me } from "./api/session.ts";
import { hostName, titleOf } from "./host.ts";
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

const fields: Record<string, string> = {
  activityTypeId: "activity type",
  signUpWindow: "sign-ups",
  opensAt: "open",
  closesAt: "close",
  partySize: "party",
  waitlistLimit: "waiting list",
  partySizeLimit: "largest party",
  isFirstPage: "first page",
};

/** `sessions.ses_….startsAt` is the session's `starts at`. */
export function fieldOf(field: string): string {
  const own = field.split(".").at(-1) ?? field;
  return fields[own] ?? own.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

interface Place {
  zone: string;
  agency: Me["agency"];
}

/**
 * A moment in the zone of the place, told where it is not the agency's; kinds and hosts by name; yes and no. Of what has more parts
 * than a line can tell, only that it is there.
 */
export function valueInWords(field: string, value: string, place: Place): string {
  const { zone, agency } = place;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return dayAndTimeHere(value as Instant, zone, agency.zone);
  if (value === "true" || value === "false") return value === "true" ? "yes" : "no";
  if (field === "activityTypeId") return titleOf(agency.activityTypes, value);
  if (!/^[{[]/.test(value)) return value;
  const parts = partsOf(value);
  if (parts === undefined) return "set";
  if (field === "host") return hostName(agency, parts as unknown as Host);
  return Object.entries(parts)
    .map(([name, part]) => `${fieldOf(name)} ${valueInWords(name, part, place)}`)
    .join(", ");
}

/** The parts of what is written as JSON, where each of them is a word by itself. */
function partsOf(value: string): Readonly<Record<string, string>> | undefined {
  try {
    const parts: unknown = JSON.parse(value);
    return typeof parts === "object" && parts !== null && !Array.isArray(parts) && Object.values(parts).every((part) => typeof part === "string")
      ? (parts as Record<string, string>)
      : undefined;
  } catch {
    return undefined;
  }
}
