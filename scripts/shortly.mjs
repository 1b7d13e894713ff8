const mostLines = 50;
const mostCharacters = 300;

/**
 * What a tool printed, as somebody reads it who only wants to know what failed: its beginning and its end, without lines
 * that are whole files (minified code, a module written as an address).
 */
export function shortly(output) {
  const lines = output
    .trim()
    .split("\n")
    .map((line) => (line.length > mostCharacters ? `${line.slice(0, mostCharacters)} … ${line.length - mostCharacters} characters more` : line));
  if (lines.length <= mostLines) return lines.join("\n");
  const half = mostLines / 2;
  return [...lines.slice(0, half), `… ${lines.length - mostLines} lines more …`, ...lines.slice(-half)].join("\n");
}
