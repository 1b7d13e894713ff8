// The schemas let none of these in. A mail is the last place where one that came another way could do harm: in a header
// it starts a new one, in a subject it turns the direction of what follows.
const neverInALine = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu;

/** Text as one line without control and direction marks, of at most so many characters. */
export function oneLine(text: string, most = 300): string {
  const flat = text.toWellFormed().replace(neverInALine, " ").replace(/ {2,}/g, " ").trim();
  return flat.length <= most ? flat : `${[...flat].slice(0, most - 1).join("")}…`;
}
