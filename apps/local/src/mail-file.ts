import { appendFileSync, closeSync, fstatSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";

/** Read again at a start at most: the latest mails of a long run are enough, and a start must not wait for the others. */
const mostBytes = 8 * 1024 * 1024;

/** Mails, one JSON line each. */
export function openMailFile(path: string): { readLatest(): object[]; add(mail: object): void; clear(): void } {
  return {
    /** The latest mails; older ones are forgotten. */
    readLatest() {
      const lines = readEnd(path, mostBytes).split("\n");
      const mails = lines.flatMap((line) => parse(line));
      if (mails.length > 0) writeFileSync(path, `${mails.map((mail) => JSON.stringify(mail)).join("\n")}\n`, { mode: 0o600 });
      return mails;
    },
    add: (mail) => appendFileSync(path, `${JSON.stringify(mail)}\n`, { mode: 0o600 }),
    clear: () => rmSync(path, { force: true }),
  };
}

function readEnd(path: string, bytes: number): string {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return "";
  }
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, bytes));
    readSync(file, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString("utf8");
  } finally {
    closeSync(file);
  }
}

/** The first line may be cut, and a crash may have cut the last: what does not parse is no mail. */
function parse(line: string): object[] {
  try {
    const mail = JSON.parse(line);
    return typeof mail === "object" && mail !== null ? [mail] : [];
  } catch {
    return [];
  }
}
