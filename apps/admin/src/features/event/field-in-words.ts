import type { Audience, FieldPath, IsoDate } from "@cte-partnerships/domain";
import type { Me } from "../../lib/api/session.ts";
import { clockInWords, weekdayInWords } from "../../lib/days.ts";
import { hostName, hostOf, titleOf } from "../../lib/host.ts";
import { labelOf } from "./event-form-faults.ts";
import type { EventFormValues, QuestionFormValues, SessionFormValues } from "./event-form-values.ts";
import { audienceWords, questionKindWords, venueKindWords } from "./event-words.ts";

type Rows = readonly { id: string }[];
type Look = { forms: readonly EventFormValues[]; agency: Me["agency"] };

/** Where the thing of that id stands, in the first of the forms that has it. */
function placeOf(forms: readonly EventFormValues[], list: (form: EventFormValues) => Rows, id: string): number {
  const places = forms.map((form) => list(form).findIndex((row) => row.id === id));
  return places.find((place) => place >= 0) ?? 0;
}

/** What a field of the form is called: `Session 2, seats`. Positions are those of the first form that has the thing. */
export function fieldName(path: FieldPath, forms: readonly EventFormValues[]): string {
  const [head, id, third, optionId, ...rest] = path;
  if ((head !== "sessions" && head !== "questions") || id === undefined) return labelOf(path.join("."));
  if (id === "#order") return head === "sessions" ? "Order of the sessions" : "Order of the questions";
  const place = placeOf(forms, (form) => form[head], id);
  if (third !== "options" || optionId === undefined) return labelOf([head, place, ...(third ? [third] : [])].join("."));
  const options = (form: EventFormValues) => form.questions.find((question) => question.id === id)?.options ?? [];
  if (optionId === "#order") return `Question ${place + 1}, order of the options`;
  return labelOf([head, place, third, placeOf(forms, options, optionId), ...rest].join("."));
}

const nothing = "(nothing)";
const isText = (value: unknown): value is string => typeof value === "string";

const sessionInWords = ({ label, date, startsAt, endsAt, lastDate, capacity }: SessionFormValues): string =>
  `${label ? `${label}: ` : ""}${weekdayInWords(date as IsoDate)}, ${clockInWords(startsAt)} to ${lastDate === date ? "" : `${weekdayInWords(lastDate as IsoDate)}, `}${clockInWords(endsAt)}, ${capacity} seats`;
const questionInWords = ({ label, kind, isRetired }: QuestionFormValues): string =>
  `${label} (${questionKindWords[kind].toLowerCase()}${isRetired ? ", retired" : ""})`;

/** What stands in a field, as it can be compared at a glance. */
export function fieldInWords(path: FieldPath, value: unknown, { forms, agency }: Look): string {
  const [head, id] = path;
  const field = path.at(-1);
  if (value === undefined) return "(not there)";
  if (value === "" || (Array.isArray(value) && value.length === 0)) return nothing;
  if (head === "sessions" && field === "status") return value === "cancelled" ? "Cancelled" : "Takes place";
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (field === "#order" && Array.isArray(value)) return value.map((each) => nameIn(path, String(each), forms)).join("\n");
  if (head === "sessions" && id !== undefined && path.length === 2) return sessionInWords(value as SessionFormValues);
  if (head === "questions" && id !== undefined && path.length === 2) return questionInWords(value as QuestionFormValues);
  if (path.length === 4 && path[2] === "options") return (value as { label: string }).label;
  if (!isText(value)) return Array.isArray(value) ? value.map((row) => (row as { label?: string }).label ?? "").join(", ") : String(value);
  if (head === "activityTypeId") return titleOf(agency.activityTypes, value);
  if (head === "host") return hostName(agency, hostOf(value));
  if (head === "audience") return audienceWords[value as Audience] ?? value;
  if (field === "boroughId") return titleOf(agency.boroughs, value);
  if (head === "venue" && field === "kind") return venueKindWords[value as keyof typeof venueKindWords] ?? value;
  if (head === "questions" && field === "kind") return questionKindWords[value as QuestionFormValues["kind"]] ?? value;
  if (head === "details" && (value === "yes" || value === "no")) return value === "yes" ? "Yes" : "No";
  if (head === "sessions" && (field === "startsAt" || field === "endsAt")) return clockInWords(value);
  if (field === "date" || field === "lastDate") return weekdayInWords(value as IsoDate);
  if (head === "signUpWindow") return `${weekdayInWords(value.slice(0, 10) as IsoDate)}, ${clockInWords(value.slice(11))}`;
  return value;
}

/** What somebody made of a session, where it stands elsewhere as a whole: `Seats: 40 → 60`, a line each. */
export function sessionChanges(was: SessionFormValues, is: SessionFormValues, look: Look): string[] {
  const fields = ["label", "date", "startsAt", "endsAt", "lastDate", "capacity", "partySizeLimit", "waitlistLimit"] as const;
  return fields
    .filter((field) => was[field] !== is[field] && !(field === "lastDate" && is.lastDate === is.date))
    .map((field) => {
      const path = ["sessions", was.id, field];
      const name = fieldName(path, look.forms).split(", ").at(-1) ?? field;
      return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${fieldInWords(path, was[field], look)} → ${fieldInWords(path, is[field], look)}`;
    });
}

function nameIn(path: FieldPath, id: string, forms: readonly EventFormValues[]): string {
  for (const form of forms) {
    if (path[0] === "sessions") {
      const session = form.sessions.find((row) => row.id === id);
      if (session) return sessionInWords(session);
    }
    const question = form.questions.find((row) => row.id === (path[2] === "options" ? path[1] : id));
    if (question && path[2] !== "options") return question.label;
    const option = question?.options.find((row) => row.id === id);
    if (option) return option.label;
  }
  return id;
}
