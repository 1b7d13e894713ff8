import type { Words } from "../rule/explain.ts";

/** What the rules on reports say. */
export const reportWords = {
  report_submitted_by: {
    met: { en: "Submitted on {day}, due by {due}.", es: "Presentado el {day}; el plazo es el {due}." },
    unmet: { en: "Submitted on {day}, but due by {due}.", es: "Presentado el {day}, pero el plazo era el {due}." },
  },
  report_not_submitted_by: {
    met: { en: "Not submitted yet: due by {due}.", es: "Aún sin presentar: el plazo es el {due}." },
    unmet: { en: "Not submitted, and was due by {due}.", es: "Sin presentar, y el plazo era el {due}." },
  },
  report_posted_by: {
    met: { en: "Posted on {day}, due by {due}.", es: "Publicado el {day}; el plazo es el {due}." },
    unmet: { en: "Posted on {day}, but due by {due}.", es: "Publicado el {day}, pero el plazo era el {due}." },
  },
  report_not_posted_by: {
    met: { en: "Not posted yet: due by {due}.", es: "Aún sin publicar: el plazo es el {due}." },
    unmet: { en: "Not posted, and was due by {due}.", es: "Sin publicar, y el plazo era el {due}." },
  },
  report_small_counts_shown: {
    met: { en: "No count of 1 to 5 students is shown.", es: "No se muestra ningún número de 1 a 5 estudiantes." },
    unmet: { en: "Counts of 1 to 5 students that are shown: {have}.", es: "Números de 1 a 5 estudiantes que se muestran: {have}." },
  },
  report_counts_computable: {
    met: { en: "No hidden count can be computed from the others.", es: "Ningún número oculto se puede calcular a partir de los demás." },
    unmet: {
      en: "Hidden counts that can be computed from the others: {have}.",
      es: "Números ocultos que se pueden calcular a partir de los demás: {have}.",
    },
  },
  report_zeros_hidden: {
    met: { en: "Every zero is shown.", es: "Se muestran todos los ceros." },
    unmet: { en: "Zeros that are hidden: {have}.", es: "Ceros que están ocultos: {have}." },
  },

  "subject:local-law-114": { en: "Does the report hold to Local Law 114?", es: "¿Cumple el informe la Ley Local 114?" },

  "rule:local-law-114.submitted-by-30-april": {
    en: "The report is submitted to the mayor and the speaker of the council by 30 April",
    es: "El informe se presenta al alcalde y al presidente del concejo a más tardar el 30 de abril",
  },
  "rule:local-law-114.posted-by-30-april": {
    en: "The report is posted on the department's website by 30 April",
    es: "El informe se publica en el sitio web del departamento a más tardar el 30 de abril",
  },
  "rule:local-law-114.small-counts-hidden": {
    en: "Counts of 1 to 5 students are hidden, and so is what would give them away",
    es: "Los números de 1 a 5 estudiantes se ocultan, y también lo que los revelaría",
  },
  "rule:local-law-114.zero-shown": { en: "Zero is reported as 0", es: "El cero se informa como 0" },

  "fact:local-law-114.schoolYear": { en: "year in which the school year begins", es: "año en que comienza el año escolar" },
  "fact:local-law-114.isSubmitted": {
    en: "whether the report was submitted to the mayor and the speaker",
    es: "si el informe se presentó al alcalde y al presidente del concejo",
  },
  "fact:local-law-114.submittedOn": { en: "day of the submission", es: "día de la presentación" },
  "fact:local-law-114.isPosted": { en: "whether the report was posted on the website", es: "si el informe se publicó en el sitio web" },
  "fact:local-law-114.postedOn": { en: "day of the posting", es: "día de la publicación" },
  "fact:local-law-114.smallCountsShown": { en: "counts of 1 to 5 students that are shown", es: "números de 1 a 5 estudiantes que se muestran" },
  "fact:local-law-114.countsComputable": {
    en: "hidden counts of 1 to 5 students that the others give away",
    es: "números ocultos de 1 a 5 estudiantes que los demás revelan",
  },
  "fact:local-law-114.zerosHidden": { en: "zeros that are hidden", es: "ceros que están ocultos" },
} as const satisfies Words;
