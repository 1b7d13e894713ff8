import type * as z from "zod";
import { writtenForm } from "./written-form.ts";

/**
 * A New York City school's DBN: district of two digits, borough letter, number of three digits, `02M412`. Spaces and hyphens
 * between them, small letters, and a zero that a spreadsheet took from the district are mended. Whether there is such a school
 * is for the agency's data to say.
 */
export const Dbn = writtenForm(
  (text) => {
    const bare = text.toUpperCase().replace(/[\s\p{Dash}]+/gu, "");
    return /^[1-9][A-Z]\d{3}$/.test(bare) ? `0${bare}` : bare;
  },
  /^(?!00)\d{2}[MXKQR]\d{3}$/,
  (text) => {
    const letter = /^\d{2}([A-Z])\d{3}$/.exec(text)?.[1];
    if (letter && !"MXKQR".includes(letter))
      return `has the letter ${letter}, which is no borough's: use M (Manhattan), X (the Bronx), K (Brooklyn), Q (Queens) or R (Staten Island)`;
    if (/^[MXKQR]\d{3}$/.test(text)) return `has no district: put its two digits before the letter, such as 02${text}`;
    if (letter) return "has the district 00, which there is not: districts begin at 01";
    return "must be a DBN: two digits for the district, a borough letter and three digits, such as 02M412";
  },
).brand("Dbn");
export type Dbn = z.infer<typeof Dbn>;
