import type { Words } from "../rule/explain.ts";

/** What the rules say of partners. */
export const partnerWords = {
  partner_industry_count: {
    en: "Partners that count as industry: {have} of {need}.",
    es: "Socios que cuentan como industria: {have} de {need}.",
  },
  partner_not_industry: { en: "Listed, but not counted as industry: {names}.", es: "Están en la lista, pero no cuentan como industria: {names}." },
  partner_listed_again: {
    en: "Listed more than once, and counted once: {names}.",
    es: "Aparecen más de una vez en la lista y se cuentan una sola vez: {names}.",
  },
  partner_postsecondary_count: {
    en: "Two-year or four-year postsecondary partners: {have} of {need}.",
    es: "Socios postsecundarios de dos o cuatro años: {have} de {need}.",
  },
} as const satisfies Words;
