import type { MailWords } from "./words.ts";

/** A mail's words as plain text, for programs and people that want no HTML. */
export function mailText(words: MailWords): string {
  const widest = Math.max(...words.facts.map(({ term }) => term.length));
  return [
    words.heading.toUpperCase(),
    words.greeting,
    ...words.paragraphs,
    // Two dashes and a space begin a signature, which some programs hide.
    ...words.written.map((paragraph) => paragraph.replace(/^-- $/gm, "--")),
    words.facts.map(({ term, text }) => `${`${term}:`.padEnd(widest + 2)}${text}`).join("\n"),
    `${words.link.label}:\n${words.link.url}`,
    `-- \n${words.closing.join("\n\n")}`,
  ]
    .join("\n\n")
    .concat("\n");
}
