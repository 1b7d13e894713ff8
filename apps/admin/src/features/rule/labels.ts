import type { Language, Words } from "@cte-partnerships/domain/rule";
import { type Field, fieldAt, inWords, type Path } from "../../lib/schema-field.ts";

function wordsOf(words: Words, key: string, language: Language): string | undefined {
  const phrase = words[key];
  return phrase && ("met" in phrase ? phrase.met : phrase)[language];
}

interface Naming {
  form: Field;
  words: Words;
  language: Language;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a fact is called, whichever row of a list it stands in: `Kind of the partner at the review`. */
export function factName(subjectId: string, path: Path, { form, words, language }: Naming): string {
  const names = path.filter((step) => typeof step === "string");
  return upperFirst(wordsOf(words, `fact:${subjectId}.${names.join(".")}`, language) ?? titleIn(form, path));
}

/** The same with its row, for where it stands alone: `Kind of the partner at the review (2)`. */
export function factNameWithRow(subjectId: string, path: Path, naming: Naming): string {
  const place = path.find((step) => typeof step === "number");
  return factName(subjectId, path, naming) + (place === undefined ? "" : ` (${place + 1})`);
}

function titleIn(form: Field, path: Path): string {
  const key = path.findLast((step) => typeof step === "string") ?? "";
  const around = fieldAt(form, path.slice(0, path.lastIndexOf(key)));
  return (around?.kind === "group" ? around.parts.find((part) => part.key === key)?.title : undefined) ?? inWords(String(key));
}
