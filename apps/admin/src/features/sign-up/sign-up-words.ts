import type { Answers, Question } from "@cte-partnerships/domain";
import type { Added, RosterRow } from "../../lib/api/roster.ts";
import { stateWords } from "../../lib/state-words.ts";

const ordinals = new Intl.PluralRules("en-US", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
export const ordinal = (count: number): string => `${count}${endings[ordinals.select(count)] ?? "th"}`;

export const placeWords = (place: number): string => (place === 1 ? "Next in line" : `${ordinal(place)} in line`);

export const stateOf = (row: RosterRow): string =>
  row.state === "waitlisted" && row.place !== undefined ? placeWords(row.place) : stateWords[row.state].label;

/** Of those who were taken in a moment ago; more than 200 are not counted one by one. */
export const unsettledWords = (count: number): string => `${count >= 200 ? "200 or more" : count} ${count === 1 ? "party is" : "parties are"} being settled`;

/** What became of somebody whom the office added. */
export function addedWords(added: Added, name: string): { isDone: boolean; text: string } {
  switch (added.state) {
    case "confirmed":
      return { isDone: true, text: `${name} has a seat.` };
    case "pending":
      return { isDone: true, text: `${name} has a seat held, and waits for the office's decision.` };
    case "waitlisted":
      return { isDone: true, text: `${name} is ${added.place === undefined ? "in line" : placeWords(added.place).toLowerCase()}.` };
    case "received":
      return { isDone: true, text: `${name} is taken in. The seat is settled in a moment.` };
    case "already_signed_up":
      return { isDone: false, text: "This address has a sign-up at this session already. Nothing was changed; find it in the roster." };
    default:
      return { isDone: false, text: "There was neither a seat nor a place in line." };
  }
}

/** An answer in the words of its question. */
export function answerWords(question: Question, answer: Answers[string]): string {
  if (typeof answer === "boolean") return answer ? "Yes" : "No";
  const label = (id: string) => ("options" in question ? (question.options.find((option) => option.id === id)?.label ?? id) : id);
  return Array.isArray(answer) ? answer.map(label).join(", ") : label(answer);
}
