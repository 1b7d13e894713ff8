#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import process from "node:process";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { bugCode, run } from "./run.ts";
import { textIn } from "./text-in.ts";

/** A file where there is one of that name, else a package as the folder that the command was called in has it installed. */
async function load(module: string): Promise<object> {
  const file = resolve(module);
  if (existsSync(file)) return (await import(pathToFileURL(file).href)) as object;
  const path = createRequire(resolve("from-here.js")).resolve(module);
  return (await import(pathToFileURL(path).href)) as object;
}

// Whoever reads the first lines and leaves, as `head` does, has seen what they wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2), {
    now: () => Date.now(),
    read: async (name) => textIn(name === "-" ? await buffer(process.stdin) : await readFile(name)),
    print: (told) => process.stdout.write(told),
    complain: (told) => process.stderr.write(`${told}\n`),
    load,
    version: () => (JSON.parse(readFileSync(new URL(import.meta.resolve("@cte-partnerships/domain/package.json")), "utf8")) as { version: string }).version,
  });
} catch (error) {
  process.stderr.write(`This is a bug in cte-partnerships.\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = bugCode;
}
