import type { ActivityType, Details } from "@cte-partnerships/domain";
import { activityTypeOf, detailParts } from "../../lib/activity-types.ts";
import type { Field } from "../../lib/schema-field.ts";

/** What a kind of activity is asked about, as its fields hold it: text by the name of the detail. Lists have an entry a line. */
export type DetailTexts = Readonly<Record<string, string>>;

const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(String).join("\n");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === undefined || value === null ? "" : String(value);
};

export const detailTexts = (details: Details | undefined): DetailTexts =>
  Object.fromEntries(Object.entries(details ?? {}).map(([name, value]) => [name, textOf(value)]));

/** What cannot be read stays text: the type's own definition refuses it, at its field. */
function valueIn(field: Field, text: string): Details[string] | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  if (field.kind === "number") return Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
  if (field.kind === "yes_no") return trimmed === "yes" ? true : trimmed === "no" ? false : trimmed;
  if (field.kind === "list" || field.kind === "choices") return trimmed.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
  return trimmed;
}

/**
 * What the fields say, of what this kind of activity is asked about. What was typed for another kind stays in the form and is not sent.
 * Of a kind that the agency has no more, nothing can be asked: its details stay as they were.
 */
export function detailsIn(activityTypeId: string, texts: DetailTexts, before: Details | undefined): Details | undefined {
  const type = activityTypeOf(activityTypeId);
  if (!type) return before;
  const given = detailParts(type).flatMap(({ key, field }) => {
    const value = valueIn(field, texts[key] ?? "");
    return value === undefined ? [] : [[key, value] as const];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** Names of what is typed and not asked of this kind of activity. */
export function unaskedDetails(type: ActivityType | undefined, texts: DetailTexts): string[] {
  const asked = new Set(detailParts(type).map(({ key }) => key));
  return Object.entries(texts).flatMap(([name, text]) => (text.trim() === "" || asked.has(name) ? [] : [name]));
}

/** What a detail may be, in words that follow its name: the schema's own bounds. */
export function boundsInWords(field: Field): string {
  if (field.kind === "number") {
    const what = field.isWhole ? "a whole number" : "a number";
    if (field.least !== undefined && field.most !== undefined) return `must be ${what} from ${field.least} to ${field.most}`;
    if (field.least !== undefined) return `must be ${what}, ${field.least} or more`;
    return field.most === undefined ? `must be ${what}` : `must be ${what}, ${field.most} or less`;
  }
  if (field.kind === "list") {
    const each = field.item.kind === "text" && field.item.most !== undefined ? `, each of at most ${field.item.most} characters` : "";
    return field.most === undefined ? `must be entries a line${each}` : `must be at most ${field.most} entries, one a line${each}`;
  }
  if (field.kind === "text" && field.most !== undefined) return `must be at most ${field.most} characters`;
  if (field.kind === "yes_no") return "must be yes or no";
  if (field.kind === "day") return "must be a day that there is";
  if (field.kind === "choices") return "must be some of its choices";
  return field.kind === "choice" ? "must be one of its choices" : "does not fit";
}
