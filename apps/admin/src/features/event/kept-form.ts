import { type EventFormValues, emptyQuestion, emptySession, newRowKey } from "./event-form-values.ts";

/**
 * What was kept of a form, as a form again. It may have been kept by an older console: what it does not have is as in `like`, and what
 * is of another shape is not taken.
 */
export function formFromKept(kept: unknown, like: EventFormValues): EventFormValues {
  const whole = shaped(kept, like) as EventFormValues;
  const { details, questions, sessions } = isRecord(kept) ? kept : {};
  return {
    ...whole,
    details: isRecord(details)
      ? Object.fromEntries(Object.entries(details).filter((entry): entry is [string, string] => typeof entry[1] === "string"))
      : like.details,
    questions: rows(questions, { ...emptyQuestion, key: "" }).map((question) => ({ ...question, options: rows(question.options, { id: "", label: "" }) })),
    sessions: rows(sessions, { ...emptySession, key: "" }),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function rows<Row extends object>(kept: unknown, like: Row): Row[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(isRecord).map((row) => {
    const known = shaped(row, like) as Row & { key?: string };
    return "key" in known && known.key === "" ? { ...known, key: newRowKey() } : known;
  });
}

/** Numbers of a row are text while they are typed. */
const fits = (value: unknown, like: unknown) => typeof value === typeof like || (typeof like === "number" && value === "");

function shaped(value: unknown, like: unknown): unknown {
  if (isRecord(like)) return Object.fromEntries(Object.entries(like).map(([key, inner]) => [key, shaped(isRecord(value) ? value[key] : undefined, inner)]));
  if (Array.isArray(like)) return Array.isArray(value) ? value : like;
  return fits(value, like) ? value : like;
}
