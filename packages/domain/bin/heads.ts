import type { Sentence } from "@cte-partnerships/domain/rule";

/** What stands above the columns of the command's tables. */
export const heads = {
  subject: { en: "Subject", es: "Tema" },
  question: { en: "Question", es: "Pregunta" },
  fact: { en: "Fact", es: "Dato" },
  label: { en: "What it is", es: "Qué es" },
  takes: { en: "Takes", es: "Admite" },
  rule: { en: "Rule", es: "Norma" },
  title: { en: "Title", es: "Título" },
  citation: { en: "Citation", es: "Fuente" },
  inForce: { en: "In force", es: "Vigencia" },
  confidence: { en: "Confidence", es: "Certeza" },
} as const satisfies Record<string, Sentence>;
