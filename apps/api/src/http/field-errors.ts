import type { AnswerFault, DetailFault, PublishFault } from "@cte-partnerships/domain";
import type { core } from "zod";

/** What is wrong with one field, beside it: `path` is dotted (`answers.diet`, `partySize`), the message says what to do. */
export interface FieldError {
  path: string;
  message: string;
}

const answerMessages: Record<AnswerFault["reason"], string> = {
  required: "is needed",
  unknown_question: "is no question of this event",
  wrong_kind: "is not the kind of answer that this question takes",
  unknown_option: "is none of the options",
  same_option_twice: "has the same option twice",
};

const publishMessages: Record<PublishFault["reason"], string> = {
  no_sessions: "needs at least one session",
  session_in_the_past: "must be in the future",
  description_missing: "is needed",
  detail_missing: "is needed",
  window_closed: "must be in the future",
  window_closes_after_last_start: "must not be after the last session starts",
};

export const fieldErrorsOfAnswers = (faults: unknown): FieldError[] =>
  (faults as AnswerFault[]).map(({ questionId, reason }) => ({ path: dotted(["answers", questionId]), message: answerMessages[reason] }));

export const fieldErrorsOfPublishing = (faults: unknown): (FieldError & Pick<PublishFault, "reason">)[] =>
  (faults as PublishFault[]).map(({ path, reason }) => ({ path: dotted(path), message: publishMessages[reason], reason }));

/** The activity type's own words. */
export const fieldErrorsOfDetails = (faults: unknown): FieldError[] => (faults as DetailFault[]).map(({ path, message }) => ({ path: dotted(path), message }));

/** What a strict schema found, one error a field. Messages never repeat what was sent. */
export const fieldErrorsOf = (error: { issues: readonly core.$ZodIssue[] }): FieldError[] => error.issues.flatMap(errorsOfIssue);

function errorsOfIssue(issue: core.$ZodIssue): FieldError[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ path: dotted([...issue.path, key]), message: "is not a known field" }));
  return [{ path: dotted(issue.path), message: messageOf(issue) }];
}

function messageOf(issue: core.$ZodIssue): string {
  if (issue.code !== "invalid_type") return issue.message;
  if (issue.message.endsWith("undefined")) return "is needed";
  return `must be ${kinds[issue.expected] ?? "of another kind"}`;
}

const kinds: Partial<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

/** A name that somebody sent is told back only where it is a plain word; anything else is a question mark. */
const dotted = (path: readonly PropertyKey[]): string => path.map((part) => (/^[A-Za-z0-9_-]{1,40}$/.test(String(part)) ? String(part) : "?")).join(".");
