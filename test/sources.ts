import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { parseSync } from "oxc-parser";

/** A source file as the rooms see it: where it is, what it says and whom it asks. Paths are from the repository's root, with `/`. */
export interface Source {
  path: string;
  text: string;
  /** Relative imports resolved to a path from the root, packages by name as written. Type-only imports count: they too are knowledge. */
  imports: string[];
}

export const root = join(import.meta.dirname, "..");

const skipped = new Set(["node_modules", "dist", ".git", ".turbo", ".local", ".stryker-tmp", "reports", "coverage", ".sst"]);

export function listFiles(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [relative(root, path).split(sep).join("/")];
  });
}

export function readSource(path: string, text: string): Source {
  const { module } = parseSync(path, text);
  const specifiers = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    // What is only known when it runs (a file that somebody names on the command line) is nobody's room.
    ...module.dynamicImports.flatMap((found) => /^(["'`])(.*)\1$/.exec(text.slice(found.moduleRequest.start, found.moduleRequest.end))?.[2] ?? []),
  ];
  const resolve = (specifier: string) => (specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier);
  return { path, text, imports: [...new Set(specifiers.map(resolve))] };
}

export const readSources = (): Source[] =>
  listFiles()
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => readSource(path, readFileSync(join(root, path), "utf8")));
