import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { fileURLToPath } from "node:url";

const maps = new Map<string, SourceMap | undefined>();

/**
 * A line of a stack as our source has it, where the file that it names was bundled and has its map beside it. Read when
 * something went wrong and not before: Node's own `--enable-source-maps` reads it at every cold start, for some 12 ms.
 */
export function inSource(frame: string): string {
  const found = /(file:\/\/[^()\s]+\.mjs):(\d+):(\d+)/.exec(frame);
  if (!found) return frame;
  const [place, file = "", line, column] = found;
  const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
  return entry && "originalSource" in entry ? frame.replace(place, `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`) : frame;
}

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file));
  return maps.get(file);
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, "utf8")));
  } catch {
    // A stack that cannot be read better is told as it is: this runs while something else goes wrong.
    return undefined;
  }
}
