import type { Instant, Question } from "@cte-partnerships/domain";
import type { Roster, RosterRow } from "../../lib/api/roster.ts";
import { brieflyOf, zoneIfElsewhere } from "../../lib/moments.ts";
import { answerWords } from "./sign-up-words.ts";

/** A column of a roster beside the person and their state, which are always there. */
export interface RosterColumn {
  id: string;
  title: string;
  width: number;
  /** Figures stand under each other. */
  isFigure?: boolean;
  text(row: RosterRow): string;
}

const byThemselves = ["number", "affiliation", "party", "received"];

/** Every column that a roster can show; each question is one. Moments are in the zone of the place, told where it is not `home`. */
export function columnsOf({ event }: Pick<Roster, "event">, home: string): RosterColumn[] {
  const moment = (instant: Instant) => `${brieflyOf(instant, event.zone)}${zoneIfElsewhere(instant, event.zone, home)}`;
  const momentWidth = event.zone === home ? 146 : 190;
  return [
    { id: "number", title: "No.", width: 54, isFigure: true, text: (row) => String(row.number ?? "–") },
    { id: "affiliation", title: "Organization", width: 140, text: (row) => row.affiliation ?? "" },
    { id: "party", title: "Party", width: 60, isFigure: true, text: (row) => String(row.partySize) },
    { id: "received", title: "Signed up", width: momentWidth, isFigure: true, text: (row) => moment(row.receivedAt) },
    { id: "ended", title: "Ended", width: momentWidth, isFigure: true, text: (row) => (row.endedAt ? moment(row.endedAt) : "") },
    ...event.questions.map((question) => ({
      id: `answer.${question.id}`,
      title: question.label,
      width: 190,
      text: (row: RosterRow) => answerOf(question, row),
    })),
  ];
}

function answerOf(question: Question, row: RosterRow): string {
  const answer = Object.hasOwn(row.answers, question.id) ? row.answers[question.id] : undefined;
  return answer === undefined || answer === "" ? "" : answerWords(question, answer);
}

/** Ids of the columns that are shown. */
export const shownColumns = (columns: string | undefined): string[] => (columns === undefined ? byThemselves : columns.split(",").filter(Boolean));

/** The orders that there are, each the other way about as well: where headings are not seen they are chosen from a list. */
export const ordersOf = (columns: readonly RosterColumn[]): { value: string; label: string }[] => [
  { value: "", label: "Usual order" },
  ...[{ id: "name", title: "Person" }, { id: "state", title: "State" }, ...columns].flatMap(({ id, title }) => [
    { value: id, label: title },
    { value: `-${id}`, label: `${title}, last first` },
  ]),
];

/** As it stands in the address bar: what is shown by itself needs no word there. */
export const columnsAsText = (ids: readonly string[]): string | undefined =>
  ids.length === byThemselves.length && ids.every((id) => byThemselves.includes(id)) ? undefined : ids.join(",");
