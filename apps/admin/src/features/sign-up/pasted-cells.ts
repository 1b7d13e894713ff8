/**
 * Cells of a list that somebody copied out of a spreadsheet, a file or a mail. No CSV file, which has rules of its own (the
 * domain's `readCsvText` refuses what breaks them): what is pasted is taken as far as it can be understood.
 */
export function cellsIn(text: string): string[][] {
  const whole = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const rows = looksLikeAddresses(whole) ? addressesIn(whole) : separated(whole, separatorOf(whole));
  return rows.map((cells) => cells.map((cell) => cell.trim())).filter((cells) => cells.some((cell) => cell !== ""));
}

const bare = /^[^\s@,;<>"]+@[^\s@,;<>"]+$/;

/** `Ann Example <ann@example.org>, …` as mail programs write it, or addresses alone. */
export function looksLikeAddresses(text: string): boolean {
  if (text.includes("\t")) return false;
  if (/<[^<>\s]+@[^<>\s]+>/.test(text)) return true;
  const parts = text.split(/[\n,;]/).map((part) => part.trim());
  const told = parts.filter((part) => part !== "");
  return told.length > 0 && told.every((part) => bare.test(part));
}

function addressesIn(text: string): string[][] {
  const rows: string[][] = [];
  // Within quotes and angle brackets nothing separates.
  for (const line of text.split("\n")) {
    let before = "";
    for (const [part] of line.matchAll(/(?:"[^"]*"|<[^<>]*>|[^,;"<]|["<])+/g)) {
      const entry = before === "" ? part.trim() : `${before}, ${part.trim()}`;
      // "Example, Ann <ann@example.org>": a name with a comma in it.
      before = entry.includes("@") ? "" : entry;
      if (before === "" && entry !== "") rows.push(entryIn(entry));
    }
    if (before !== "") rows.push([before, ""]);
  }
  return rows;
}

function entryIn(entry: string): string[] {
  const [, name, address] = /^(.*?)<\s*([^<>]*?)\s*>[^<>]*$/s.exec(entry) ?? [];
  if (address === undefined) return ["", entry];
  return [
    (name ?? "")
      .trim()
      .replace(/^"(.*)"$/s, "$1")
      .replace(/\\(["\\])/g, "$1"),
    address,
  ];
}

/** What stands between cells: tabs, as every spreadsheet copies; else whichever of comma and semicolon there are more of. */
function separatorOf(text: string): string {
  if (text.includes("\t")) return "\t";
  return (text.match(/;/g)?.length ?? 0) > (text.match(/,/g)?.length ?? 0) ? ";" : ",";
}

function separated(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const { cell, end } = cellAt(text, at, separator);
    row.push(cell);
    if (text[end] !== separator) {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

/** A cell in quotes may hold anything; a quote that is never closed, or does not end its cell, is a character like any other. */
function cellAt(text: string, from: number, separator: string): { cell: string; end: number } {
  if (text[from] === '"') {
    for (let at = from + 1; at < text.length; at++) {
      if (text[at] !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else if (at + 1 === text.length || text[at + 1] === separator || text[at + 1] === "\n") {
        return { cell: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
      } else break;
    }
  }
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end += 1;
  return { cell: text.slice(from, end), end };
}
