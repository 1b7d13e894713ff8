import * as z from "zod";

// Control characters, and the marks that turn the direction of a line or hide in it: no name or title has a use for
// them, and they forge mails, files and logs. The joiners and variation selectors that Persian, Mongolian and emoji are
// written with stay allowed. Tab and line ends stay allowed where a text may have several lines.
const hidden = /[[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\u200c\u200d\u180b-\u180d\u180f\ufe00-\ufe0f]]/v;
const hiddenBesidesLineEnds = /[[\p{Cc}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\t\n\u200c\u200d\u180b-\u180d\u180f\ufe00-\ufe0f]]/v;
// Letters, digits, punctuation and signs: what somebody can see. A text of joiners alone is as good as empty.
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
const whiteSpace = /[\t\r\n\p{Zs}]+/gu;
// Words of ASCII with single spaces between them, as most lines are: nothing to normalise and nothing hidden, which is quick to see.
const plain = /^[!-~]+(?: [!-~]+)*$/;

/**
 * One line: trimmed, inner white space folded to single spaces, Unicode NFC, no control or direction marks.
 *
 * @example
 * line(50).parse("  Ada \t Example ") // "Ada Example"
 * line(50).safeParse("Ada\u202e").success // false
 */
export const line = (maxLength: number) =>
  z
    .string()
    .overwrite((text) => (plain.test(text) ? text : text.normalize("NFC").replace(whiteSpace, " ").trim()))
    .min(1, "is needed")
    .max(maxLength, `must be at most ${maxLength} characters`)
    .superRefine((text, context) => {
      if (plain.test(text)) return;
      if (hidden.test(text) || !text.isWellFormed()) context.addIssue("has a control character or an invisible mark in it");
      if (text !== "" && !visible.test(text)) context.addIssue("is needed");
    });

/**
 * Several lines: trimmed, line ends as \n, Unicode NFC.
 *
 * @example
 * paragraphs(500).parse("one\r\ntwo\n") // "one\ntwo"
 */
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
  .min(1, { error: "is needed", abort: true })
  .max(254, { error: "must be at most 254 characters", abort: true })
  .check(z.email("must be an e-mail address such as name@example.org"))
  .brand("EmailAddress");
export type EmailAddress = z.infer<typeof EmailAddress>;

/**
 * A web address over https (or http), in the form that a browser would send: quotes, spaces and invisible marks percent-encoded.
 * Other schemes, and a user name before the host that makes one site look like another, never reach a link.
 */
export const WebAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, normalize: true, error: "must be a web address that begins with https://" })
  .max(2048, "must be at most 2048 characters")
  .refine((address) => !/^https?:\/\/[^/?#]*@/.test(address), "must not have a user name in it");
