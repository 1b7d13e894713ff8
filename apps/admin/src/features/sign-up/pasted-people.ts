import { type Answers, faultsInAnswers, type Question, SignUpInput } from "@cte-partnerships/domain";

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

/** Words without case, accents and punctuation, as headings and answers are compared. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

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
