import { appendFileSync, readFileSync } from "node:fs";

/** What was given up, one JSON line each. They hold the record as it was, so they are kept like the data themselves. */
export interface DeadLetters {
  add(letter: object): void;
  count(): number;
}

/** @param file where they are kept; absent: only counted */
export function openDeadLetters(file: string | undefined): DeadLetters {
  let count = file === undefined ? 0 : countLines(file);
  return {
    add(letter) {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify({ buriedAt: new Date().toISOString(), ...letter })}\n`, { mode: 0o600 });
      count += 1;
    },
    count: () => count,
  };
}

function countLines(file: string): number {
  try {
    return readFileSync(file, "utf8").split("\n").filter(Boolean).length;
  } catch {
    return 0;
  }
}
