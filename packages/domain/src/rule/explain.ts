import { isConfirmed } from "../reference/source.ts";
import type { Evaluation, RuleFinding } from "./evaluate.ts";
import { fillHoles } from "./fill-holes.ts";
import type { Reason, Verdict } from "./finding.ts";
import type { Rule, Subject } from "./rule.ts";

/** The languages that sentences are kept in. */
export type Language = "en" | "es";

/** A sentence in each language, with `{name}` where a fact of the reason goes. */
export type Sentence = Readonly<Record<Language, string>>;

/** One sentence for a code, or one where it is met and another where it is not. */
export type Phrase = Sentence | { readonly met: Sentence; readonly unmet: Sentence };

/**
 * Sentences by what they are about: a reason's code, `subject:<id>` for a subject's question, `fact:<subject>.<path>` for a fact's
 * label, `rule:<id>` for a rule's title, `value:<subject>.<name>.<id>` for an id that a reason tells under that name, and `value:<id>` for one
 * that is called the same under every name.
 * Each noun keeps its own beside its rules, and an agency adds to them.
 */
export type Words = Readonly<Record<string, Phrase>>;

/** The three verdicts, said. */
export const verdictWords: Readonly<Record<Verdict, Sentence>> = {
  met: { en: "Met", es: "Se cumple" },
  unmet: { en: "Not met", es: "No se cumple" },
  unknown: { en: "Not known", es: "No se sabe" },
};
const marks = {
  not_known: { en: "Not known yet: {missing}.", es: "Aún no se sabe: {missing}." },
  advice: { en: "advice, not a bar", es: "recomendación, no un impedimento" },
  unconfirmed: { en: "not confirmed in its source, so it does not count", es: "sin confirmar en su fuente, por lo que no cuenta" },
  source: { en: "Source", es: "Fuente" },
  rule: { en: "Rule", es: "Norma" },
  verdict: { en: "Verdict", es: "Resultado" },
  because: { en: "Because", es: "Porque" },
} as const satisfies Record<string, Sentence>;

const sentenceOf = (phrase: Phrase | undefined, verdict: Verdict): Sentence | undefined =>
  phrase && "met" in phrase ? (verdict === "unknown" ? undefined : phrase[verdict]) : phrase;

/** A path's label: that of its first key which has one, with the place in a list counted from one as people do. */
function labelOf(path: string, subjectId: string, words: Words, language: Language): string {
  const keys = path.split(".");
  const names = keys.filter((key) => !/^\d+$/.test(key));
  const label = sentenceOf(words[`fact:${subjectId}.${names.join(".")}`], "met")?.[language];
  const place = keys.find((key) => /^\d+$/.test(key));
  return (label ?? names.join(" ")) + (place === undefined ? "" : ` (${Number(place) + 1})`);
}

/**
 * A reason as a sentence. A code without a sentence is shown as it is: an agency's own rule is never silent.
 *
 * @example
 * sayReason({ code: "own_code", verdict: "met", facts: { have: 2 } }, { words: { own_code: { en: "There are {have}.", es: "Hay {have}." } }, language: "es" }) // "Hay 2."
 */
export function sayReason(reason: Reason, { words, language, subjectId = "" }: { words: Words; language: Language; subjectId?: string }): string {
  const sentence = sentenceOf(words[reason.code] ?? (reason.code === "not_known" ? marks.not_known : undefined), reason.verdict);
  const told = (value: ReasonValue, name: string): string => {
    // `missing` and `about` hold paths of facts, which have labels; ids may have a name, and other values are told as they are.
    const isPath = name === "missing" || name === "about";
    const named = (one: string): string =>
      isPath
        ? labelOf(one, subjectId, words, language)
        : (sentenceOf(words[`value:${subjectId}.${name}.${one}`] ?? words[`value:${one}`], "met")?.[language] ?? one);
    if (!Array.isArray(value)) return typeof value === "string" ? named(value) : String(value);
    const names = value.map(named);
    return names.join(names.some((one) => one.includes(",")) ? "; " : ", ");
  };
  if (!sentence) return [reason.code.replaceAll("_", " "), ...Object.entries(reason.facts).map(([name, value]) => `${name}: ${told(value, name)}`)].join("; ");
  return fillHoles(sentence[language], reason.facts, told);
}
type ReasonValue = Reason["facts"][string];

/** How to tell it: in which words and language. */
export interface Telling {
  words: Words;
  language?: Language;
  /** What was judged, to stand in front of the question: a program's name. */
  label?: string | undefined;
}

/**
 * A subject's question in the language, or as the subject has it where no words ask it.
 *
 * @example
 * sayQuestion(empty, { words: { "subject:empty": { en: "Is it empty?", es: "¿Está vacío?" } }, language: "es" }) // "¿Está vacío?"
 * sayQuestion({ id: "own", title: "Is it so?" }, { words: {}, language: "es" }) // "Is it so?"
 */
export const sayQuestion = ({ id, title }: Pick<Subject, "id" | "title">, telling: Telling): string => questionOf(id, telling) ?? title;

/**
 * A rule's title in the language, or as the rule has it where no words say it.
 *
 * @example
 * sayRuleTitle(ruleRow, { words: {} }) // ruleRow.title
 */
export const sayRuleTitle = ({ id, title }: Pick<Rule, "id" | "title">, { words, language = "en" }: Telling): string =>
  sentenceOf(words[`rule:${id}`], "met")?.[language] ?? title;

const questionOf = (subjectId: string, { words, language = "en" }: Telling): string | undefined => sentenceOf(words[`subject:${subjectId}`], "met")?.[language];

/** What was judged and what was asked of it, as far as they are known. */
const headingOf = (subjectId: string, telling: Telling): string => [telling.label, questionOf(subjectId, telling)].filter((part) => part).join(": ");

interface Told {
  title: string;
  verdict: string;
  note: string;
  because: string;
  source: string;
}

function tell({ rule, finding, standing }: RuleFinding, subjectId: string, words: Words, language: Language): Told {
  return {
    title: sayRuleTitle(rule, { words, language }),
    verdict: verdictWords[finding.verdict][language],
    note: standing === "counts" ? "" : ` (${marks[standing][language]})`,
    // Several parts of a rule may miss the same fact: it is asked for once.
    because: [...new Set(finding.because.map((reason) => sayReason(reason, { words, language, subjectId })))].join(" "),
    source: `${rule.citation}${rule.url ? `, ${rule.url}` : ""}${isConfirmed(rule) ? "" : ` [${rule.confidence}]`}`,
  };
}

/**
 * An evaluation for a person, in plain language: the question and the whole first, then each rule with its reason and its source.
 *
 * @example
 * explain(nothingJudged, { words: {} }) // "Not known (2026-11-24)"
 */
export function explain({ subjectId, on, verdict, findings }: Evaluation, telling: Telling): string {
  const { words, language = "en" } = telling;
  const lines = findings.map((one) => {
    const { title, verdict: told, note, because, source } = tell(one, subjectId, words, language);
    return `${told}${note}: ${title}\n  ${because}\n  ${marks.source[language]}: ${source}`;
  });
  return [headingOf(subjectId, telling), `${verdictWords[verdict][language]} (${on})`, ...lines].filter((part) => part !== "").join("\n\n");
}

/**
 * An evaluation as a table in Markdown, a row a rule.
 *
 * @example
 * explainAsTable(nothingJudged, { words: {} }).split("\n").length // 4
 */
export function explainAsTable({ subjectId, on, verdict, findings }: Evaluation, telling: Telling): string {
  const { words, language = "en" } = telling;
  const heading = headingOf(subjectId, telling);
  // A backslash of the text's own would otherwise undo the escape of a pipe that follows it.
  const cell = (text: string) => text.replace(/[\\|]/g, "\\$&").replaceAll("\n", " ");
  const row = (...cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rows = findings.map((one) => {
    const { title, verdict: told, note, because, source } = tell(one, subjectId, words, language);
    return row(title, told + note, because, source);
  });
  const heads = (["rule", "verdict", "because", "source"] as const).map((head) => marks[head][language]);
  return [
    ...(heading ? [`## ${heading}`, ""] : []),
    `**${verdictWords[verdict][language]}** (${on})`,
    "",
    row(...heads),
    row("---", "---", "---", "---"),
    ...rows,
  ].join("\n");
}

/**
 * An evaluation as plain data, to keep or to send: no functions, every rule with its citation and its sentence.
 *
 * @example
 * explainAsJson(nothingJudged, { words: {} }).verdict // "unknown"
 */
export function explainAsJson({ subjectId, on, verdict, findings, missing }: Evaluation, telling: Telling) {
  const { words, language = "en", label } = telling;
  const question = questionOf(subjectId, telling);
  return {
    ...(label !== undefined && { label }),
    subject: subjectId,
    ...(question !== undefined && { question }),
    on,
    verdict,
    missing,
    findings: findings.map((one) => {
      const { check: _check, ...row } = one.rule;
      const { title, because: sentence } = tell(one, subjectId, words, language);
      return { ...one.finding, standing: one.standing, rule: row, title, sentence };
    }),
  };
}
