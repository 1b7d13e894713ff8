import type * as z from "zod";
import { plainHyphens, writtenForm } from "./written-form.ts";

/**
 * A code of the Standard Occupational Classification, `15-1252`. The `.00` that O*NET adds to an occupation as a whole is taken
 * away, and six digits are given their hyphen. Major groups have odd numbers from 11 to 55.
 */
export const SocCode = writtenForm(
  (text) => {
    const plain = plainHyphens(text).replace(/\.00$/, "");
    return /^\d{6}$/.test(plain) ? `${plain.slice(0, 2)}-${plain.slice(2)}` : plain;
  },
  /^(?:[1-4][13579]|5[135])-\d{4}$/,
  (text) => {
    if (/^\d{2}-\d{4}\.\d{2}$/.test(text)) return `is finer than SOC, from O*NET: use ${text.slice(0, 7)}`;
    if (/^\d{2}-\d{4}$/.test(text)) return `begins with ${text.slice(0, 2)}, which is no major group of SOC: they have odd numbers from 11 to 55`;
    return "must be a SOC code of two digits, a hyphen and four digits, such as 15-1252";
  },
).brand("SocCode");
export type SocCode = z.infer<typeof SocCode>;
