import type { PublishFault } from "../event/make.ts";
import type { AnswerFault } from "../event/question.ts";
import type { Sentence } from "../rule/explain.ts";

/** What is wrong with one field or answer, for the place beside it. */
export type FaultReason = AnswerFault["reason"] | PublishFault["reason"];

/** What each fault says beside its field. */
export const faultWords = {
  description_missing: { en: "is needed before publishing", es: "hace falta antes de publicar" },
  detail_missing: { en: "is needed before publishing", es: "hace falta antes de publicar" },
  no_sessions: { en: "needs at least one session that takes place", es: "necesita al menos una sesión que se realice" },
  required: { en: "is needed", es: "es obligatorio" },
  same_option_twice: { en: "has the same option twice", es: "tiene la misma opción dos veces" },
  session_in_the_past: { en: "lies in the past: choose a later time", es: "ya pasó: elija una hora posterior" },
  unknown_option: { en: "is not one of the options: choose from those offered", es: "no es una de las opciones: elija entre las ofrecidas" },
  unknown_question: { en: "is not asked any more: leave it out", es: "ya no se pregunta: omítala" },
  window_closed: { en: "lies in the past: let sign-ups close later", es: "ya pasó: cierre las inscripciones más tarde" },
  window_closes_after_last_start: {
    en: "is after the last session begins: let sign-ups close before",
    es: "es posterior al comienzo de la última sesión: cierre las inscripciones antes",
  },
  wrong_kind: { en: "is of another kind than the question asks for", es: "es de otro tipo que el que pide la pregunta" },
} as const satisfies Record<FaultReason, Sentence>;
