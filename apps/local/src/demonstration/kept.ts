import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Instant } from "@cte-partnerships/domain";

/** Which set of the demonstration is loaded. */
export interface DemonstrationMark {
  madeAt: Instant;
  /** When the first of its open sessions begins: from then on a new set is needed. */
  openUntil: Instant;
  isComplete: boolean;
}

export interface Kept {
  read(): DemonstrationMark | undefined;
  write(mark: DemonstrationMark): void;
  forget(): void;
}

/** @param file where it is kept; absent: in memory */
export function keepMark(file: string | undefined): Kept {
  let mark: DemonstrationMark | undefined = file === undefined ? undefined : readMark(file);
  return {
    read: () => mark,
    write(next) {
      mark = next;
      if (file === undefined) return;
      writeFileSync(`${file}.new`, JSON.stringify(next), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    forget() {
      mark = undefined;
    },
  };
}

function readMark(file: string): DemonstrationMark | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // The ids are fixed by the day and not by this file; without it a second set is made, and nothing breaks.
    return undefined;
  }
}
