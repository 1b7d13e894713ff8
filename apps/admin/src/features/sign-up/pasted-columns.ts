import type { Question } from "@cte-partnerships/domain";
import { cellsIn } from "./pasted-cells.ts";
import { type PastedField, type PastedRow, plain } from "./pasted-people.ts";

/** What a column stands for: a field, an answer by the question's id, or nothing that is taken. */
export type ColumnRole = PastedField | "firstName" | "lastName" | `answer ${string}` | "other";

/** A pasted list as columns, before anything is taken from them. */
export interface PastedColumns {
  lines: readonly string[][];
  /** Whether the first line is no person. */
  hasHeading: boolean;
  /** By column. */
  roles: readonly ColumnRole[];
}

/** What a session takes beside name, address and organization: a column that it does not take can be nothing but left out. */
export interface Takes {
  questions: readonly Question[];
  hasParties: boolean;
}

/** So many are taken from one pasted list. */
export const rowsAtMost = 500;

/** Headings by which the columns are known, in English and Spanish, without case and punctuation. */
const headings: readonly [Exclude<ColumnRole, `answer ${string}`>, readonly string[]][] = [
  ["firstName", ["first name", "first", "given name", "forename", "nombre de pila"]],
  ["lastName", ["last name", "last", "surname", "family name", "apellido", "apellidos"]],
  ["name", ["name", "full name", "display name", "contact", "contact name", "person", "attendee", "nombre", "nombre completo"]],
  ["email", ["e mail", "email", "mail", "e mail address", "email address", "address", "correo", "correo electronico"]],
  [
    "affiliation",
    ["affiliation", "organization", "organisation", "company", "firm", "school", "employer", "institution", "business", "organizacion", "empresa", "escuela"],
  ],
  ["partySize", ["party", "party size", "party people", "size", "people", "seats", "guests", "number of people", "personas"]],
  ["other", ["phone", "telephone", "mobile", "cell", "phone number", "title", "job title", "role", "notes", "note", "telefono", "state", "number"]],
];

const looksLikeAddress = (cell: string) => /^\S+@\S+$/.test(cell);
const looksLikeSize = (cell: string) => /^[1-9]\d?$/.test(cell);
const looksLikePhone = (cell: string) => /^[+(]?[\d\s().-]{7,}$/.test(cell);

/** The columns of a pasted text, with a guess at what each is: by its heading, or else by what stands in it. */
export function columnsIn(text: string, takes: Takes): PastedColumns {
  const lines = cellsIn(text);
  const hasHeading = lines[0] !== undefined && !lines[0].some(looksLikeAddress) && lines[0].some((cell) => roleOf(cell, takes.questions) !== undefined);
  return guessed({ lines, hasHeading }, takes);
}

/** What each column probably is. Headings that are known go before what stands below them; addresses and names are found by themselves. */
function guessed({ lines, hasHeading }: Pick<PastedColumns, "lines" | "hasHeading">, { questions, hasParties }: Takes): PastedColumns {
  const known = rolesOf(lines, hasHeading, questions);
  return { lines, hasHeading, roles: hasParties ? known : known.map((role) => (role === "partySize" ? "other" : role)) };
}

function rolesOf(lines: PastedColumns["lines"], hasHeading: boolean, questions: readonly Question[]): ColumnRole[] {
  const byContent = rolesBy(
    hasHeading ? lines.slice(1) : lines,
    lines.reduce((width, { length }) => Math.max(width, length), 0),
  );
  const byHeading = byContent.map((_, index) => (hasHeading ? roleOf(lines[0]?.[index] ?? "", questions) : undefined));
  if (byHeading.every((role) => role === undefined)) return byContent;
  const isNamed = byHeading.some((role) => role === "name" || role === "firstName" || role === "lastName");
  const lacking = (role: ColumnRole | undefined) => (role === "email" && !byHeading.includes("email")) || (role === "name" && !isNamed);
  return byHeading.map((role, index) => role ?? (lacking(byContent[index]) ? (byContent[index] ?? "other") : "other"));
}

/** With the first line as headings or as a person. What was chosen by hand stays; what was guessed is guessed anew. */
export function withHeading(columns: PastedColumns, hasHeading: boolean, takes: Takes): PastedColumns {
  const isByHand = columns.roles.join() !== guessed(columns, takes).roles.join();
  return isByHand ? { ...columns, hasHeading } : guessed({ lines: columns.lines, hasHeading }, takes);
}

/** A column taken for something: a field or an answer comes from one column, so another that was taken for it is left out. */
export const withRole = (columns: PastedColumns, at: number, role: ColumnRole): PastedColumns => ({
  ...columns,
  roles: columns.roles.map((before, index) => (index === at ? role : before === role ? "other" : before)),
});

/** Lines that stand for people. */
export const recordsOf = ({ lines, hasHeading }: PastedColumns): readonly string[][] => (hasHeading ? lines.slice(1) : lines);

/** The people of a list, as many as are taken from one. */
export const rowsFrom = (columns: PastedColumns, newId: () => string, most = rowsAtMost): PastedRow[] =>
  recordsOf(columns)
    .slice(0, most)
    .map((record) => rowOf(record, columns.roles, newId()));

function roleOf(cell: string, questions: readonly Question[]): ColumnRole | undefined {
  const word = plain(cell);
  if (word === "") return undefined;
  // A question that is called like a field of ours is that question: its words are longer and the office's own.
  const question = questions.find(({ id, label, isRetired }) => !isRetired && (plain(label) === word || plain(`answer_${id}`) === word || plain(id) === word));
  if (question) return `answer ${question.id}`;
  return headings.find(([, words]) => words.includes(word))?.[0];
}

/** Without headings: the column with most addresses, then the first of words for names, and the next for where they are from. */
function rolesBy(records: readonly string[][], width: number): ColumnRole[] {
  const share = (index: number, test: (cell: string) => boolean) => {
    const told = records.map((record) => record[index] ?? "").filter((cell) => cell !== "");
    return told.length === 0 ? 0 : told.filter(test).length / told.length;
  };
  const columns = Array.from({ length: width }, (_, index) => index);
  const byAddresses = columns.toSorted((a, b) => share(b, looksLikeAddress) - share(a, looksLikeAddress));
  const email = byAddresses.find((index) => share(index, looksLikeAddress) > 0);
  const roles: ColumnRole[] = columns.map(() => "other");
  if (email !== undefined) roles[email] = "email";
  const take = (role: ColumnRole, isIt: (index: number) => boolean) => {
    const found = columns.find((index) => roles[index] === "other" && isIt(index));
    if (found !== undefined) roles[found] = role;
  };
  const isSize = (index: number) => share(index, looksLikeSize) === 1;
  const isWords = (index: number) => !isSize(index) && share(index, looksLikePhone) < 0.5 && share(index, (cell) => cell !== "") > 0;
  take("name", isWords);
  take("affiliation", isWords);
  take("partySize", isSize);
  return roles;
}

function rowOf(record: readonly string[], roles: readonly ColumnRole[], id: string): PastedRow {
  const row: PastedRow = { id, name: "", email: "", affiliation: "", partySize: "", answers: {} };
  const names = { firstName: "", lastName: "" };
  roles.forEach((role, index) => {
    const cell = (record[index] ?? "").replace(/\s+/g, " ");
    if (role === "other" || cell === "") return;
    if (role === "firstName" || role === "lastName") names[role] ||= cell;
    else if (role.startsWith("answer ")) row.answers[role.slice("answer ".length)] ||= record[index] ?? "";
    else row[role as PastedField] ||= cell;
  });
  const [, name, address] = /^(.*?)\s*<([^<>]+)>$/.exec(row.email) ?? [];
  if (address !== undefined) {
    row.email = address;
    row.name ||= name ?? "";
  }
  row.name ||= `${names.firstName} ${names.lastName}`.trim();
  return row;
}
