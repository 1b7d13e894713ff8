import type { Question } from "@cte-partnerships/domain";
import type { RosterRow, SignUpState } from "../../lib/api/roster.ts";
import type { RosterSearch, RosterView } from "./search.ts";

const standing: readonly SignUpState[] = ["received", "confirmed", "pending", "waitlisted"];
const statesOf: Record<RosterView, readonly SignUpState[]> = {
  all: standing,
  decide: ["pending"],
  confirmed: ["confirmed"],
  waiting: ["waitlisted", "received"],
  ended: ["refused", "declined", "withdrawn", "cancelled"],
};

/** Parties in each view. */
export function partiesInViews(people: readonly RosterRow[]): Record<RosterView, number> {
  const counts: Record<RosterView, number> = { all: 0, decide: 0, confirmed: 0, waiting: 0, ended: 0 };
  for (const { state } of people) for (const view of Object.keys(counts) as RosterView[]) if (statesOf[view].includes(state)) counts[view] += 1;
  return counts;
}

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// Each row is read once, however often somebody types a letter.
const texts = new WeakMap<RosterRow, string>();
function textOf(person: RosterRow): string {
  let text = texts.get(person);
  if (text === undefined) {
    text = plain(`${person.name} ${person.email} ${person.affiliation ?? ""}`);
    texts.set(person, text);
  }
  return text;
}

/** One answer that is looked for. */
export interface AnswerFilter {
  questionId: string;
  value: string;
}

export const answerFiltersIn = (answers: string | undefined): AnswerFilter[] =>
  (answers ?? "").split(",").flatMap((part) => {
    const [questionId, value] = part.split(":");
    return questionId && value ? [{ questionId, value }] : [];
  });

export const answerFiltersAsText = (filters: readonly AnswerFilter[]): string | undefined =>
  filters.map(({ questionId, value }) => `${questionId}:${value}`).join(",") || undefined;

function hasAnswer(person: RosterRow, { questionId, value }: AnswerFilter): boolean {
  const answer = Object.hasOwn(person.answers, questionId) ? person.answers[questionId] : undefined;
  // An option may be called so as well.
  if (answer === undefined || answer === "") return value === "none";
  if (typeof answer === "boolean") return value === (answer ? "yes" : "no");
  if (value === "any") return true;
  return Array.isArray(answer) ? answer.includes(value) : answer === value;
}

export interface Wanted extends Pick<RosterSearch, "q" | "sort" | "answers"> {
  view: RosterView;
}

/** The people of one view who match, in order; every word that is searched for must be found in name, address or affiliation. */
export function rowsIn(people: readonly RosterRow[], { view, q, sort, answers }: Wanted): RosterRow[] {
  const words = plain(q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  const filters = answerFiltersIn(answers);
  const rows = people.filter((person) => {
    if (!statesOf[view].includes(person.state)) return false;
    if (!filters.every((filter) => hasAnswer(person, filter))) return false;
    return words.every((word) => textOf(person).includes(word));
  });
  const order = sort ?? (view === "ended" ? "-ended" : undefined);
  return order === undefined ? rows : sorted(rows, order);
}

type Sortable = string | number | undefined;
const sortedBy: Record<string, (row: RosterRow) => Sortable> = {
  number: (row) => row.number,
  name: (row) => plain(row.name),
  affiliation: (row) => row.affiliation && plain(row.affiliation),
  party: (row) => row.partySize,
  state: (row) => statesInOrder.indexOf(row.state) + (row.place ?? 0) / 1e6,
  received: (row) => row.receivedAt,
  ended: (row) => row.endedAt,
};
const statesInOrder: readonly SignUpState[] = ["pending", "received", "confirmed", "waitlisted", "declined", "withdrawn", "cancelled", "refused"];

export const isSortable = (columnId: string): boolean => Object.hasOwn(sortedBy, columnId) || columnId.startsWith("answer.");

/** Whoever lacks what is sorted by comes last, whichever way it goes. */
function sorted(rows: readonly RosterRow[], order: string): RosterRow[] {
  const isDown = order.startsWith("-");
  const columnId = isDown ? order.slice(1) : order;
  if (!isSortable(columnId)) return [...rows];
  const answered = columnId.startsWith("answer.") ? columnId.slice("answer.".length) : undefined;
  const of = answered === undefined ? sortedBy[columnId] : (row: RosterRow): Sortable => String(row.answers[answered] ?? "") || undefined;
  const keyed = rows.map((row) => ({ row, key: of?.(row) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === undefined) return 1;
    if (b.key === undefined) return -1;
    return a.key < b.key === isDown ? 1 : -1;
  });
  return keyed.map(({ row }) => row);
}

/** What can be asked of the answers to a question. */
export function answerChoices(question: Question): { value: string; label: string }[] {
  const nothing = { value: "none", label: "Not answered" };
  if (question.kind === "yes_no") return [{ value: "yes", label: "Yes" }, { value: "no", label: "No" }, nothing];
  if (question.kind === "text") return [{ value: "any", label: "Answered" }, nothing];
  return [...question.options.map(({ id, label }) => ({ value: id as string, label })), nothing];
}
