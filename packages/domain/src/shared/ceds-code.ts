import type * as z from "zod";
import { writtenForm } from "./written-form.ts";

/** An element of the Common Education Data Standards by its six digits: `001499`. Zeros that a spreadsheet took are put back. */
export const CedsElementId = writtenForm(
  (text) => (/^\d{3,5}$/.test(text) ? text.padStart(6, "0") : text),
  /^\d{6}$/,
  () => "must be a CEDS element of six digits, such as 001499",
).brand("CedsElementId");
export type CedsElementId = z.infer<typeof CedsElementId>;

/** A code of an option set of CEDS: words written together, each with a capital, or a number: `JobShadowing`, `01003`. */
export const CedsOptionCode = writtenForm(
  (text) => text.replace(/[\s_-]+(\S)/g, (_, letter: string) => letter.toUpperCase()),
  /^(?:[A-Z][A-Za-z0-9]*|\d{2,6})$/,
  (text) =>
    /^[a-z]/.test(text)
      ? "must begin with a capital, as CEDS writes it, such as JobShadowing"
      : "must be an option's code as CEDS writes it, such as JobShadowing",
).brand("CedsOptionCode");
export type CedsOptionCode = z.infer<typeof CedsOptionCode>;
