import { appendFileSync, readFileSync } from "node:fs";

/** A change that was given up: where it was and why, and nothing of what it held. The table has that. */
export interface DeadLetter {
  eventID: string;
  keys: unknown;
  error: string;
  attempts: number;
}

/** What was given up, one JSON line each, with the time. No personal data. */
export interface DeadLetters {
  add(letter: DeadLetter): void;
  count(): number;
}

/** @param file where they are kept; absent: only counted */
export function openDeadLetters(file: string | undefined): DeadLetters {
  let count = file === undefined ? 0 : countLines(file);
  return {
    add(letter) {
      if (file !== undefined) appendFileSync(file, `${JSON.stringify({ ...letter, at: new Date().toISOString() })}\n`, { mode: 0o600 });
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
