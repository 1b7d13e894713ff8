import type { Audience, Host, Instant, IsoDate, Role, Scope } from "@cte-partnerships/domain";
import type { AuditRow } from "./api/audit.ts";
import type { EventStatus } from "./api/event.ts";
import type { SignUpState } from "./api/roster.ts";
import type { Me } from "./api/session.ts";
import { audienceWords } from "./audience-words.ts";
import { dateInWords } from "./days.ts";
import { eventLabels, sessionLabels } from "./event-labels.ts";
import { hostName, titleOf } from "./host.ts";
import { dayAndTimeHere } from "./moments.ts";
import { roleTitles, scopeTitle } from "./role-words.ts";
import { stateWords } from "./state-words.ts";
import { statusWords } from "./status-words.ts";

/** What stood in a field before and after, as a clerk reads it. */
export interface ChangeInWords {
  field: string;
  title: string;
  before?: string;
  after?: string;
}

interface Place {
  zone: string;
  agency: Me["agency"];
}

/** Told with their values, these would say nothing to a clerk: ids beside the row's own, a count of changes, the end of an address. */
const unread: ReadonlySet<string> = new Set(["id", "version", "slug"]);

/** Fields that hold text as somebody wrote it. */
const written: ReadonlySet<string> = new Set(["title", "reason", "label"]);

/** In the order in which they are told. */
const titles: Record<string, string> = {
  ...eventLabels,
  status: "Status",
  state: "State",
  ...Object.fromEntries(Object.entries(sessionLabels).map(([name, label]) => [name, label.charAt(0).toUpperCase() + label.slice(1)])),
  contact: "Contact",
  details: "Details of the activity",
  signUpWindow: "Sign-ups",
  venue: "Where",
  reason: "Reason",
  partySize: "Party",
  number: "Number",
  place: "Place in line",
  code: "Why",
  answers: "Answers",
  affiliation: "Organization",
  email: "E-mail",
  name: "Name",
  role: "Role",
  scope: "Where",
  expiresAt: "Ends",
  takenAt: "Ended",
  invitedUntil: "Invited until",
  joinedAt: "Joined",
  people: "People written to",
  chosen: "Chosen by name",
  states: "Whose sign-up is",
  rows: "Rows in the file",
  isFirstPage: "From the beginning",
  from: "From",
  to: "To",
};

/** What a field is called: `sessions.ses_….startsAt` is `Session, start`. What the log tells under a name that is new here is told by that name. */
export function titleOfField(field: string): string {
  const [, ofSession] = /^sessions\.[^.]+\.(.+)$/.exec(field) ?? [];
  if (ofSession !== undefined) return `Session, ${sessionLabels[ofSession] ?? titleOfField(ofSession).toLowerCase()}`;
  if (Object.hasOwn(titles, field)) return titles[field] ?? field;
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const settlingWords: Record<string, string> = {
  session_full: "The session is full",
  party_larger_than_session: "The party is larger than the session",
  sign_ups_closed: "Sign-ups are closed",
};

/** Words that the log keeps as codes, by the field in which they stand. */
function wordOf(name: string, value: string, agency: Me["agency"]): string | undefined {
  if (name === "activityTypeId") return titleOf(agency.activityTypes, value);
  if (name === "audience") return audienceWords[value as Audience];
  if (name === "role") return roleTitles[value as Role];
  if (name === "state") return stateWords[value as SignUpState]?.label;
  if (name === "states")
    return value
      .split(", ")
      .map((state) => stateWords[state as SignUpState]?.label ?? state)
      .join(", ");
  if (name === "code") return settlingWords[value];
  if (name === "status") return { scheduled: "Scheduled", open: "Open" }[value] ?? statusWords[value as EventStatus]?.label;
  return undefined;
}

/**
 * A moment in the zone of the place, told where it is not the agency's; kinds, hosts and places by name; states by word. Of what has
 * more parts than a line can tell, only that it is there.
 */
export function valueInWords(field: string, value: string, place: Place): string {
  const { zone, agency } = place;
  const name = field.split(".").at(-1) ?? field;
  // What people wrote themselves may look like anything: a title that is a date, or begins with a brace.
  if (written.has(name)) return value;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return dayAndTimeHere(value as Instant, zone, agency.zone);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateInWords(value as IsoDate);
  if (value === "true" || value === "false") return value === "true" ? "Yes" : "No";
  const parts = /^[{[]/.test(value) ? partsOf(value) : undefined;
  if (name === "host" && parts) return hostName(agency, parts as unknown as Host);
  if (name === "scope" && parts) return scopeTitle(agency, parts as unknown as Scope);
  if (name === "signUpWindow" && parts?.opensAt !== undefined && parts.closesAt !== undefined)
    return `from ${valueInWords("opensAt", parts.opensAt, place)} to ${valueInWords("closesAt", parts.closesAt, place)}`;
  return /^[{[]/.test(value) ? "set" : (wordOf(name, value, agency) ?? value);
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

type Changed = AuditRow["changed"][number];

/**
 * What a change was, in words: values where the log keeps them, and beside those the names of what else somebody changed. Nothing is
 * told that no clerk can read, and a session that came or went is one line.
 */
export function changesInWords(changed: readonly Changed[], place: Place): { values: ChangeInWords[]; others: string[] } {
  const told = changed.filter(({ field, before, after }) => !unread.has(field) && (before !== undefined || after !== undefined));
  const whole = [...new Set(told.flatMap(({ field }) => sessionIn(field) ?? []))].flatMap((id) => wholeSession(id, told, place) ?? []);
  const single = told.filter(({ field }) => !whole.some((session) => session.field === sessionIn(field)));
  const values = single
    .toSorted((a, b) => placeIn(a.field) - placeIn(b.field))
    .map(({ field, before, after }) => ({
      field,
      title: titleOfField(field),
      ...(before === undefined ? {} : { before: valueInWords(field, before, place) }),
      ...(after === undefined ? {} : { after: valueInWords(field, after, place) }),
    }));
  // Of what was made, everything is new: names of fields say nothing then.
  const isMade = changed.every(({ before }) => before === undefined);
  const untold = changed.filter(({ field, before, after }) => before === undefined && after === undefined && Object.hasOwn(titles, field));
  return { values: [...values, ...whole], others: isMade ? [] : untold.map(({ field }) => titleOfField(field)) };
}

/** The log lists fields by their code's alphabet; people read what a thing is before how it stands. */
const placeIn = (field: string): number => Object.keys(titles).indexOf(field.split(".").at(-1) ?? field);
const sessionIn = (field: string): string | undefined => /^sessions\.([^.]+)\./.exec(field)?.[1];

/** A session that stands on one side alone. */
function wholeSession(id: string, changed: readonly Changed[], place: Place): ChangeInWords | undefined {
  const side = (name: "before" | "after") =>
    new Map(changed.flatMap(({ field, [name]: value }) => (sessionIn(field) === id && value !== undefined ? [[field.split(".").at(-1) ?? "", value]] : [])));
  const [before, after] = [side("before"), side("after")];
  if (before.size > 0 === after.size > 0 || !(before.size > 0 ? before : after).has("startsAt")) return undefined;
  const inWords = (fields: ReadonlyMap<string, string>) =>
    [...fields]
      .filter(([name, value]) => !(name === "status" && value === "scheduled"))
      .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
      .map(([name, value]) => `${sessionLabels[name] ?? titleOfField(name).toLowerCase()} ${valueInWords(name, value, place)}`)
      .join(", ");
  return { field: id, title: "Session", ...(before.size > 0 ? { before: inWords(before) } : { after: inWords(after) }) };
}
const order = ["label", "startsAt", "endsAt", "capacity", "partySizeLimit", "waitlistLimit"];
