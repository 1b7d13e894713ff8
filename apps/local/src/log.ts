import { createWriteStream, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Log } from "@cte-partnerships/api/local";

/** One JSON line an event. To a file, so that the table of addresses stays in sight; `LOG=stdout` prints them. */
export function openLog(file: string | undefined): Log & { close(): Promise<void> } {
  const out = file === undefined ? undefined : openFile(file);
  const write = (level: string) => (message: string, facts?: Record<string, string | number | boolean>) => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`;
    if (out) out.write(line);
    else process.stdout.write(line);
  };
  return { info: write("info"), error: write("error"), close: () => new Promise((resolve) => (out ? out.end(resolve) : resolve())) };
}

const largest = 10 * 1024 * 1024;

function openFile(file: string) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // One earlier file is kept: a log that only grows would fill a disk one day.
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: "a", mode: 0o600 });
}
