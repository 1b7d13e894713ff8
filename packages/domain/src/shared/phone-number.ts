import type * as z from "zod";
import { plainHyphens, writtenForm } from "./written-form.ts";

// Ten digits of the North American plan: neither area nor exchange begins with 0 or 1, or is a service such as 911.
const northAmerican = "(?:[2-9](?!11)\\d{2}){2}\\d{4}";
const extension = /\s*(?:;\s*ext=|,?\s*(?:extension|ext\.?|x|#)\s*)(\d{1,7})$/i;

const writePhone = (text: string): string => {
  const ext = extension.exec(text);
  const number = ext ? text.slice(0, ext.index) : text;
  // What is left besides the marks that people put between digits is a fault, and stays to be told.
  const bare = plainHyphens(number)
    .replace(/^tel:/i, "")
    .replace(/[\s().\-/]+/g, "");
  const full = new RegExp(`^1?${northAmerican}$`).test(bare) ? `+1${bare.slice(-10)}` : bare;
  return ext ? `${full};ext=${ext[1]}` : full;
};

/**
 * A telephone number as the world dials it (E.164), with its extension as RFC 3966 writes it: `+12125550100`,
 * `+12125550100;ext=12`. Ten digits are of the North American plan, and its shape is checked; another country's number begins
 * with `+`, and only its length is. Whether somebody answers is not known here.
 */
export const PhoneNumber = writtenForm(writePhone, new RegExp(`^\\+(?:1${northAmerican}|[2-9]\\d{6,14})(?:;ext=\\d{1,7})?$`), (text) => {
  const number = text.replace(/;ext=\d+$/, "");
  const digits = number.replace(/^\+?1?/, "");
  if (/[^\d+]/.test(number)) return "has something in it that is no digit: write the number in digits, such as 212-555-0100";
  if (/^(?:\+1|1)?\d{10}$/.test(number))
    return `cannot be dialed: in ${digits} the area code or the three digits after it begin with 0 or 1, or end in 11. Look for a mistyped digit`;
  if (/^01?1?\d{7,}$/.test(number)) return "begins as it is dialed from here: write + and the country's number instead, such as +44";
  if (/^\d{7}$/.test(number)) return "has no area code: put its three digits first, such as 212-555-0100";
  return "must have ten digits, such as 212-555-0100, or begin with + and the country's number";
}).brand("PhoneNumber");
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/**
 * A number as people read it: in the North American way where it is of that plan.
 *
 * @example
 * phoneInWords(PhoneNumber.parse("212.555.0100 x12")) // "(212) 555-0100 ext. 12"
 * phoneInWords(PhoneNumber.parse("+44 20 7946 0000")) // "+442079460000"
 */
export const phoneInWords = (phone: PhoneNumber): string => phone.replace(/^\+1(\d{3})(\d{3})(\d{4})/, "($1) $2-$3").replace(";ext=", " ext. ");
