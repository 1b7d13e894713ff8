import * as z from "zod";
import { OptionId, QuestionId } from "../shared/id.ts";
import { hasEachOnce, isEachOnce } from "../shared/is-each-once.ts";
import { line, paragraphs } from "../shared/text.ts";
import { limits } from "./session.ts";

const common = {
  id: QuestionId,
  label: line(200),
  /** Shown under the label, to say why it is asked. */
  hint: line(300).optional(),
  required: z.boolean(),
  /** A retired question is asked no more; the answers given stay readable. An answered question can only be retired. */
  isRetired: z.boolean().default(false),
};

const options = z
  .array(z.strictObject({ id: OptionId, label: line(120) }))
  .min(2, "needs at least two options")
  .max(40, "has room for at most 40 options")
  .refine(hasEachOnce("id"), "has the same option id twice");

/** What a sign-up form asks beyond name, address and party. */
export const Question = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("text") }),
  z.strictObject({ ...common, kind: z.literal("choice"), options }),
  z.strictObject({ ...common, kind: z.literal("several"), options }),
  z.strictObject({ ...common, kind: z.literal("yes_no") }),
]);
export type Question = z.infer<typeof Question>;

/** Answers by question id: text, an option's id, several options' ids, or yes and no. */
export const Answers = z
  .record(z.string().max(40), z.union([paragraphs(2000), z.array(z.string().max(40)).max(40), z.boolean()]))
  .refine((answers) => Object.keys(answers).length <= limits.questions, `has room for at most ${limits.questions} answers`);
export type Answers = z.infer<typeof Answers>;

/** What is wrong with the answer to one question. `questionId` is what was sent, which may be no question at all. */
export interface AnswerFault {
  questionId: string;
  reason: "required" | "unknown_question" | "wrong_kind" | "unknown_option" | "same_option_twice";
}

/**
 * What is wrong with these answers to these questions: nothing, or a fault for each question concerned. Answers to
 * retired questions are allowed only where they were given before (`given`).
 *
 * @example
 * faultsInAnswers(event.questions, {}) // [{ questionId: "needs", reason: "required" }]
 * faultsInAnswers(event.questions, { needs: "a ramp" }) // []
 */
export function faultsInAnswers(questions: readonly Question[], answers: Answers, given: Answers = {}): AnswerFault[] {
  const byId = new Map<string, Question>(questions.map((question) => [question.id, question]));
  const faults: AnswerFault[] = [];
  for (const [questionId, answer] of Object.entries(answers)) {
    const question = byId.get(questionId);
    if (!question || (question.isRetired && !Object.hasOwn(given, questionId))) {
      faults.push({ questionId, reason: "unknown_question" });
      continue;
    }
    const reason = faultInAnswer(question, answer);
    if (reason) faults.push({ questionId, reason });
  }
  for (const question of questions) {
    if (isAsked(question) && !Object.hasOwn(answers, question.id)) {
      faults.push({ questionId: question.id, reason: "required" });
    }
  }
  return faults;
}

/** An answer is insisted on. A retired question insists on nothing. */
const isAsked = (question: Question): boolean => question.required && !question.isRetired;

function faultInAnswer(question: Question, answer: Answers[string]): AnswerFault["reason"] | undefined {
  switch (question.kind) {
    case "text":
      if (typeof answer !== "string") return "wrong_kind";
      return isAsked(question) && answer === "" ? "required" : undefined;
    case "yes_no":
      return typeof answer === "boolean" ? undefined : "wrong_kind";
    case "choice":
      if (typeof answer !== "string") return "wrong_kind";
      return question.options.some((option) => option.id === answer) ? undefined : "unknown_option";
    case "several": {
      if (!Array.isArray(answer)) return "wrong_kind";
      if (isAsked(question) && answer.length === 0) return "required";
      if (!isEachOnce(answer)) return "same_option_twice";
      const known = new Set<string>(question.options.map((option) => option.id));
      return answer.every((id) => known.has(id)) ? undefined : "unknown_option";
    }
  }
}
