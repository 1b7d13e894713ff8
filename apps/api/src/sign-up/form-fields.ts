import { type Answers, CorrectionInput, type Event, faultsInAnswers, type Question, type SignUp, SignUpInput } from "@cte-partnerships/domain";
import type * as z from "zod";
import { type FieldError, fieldErrorsOf, fieldErrorsOfAnswers } from "../http/field-errors.ts";

/** A form as somebody filled it in: what is shown again, whether or not it makes sense. */
export interface FormValues {
  name: string;
  email: string;
  affiliation: string;
  partySize: string;
  answers: ReadonlyMap<string, readonly string[]>;
}

export const emptyForm: FormValues = { name: "", email: "", affiliation: "", partySize: "1", answers: new Map() };

/** Fields are named as in the JSON, an answer by its dotted path: `answers.diet`. */
export const answerField = (questionId: string): string => `answers.${questionId}`;

const isAsked = (question: Question): boolean => !question.isRetired;

export function readValues(form: URLSearchParams, questions: readonly Question[]): FormValues {
  const first = (field: string): string => form.get(field) ?? "";
  return {
    name: first("name"),
    email: first("email"),
    affiliation: first("affiliation"),
    partySize: form.get("partySize") ?? "1",
    answers: new Map(questions.filter(isAsked).map((question) => [question.id, form.getAll(answerField(question.id))])),
  };
}

/** What is held, as its form shows it. */
export function valuesOf(signUp: SignUp): FormValues {
  const shown = Object.entries(signUp.answers).map(([id, answer]): [string, string[]] => [id, toTexts(answer)]);
  return { name: signUp.name, email: signUp.email, affiliation: signUp.affiliation ?? "", partySize: String(signUp.partySize), answers: new Map(shown) };
}

function toTexts(answer: Answers[string]): string[] {
  if (typeof answer === "boolean") return [answer ? "yes" : "no"];
  return typeof answer === "string" ? [answer] : answer;
}

export type Read<Input> = { ok: true; input: Input } | { ok: false; errors: FieldError[] };

/** The sign-up that a form asks for, or everything that is wrong with it at once. */
export function readSignUp(values: FormValues, event: Event, partySizeLimit: number): Read<z.output<typeof SignUpInput>> {
  const answers = toAnswers(values, event.questions);
  // The seats' own limit, which the decision holds: asked here as well, so that everything wrong is told at once.
  const Input = SignUpInput.extend({ partySize: SignUpInput.shape.partySize.refine((size) => size <= partySizeLimit, `must be at most ${partySizeLimit}`) });
  return checked(
    Input,
    event,
    answers,
    {},
    {
      name: values.name,
      email: values.email,
      ...affiliationIn(values),
      partySize: toNumber(values.partySize),
      answers,
    },
  );
}

/** The correction that a form asks for. Answers to questions no longer asked stay as they were given. */
export function readCorrection(values: FormValues, event: Event, given: Answers): Read<z.output<typeof CorrectionInput>> {
  const retired = event.questions
    .filter((question) => question.isRetired && Object.hasOwn(given, question.id))
    .map((question) => [question.id, given[question.id]]);
  const answers = { ...Object.fromEntries(retired), ...toAnswers(values, event.questions) } as Answers;
  return checked(CorrectionInput, event, answers, given, { ...affiliationIn(values), answers });
}

function checked<Schema extends z.ZodType>(schema: Schema, event: Event, answers: Answers, given: Answers, sent: object): Read<z.output<Schema>> {
  const parsed = schema.safeParse(sent);
  const faults = fieldErrorsOfAnswers(faultsInAnswers(event.questions, answers, given));
  if (parsed.success && faults.length === 0) return { ok: true, input: parsed.data };
  return { ok: false, errors: [...(parsed.success ? [] : fieldErrorsOf(parsed.error)), ...faults] };
}

const affiliationIn = ({ affiliation }: FormValues): { affiliation?: string } => (affiliation.trim() === "" ? {} : { affiliation });

const toNumber = (text: string): number => (/^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN);

function toAnswers(values: FormValues, questions: readonly Question[]): Answers {
  const answers: Answers = {};
  for (const question of questions.filter(isAsked)) {
    const answer = toAnswer(question, values.answers.get(question.id) ?? []);
    if (answer !== undefined) answers[question.id] = answer;
  }
  return answers;
}

/** Nothing filled in is no answer; whether one is needed, the domain says. */
function toAnswer(question: Question, texts: readonly string[]): Answers[string] | undefined {
  const filled = texts.filter((text) => text.trim() !== "");
  const [only] = filled;
  if (only === undefined) return undefined;
  if (question.kind === "several") return [...new Set(filled)];
  if (question.kind === "yes_no") return only === "yes" ? true : only === "no" ? false : only;
  return only;
}
