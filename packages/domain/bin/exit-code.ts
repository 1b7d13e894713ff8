import type { Verdict } from "@cte-partnerships/domain/rule";

/** What the command ends with. Verdicts are small numbers; what stopped it has the numbers of sysexits.h. */
export const exitCodes = {
  met: 0,
  unmet: 1,
  unknown: 2,
  /** The command line is wrong. */
  usage: 64,
  /** The facts are wrong: no JSON, an unknown fact, a value that does not fit. */
  data: 65,
  /** A file or an agency's module is not there, or cannot be read. */
  input: 66,
  /** A bug. */
  software: 70,
} as const;

/** One number for several verdicts: unmet where one is, else unknown where one is, else met. */
export function exitCodeOf(verdicts: readonly Verdict[]): number {
  const worst = (["unmet", "unknown"] as const).find((one) => verdicts.includes(one));
  return exitCodes[worst ?? "met"];
}

/** What ends the command before there is a verdict: its lines go to standard error. */
export class Stop extends Error {
  readonly code: number;
  readonly lines: readonly string[];
  constructor(kind: "usage" | "data" | "input", ...lines: readonly string[]) {
    super(lines.join("\n"));
    this.code = exitCodes[kind];
    this.lines = lines;
  }
}
