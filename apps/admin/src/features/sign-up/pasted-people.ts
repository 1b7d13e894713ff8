import { type Answers, faultsInAnswers, type Question, SignUpInput } from "@cte-partnerships/domain";
import { cellsIn } from "./pasted-cells.ts";

/** A row as it is edited: text in every field, by question id what was answered. */
export interface PastedRow {
  /** Stays with the row, whatever is edited in it. */
  id: string;
  name: string;
  email: string;
  affiliation: string;
  partySize: string;
  answers: Record<string, string>;
}
export type PastedField = Exclude<keyof PastedRow, "id" | "answers">;

export interface Pasted {
  rows: PastedRow[];
  /** Rows beyond those that are taken at once. */
  leftOver: number;
  /** Columns that stand for nothing here, by their heading. */
  passedOver: string[];
}

/** So many are taken from one pasted list. */
export const rowsAtMost = 500;

type Role = PastedField | "firstName" | "lastName" | `answer ${string}` | "other";

/** Headings by which the columns are known, in English and Spanish, without case and punctuation. */
const headings: readonly [PastedField | "firstName" | "lastName" | "other", readonly string[]][] = [
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

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const looksLikeAddress = (cell: string) => /^\S+@\S+$/.test(cell);
const looksLikeSize = (cell: string) => /^[1-9]\d?$/.test(cell);
const looksLikePhone = (cell: string) => /^[+(]?[\d\s().-]{7,}$/.test(cell);

/** What a pasted text says about people, by its headings or else by what stands in its columns. */
export function readPasted(text: string, questions: readonly Question[], newId: () => string): Pasted {
  const cells = cellsIn(text);
  const asked = questions.filter(({ isRetired }) => !isRetired);
  const [first] = cells;
  const hasHeading = first !== undefined && !first.some(looksLikeAddress) && first.some((cell) => roleOf(cell, asked) !== undefined);
  const records = hasHeading ? cells.slice(1) : cells;
  const roles = hasHeading ? first.map((cell) => roleOf(cell, asked) ?? "other") : rolesBy(records);
  const passedOver = hasHeading ? first.filter((cell, index) => roles[index] === "other" && cell !== "") : [];
  const rows = records.slice(0, rowsAtMost).map((record) => rowOf(record, roles, newId()));
  return { rows, leftOver: Math.max(0, records.length - rowsAtMost), passedOver };
}

function roleOf(cell: string, questions: readonly Question[]): Role | undefined {
  const word = plain(cell);
  if (word === "") return undefined;
  // A question that is called like a field of ours is that question: its words are longer and the office's own.
  const question = questions.find(({ id, label }) => plain(label) === word || plain(`answer_${id}`) === word || plain(id) === word);
  if (question) return `answer ${question.id}`;
  return headings.find(([, words]) => words.includes(word))?.[0];
}

/** Without headings: the column with most addresses, then the first of words for names, and the next for where they are from. */
function rolesBy(records: readonly string[][]): Role[] {
  const width = Math.max(0, ...records.map(({ length }) => length));
  const share = (index: number, test: (cell: string) => boolean) => {
    const told = records.map((record) => record[index] ?? "").filter((cell) => cell !== "");
    return told.length === 0 ? 0 : told.filter(test).length / told.length;
  };
  const columns = Array.from({ length: width }, (_, index) => index);
  const byAddresses = columns.toSorted((a, b) => share(b, looksLikeAddress) - share(a, looksLikeAddress));
  const email = byAddresses.find((index) => share(index, looksLikeAddress) > 0);
  const roles: Role[] = columns.map(() => "other");
  if (email !== undefined) roles[email] = "email";
  const take = (role: Role, isIt: (index: number) => boolean) => {
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

function rowOf(record: readonly string[], roles: readonly Role[], id: string): PastedRow {
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

const yes = ["yes", "y", "true", "1", "x", "si", "s"];
const no = ["no", "n", "false", "0"];

/** An answer as it was typed or copied; undefined where it is not one of those that the question offers. */
export function answerFrom(question: Question, text: string): Answers[string] | undefined {
  if (question.kind === "text") return text;
  const word = plain(text);
  if (question.kind === "yes_no") return yes.includes(word) ? true : no.includes(word) ? false : undefined;
  const option = (said: string) =>
    question.options.find(({ id, label }) => id === said.trim() || plain(label) === plain(said) || plain(id) === plain(said))?.id;
  if (question.kind === "choice") return option(text);
  // An option may have a comma in its own words.
  const whole = option(text);
  const ids = whole === undefined ? text.split(/[;,|\n]/).map(option) : [whole];
  return ids.includes(undefined) ? undefined : [...new Set(ids as string[])];
}

/** A row as it is sent, and what is wrong with it by field: `email`, or `answer needs`. */
export interface Judged {
  input: SignUpInput | undefined;
  faults: Readonly<Record<string, string>>;
}

const sentence = (words: string) => (/^(is|has) /.test(words) ? `This ${words}.` : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);

/** Every row judged among the others. `forEmpty`: what is answered for whoever's cell is empty. */
export function judgeRows(
  rows: readonly PastedRow[],
  { questions, partySizeLimit, forEmpty }: { questions: readonly Question[]; partySizeLimit: number; forEmpty: Readonly<Record<string, string>> },
): Judged[] {
  const asked = questions.filter(({ isRetired }) => !isRetired);
  const seen = new Set<string>();
  return rows.map((row) => {
    const faults: Record<string, string> = {};
    const answers: Answers = {};
    for (const question of asked) {
      const text = (row.answers[question.id] ?? "").trim() || (forEmpty[question.id] ?? "").trim();
      if (text === "") continue;
      const answer = answerFrom(question, text);
      if (answer === undefined) faults[`answer ${question.id}`] = "Not one of the answers.";
      else answers[question.id] = answer;
    }
    const parsed = SignUpInput.safeParse({
      name: row.name,
      email: row.email,
      ...(row.affiliation.trim() === "" ? {} : { affiliation: row.affiliation }),
      partySize: row.partySize.trim() === "" ? 1 : Number(row.partySize),
      answers,
    });
    for (const { path, message } of parsed.error?.issues ?? []) {
      const [field, id] = path;
      faults[field === "answers" ? `answer ${String(id)}` : String(field)] ??= sentence(message);
    }
    if (faults.partySize !== undefined) faults.partySize = "Must be a whole number from 1.";
    else if (Number(row.partySize) > partySizeLimit) faults.partySize = `Must be at most ${partySizeLimit}.`;
    for (const { questionId, reason } of faultsInAnswers(asked, answers)) {
      faults[`answer ${questionId}`] ??= reason === "required" ? "This is needed." : "Does not fit the question.";
    }
    const email = row.email.trim().toLowerCase();
    if (email !== "" && seen.has(email)) faults.email ??= "Stands in the list twice.";
    seen.add(email);
    return { input: parsed.success && Object.keys(faults).length === 0 ? parsed.data : undefined, faults };
  });
}
