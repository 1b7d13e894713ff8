import type * as z from "zod";
import { plainHyphens, writtenForm } from "./written-form.ts";

/** A ZIP code of the postal service, `10001` or `10001-2345`. Nine digits are given their hyphen. */
export const ZipCode = writtenForm(
  (text) => {
    const plain = plainHyphens(text).replace(/\s+/g, "");
    return /^\d{9}$/.test(plain) ? `${plain.slice(0, 5)}-${plain.slice(5)}` : plain;
  },
  /^\d{5}(?:-\d{4})?$/,
  (text) =>
    /^\d{3,4}$/.test(text)
      ? `is too short for a ZIP code: if a spreadsheet took its zeros, write ${text.padStart(5, "0")}`
      : "must be a ZIP code of five digits, such as 10001, or of nine, such as 10001-2345",
).brand("ZipCode");
export type ZipCode = z.infer<typeof ZipCode>;
