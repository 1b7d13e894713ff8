import * as z from "zod";

/**
 * An identifier that has one written form: what people type is brought into it first, and what then is not that form is told
 * apart by `fault`, which says what is wrong and what to do. Bringing what is in the form into the form changes nothing.
 *
 * @example
 * writtenForm((text) => text.toUpperCase(), /^[A-Z]$/, () => "must be a letter").parse("a") // "A"
 * writtenForm((text) => text, /^[A-Z]$/, (text) => `${text} is no letter`).safeParse("1").error.issues[0].message // "1 is no letter"
 */
// @__NO_SIDE_EFFECTS__
export const writtenForm = (write: (text: string) => string, form: RegExp, fault: (text: string) => string) =>
  z
    .string()
    .max(80, { error: "must be at most 80 characters", abort: true })
    .overwrite((text) => write(text.normalize("NFKC").trim()))
    .min(1, { error: "is needed", abort: true })
    .regex(form, { error: ({ input }) => fault(String(input)) });

/** Every dash that a word processor makes of a hyphen. */
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;

/**
 * Text with every kind of dash as a plain hyphen, and no space around one.
 *
 * @example
 * plainHyphens("48 – 49") // "48-49"
 */
export const plainHyphens = (text: string): string => text.replace(dashes, "-").replace(/\s*-\s*/g, "-");
