import { type Agency, namesOf, subjectsOf } from "@cte-partnerships/domain/agency";
import { nycWithRules } from "@cte-partnerships/domain/nyc-rules";
import type { Language, Subject, Words } from "@cte-partnerships/domain/rule";
import type { Zone } from "@cte-partnerships/domain/shared";
import { words } from "@cte-partnerships/domain/words";
import { Stop } from "./exit-code.ts";
import { factLines } from "./facts-template.ts";

/** What the command needs of an agency. */
export interface Office {
  zone: Zone;
  subjects: readonly Subject[];
  words: Words;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const isAgency = (value: unknown): value is Agency => isObject(value) && ["id", "zone", "subjects", "rules"].every((key) => key in value);

/** New York City, or the agency that a module exports; `words` beside it are its own sentences. */
export async function officeOf(module: string | undefined, load: (module: string) => Promise<object>): Promise<Office> {
  if (module === undefined) return office(nycWithRules, {});
  const exported: { words?: unknown } = await loaded(module, load);
  const [agency, ...others] = new Set(Object.values(exported).filter(isAgency));
  if (!agency || others.length > 0)
    throw new Stop("input", `${module} must export one agency, as defineAgency gives it; it exports ${others.length + (agency ? 1 : 0)}.`);
  return office(agency, isObject(exported.words) ? (exported.words as Words) : {});
}

function office(agency: Agency, own: Words): Office {
  const subjects: readonly Subject[] = Object.values(subjectsOf(agency));
  return { zone: agency.zone, subjects, words: { ...labelsOf(subjects), ...words, ...namesOf(agency), ...own } };
}

const factKey = (subject: Subject, path: string): string => `fact:${subject.id}.${path.replaceAll(".*", "")}`;

/** The questions of subjects, and the labels that the facts' schemas have, for those of which no sentence speaks. They are in one language. */
const labelsOf = (subjects: readonly Subject[]): Words =>
  Object.fromEntries(
    subjects.flatMap((subject) => [
      [`subject:${subject.id}`, { en: subject.title, es: subject.title }] as const,
      ...factLines(subject).flatMap(({ path, title }) =>
        title === "" ? [] : [[factKey(subject, path), { en: lowerFirst(title), es: lowerFirst(title) }] as const],
      ),
    ]),
  );

/** A fact's label in the language, as it begins a cell. */
export function labelOf(subject: Subject, path: string, among: Words, language: Language): string | undefined {
  const label = among[factKey(subject, path)];
  return label && "en" in label ? label[language].charAt(0).toUpperCase() + label[language].slice(1) : undefined;
}
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

async function loaded(module: string, load: (module: string) => Promise<object>): Promise<object> {
  try {
    return await load(module);
  } catch (error) {
    // Node adds from where it looked, which is no file of anybody's. What `defineAgency` finds wrong is several lines.
    throw new Stop("input", `${module} cannot be loaded: ${(error as Error).message.split("\nRequire stack:")[0]}`);
  }
}
