import type * as z from "zod";
import { writtenForm } from "./written-form.ts";

/**
 * A code of the Classification of Instructional Programs: a series `11`, a group `11.10` or a program `11.1003`. Codes without
 * their point are given it. A code that lost a zero in a spreadsheet cannot be told from another one, so it is refused.
 */
export const CipCode = writtenForm(
  (text) => {
    const bare = text.replace(/\s+/g, "");
    return /^\d{4}(?:\d{2})?$/.test(bare) ? `${bare.slice(0, 2)}.${bare.slice(2)}` : bare;
  },
  /^\d{2}(?:\.\d{2}(?:\d{2})?)?$/,
  (text) => {
    if (/^\d(?:\.\d+)?$/.test(text) || /^\d{2}\.(?:\d|\d{3})$/.test(text))
      return `may have lost a zero in a spreadsheet: write ${text} in full, two digits, a point and two or four digits, such as 01.0000`;
    return "must be a CIP code of 2, 4 or 6 digits, such as 11, 11.10 or 11.1003";
  },
).brand("CipCode");
export type CipCode = z.infer<typeof CipCode>;
