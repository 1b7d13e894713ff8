import type * as z from "zod";
import { plainHyphens, writtenForm } from "./written-form.ts";

// The sectors of NAICS; three of them span several numbers, and are written as a span.
const sector = "11|21|22|23|3[1-3]|42|4[4589]|5[1-6]|6[12]|7[12]|81|92";
const spans = "31-33|44-45|48-49";

/**
 * A code of the North American Industry Classification System: a sector `51`, one of the three spans `31-33`, `44-45`, `48-49`,
 * or a finer code of up to six digits, `541512`. What lies below the sector is checked by length alone.
 */
export const NaicsCode = writtenForm(plainHyphens, new RegExp(`^(?:${spans}|(?:${sector})\\d{0,4})$`), (text) => {
  if (/^\d{2}-\d{2}$/.test(text)) return `is no sector: the sectors written as a span are ${spans.replaceAll("|", ", ")}`;
  if (/^\d{2,6}$/.test(text)) return `begins with ${text.slice(0, 2)}, which is no sector of NAICS: look the code up, and mind that it is not a SIC code`;
  return "must be a NAICS code of 2 to 6 digits, such as 51 or 541512, or a sector such as 48-49";
}).brand("NaicsCode");
export type NaicsCode = z.infer<typeof NaicsCode>;
