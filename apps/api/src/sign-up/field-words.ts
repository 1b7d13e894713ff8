import type { Event } from "@cte-partnerships/domain";
import type { FieldError } from "../http/field-errors.ts";

/** An error as a form says it, with the id of the field that it leads to. */
export interface SaidError {
  id: string;
  /** Stands on its own, in the summary. */
  message: string;
  /** Beside the field, whose label need not be said again. */
  beside: string;
}

const labels: Record<string, string> = {
  name: "Your name",
  email: "Your e-mail address",
  affiliation: "Firm, school or organization",
  partySize: "The number of people",
};

const needed: Record<string, string> = { name: "Enter your name", email: "Enter your e-mail address", partySize: "Enter how many people come" };

/** The ids of form fields, which stand in links and labels. */
export const fieldId = (path: string): string => path.replaceAll(".", "-");

/** One sentence a field: what to do, naming the field, since a summary stands apart from it. */
export function sayErrors(errors: readonly FieldError[], { questions }: Pick<Event, "questions">): SaidError[] {
  const said = new Map<string, SaidError>();
  for (const { path, message } of errors) {
    const [field = "", questionId] = path.split(".");
    const id = fieldId(field === "answers" && questionId !== undefined ? `answers.${questionId}` : field);
    if (said.has(id)) continue;
    const question = questions.find((known) => known.id === questionId)?.label;
    const sentence = sentenceFor(field, question, message);
    said.set(id, { id, message: sentence, beside: question === undefined ? sentence : message === "is needed" ? "Answer this question" : `This ${message}` });
  }
  return [...said.values()];
}

function sentenceFor(field: string, question: string | undefined, message: string): string {
  if (question !== undefined) return message === "is needed" ? `Answer “${question}”` : `“${question}” ${message}`;
  if (message === "is needed" && needed[field]) return needed[field];
  return `${labels[field] ?? "The form"} ${message}`;
}
