// The schemas let none of these in. A mail is the last place where one that came another way could do harm: in a header
// it starts a new one, in a subject it turns the direction of what follows.
// Joiners stay: Persian names and some emoji are written with them.
const neverInALine = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\u200c\u200d]]+/gv;

/** Text of several lines without control and direction marks: ends of lines and tabs stay. */
export const severalLines = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .split(/([\n\t])/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(neverInALine, " ")))
    .join("");

/** Text as one line without control and direction marks, of at most so many characters. */
export function oneLine(text: string, most = 300): string {
  const flat = text.toWellFormed().replace(neverInALine, " ").replace(/ {2,}/g, " ").trim();
  return flat.length <= most ? flat : `${[...flat].slice(0, most - 1).join("")}…`;
}
