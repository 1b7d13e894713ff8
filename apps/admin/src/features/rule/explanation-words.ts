import { type Evaluation, type Finding, type Language, sayReason, verdictWords } from "@cte-partnerships/domain/rule";
import { sentences } from "../../lib/agency.ts";
import { type RuleStanding, standingWords } from "./rule-words.ts";

interface ExplanationWords {
  missing: string;
  whole: string;
  staysAsItIs: string;
  becomes: string;
  notInForce: string;
  /** What imagining changes nothing of. */
  noFlip: string;
  /** What a rule that does not decide is. */
  standing: Record<Exclude<RuleStanding, "counts">, string>;
}

const meaningOf = (standing: RuleStanding) => `${standingWords[standing].label}. ${standingWords[standing].means}`;

/** What stands between the sentences of the rules where they explain themselves, in the language in which those are. */
export const explanationWords: Record<Language, ExplanationWords> = {
  en: {
    missing: "Not known yet",
    whole: "The whole",
    staysAsItIs: "stays as it is",
    becomes: "becomes",
    notInForce: "Not in force",
    noFlip: "No verdict flips.",
    standing: { advice: meaningOf("advice"), unconfirmed: meaningOf("unconfirmed"), switched_off: meaningOf("switched_off") },
  },
  es: {
    missing: "Aún no se sabe",
    whole: "En conjunto",
    staysAsItIs: "queda como está",
    becomes: "pasa a ser",
    notInForce: "No está vigente",
    noFlip: "Ningún resultado cambia.",
    standing: {
      advice: "Recomendación, no un impedimento.",
      unconfirmed: "Sin confirmar en su fuente: no cuenta.",
      switched_off: "Desactivada: la agencia no la aplica.",
    },
  },
};

/** `Not met: 3 of 8 rules that count are met` */
export function inShort({ verdict, findings }: Evaluation, language: Language): string {
  const counted = findings.filter(({ standing }) => standing === "counts");
  const met = counted.filter(({ finding }) => finding.verdict === "met").length;
  const whole = verdictWords[verdict][language];
  if (language === "es") {
    if (findings.length === 0) return "Ninguna norma de esta pregunta estaba vigente ese día";
    if (counted.length === 0) return `${whole}: estas normas son recomendaciones y ninguna decide`;
    if (counted.length === 1) return `${whole}: cuenta una sola norma`;
    return `${whole}: ${met === 1 ? "se cumple" : "se cumplen"} ${met} de las ${counted.length} normas que cuentan`;
  }
  if (findings.length === 0) return "No rule of this question was in force on that day";
  if (counted.length === 0) return `${whole}: these rules are findings, and none of them decides`;
  return `${whole}: ${met} of ${counted.length === 1 ? "1 rule that counts is" : `${counted.length} rules that count are`} met`;
}

/** Why, in sentences. Several parts of a rule may say the same: it is said once. */
export const reasonsInWords = (because: Finding["because"], { subjectId, language }: { subjectId: string; language: Language }): string =>
  [...new Set(because.map((reason) => sayReason(reason, { words: sentences, language, subjectId })))].join(" ");
