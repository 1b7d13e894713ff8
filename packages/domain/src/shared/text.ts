import * as z from "zod";

// Control characters, and the marks that turn the direction of a line or hide in it: no name or title has a use for
// them, and they forge mails, files and logs. Tab and line ends stay allowed where a text may have several lines.
const hidden = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;
const hiddenBesidesLineEnds = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/u;

/** One line: trimmed, inner white space folded to single spaces, Unicode NFC, no control or direction marks. */
export const line = (maxLength: number) =>
  z
    .string()
    .overwrite((text) => text.normalize("NFC").replace(/[ \t\r\n\u00a0]+/g, " ").trim())
    .min(1, "is needed")
    .max(maxLength, `must be at most ${maxLength} characters`)
    .refine((text) => !hidden.test(text) && text.isWellFormed(), "has a control character or an invisible mark in it");

/** Several lines: trimmed, line ends as \n, Unicode NFC. */
export const paragraphs = (maxLength: number) =>
  z
    .string()
    .overwrite((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .max(maxLength, `must be at most ${maxLength} characters`)
    .refine((text) => !hiddenBesidesLineEnds.test(text) && text.isWellFormed(), "has a control character or an invisible mark in it");

/** An e-mail address, trimmed and lower-cased, at most 254 characters (RFC 5321). One form of an address is one person. */
export const EmailAddress = z
  .string()
  .overwrite((text) => text.trim().toLowerCase())
  .min(1, "is needed")
  .max(254, "must be at most 254 characters")
  .pipe(z.email("must be an e-mail address such as name@example.org"))
  .brand("EmailAddress");
export type EmailAddress = z.infer<typeof EmailAddress>;

/** A web address over https (or http). Other schemes never reach a link. */
export const WebAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: "must be a web address that begins with https://" })
  .max(2048);
