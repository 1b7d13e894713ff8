// What the packed package weighs and how soon it says something: `pnpm bench size`. Prints Markdown.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { doorImports, sizeOf, subjectImports } from "../scripts/size.ts";
import { attempt, folder, pack, run } from "../test/packed-project.ts";

const source = pathToFileURL(join(folder, "src/"));
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

const titles: Readonly<Record<string, string>> = {
  "": "the root: every schema, decision, solver and rule",
  "nyc-rules": "every rule, with New York City's data",
};

const packed = pack();
try {
  const project = packed.project("size");
  print("| import | min, kB | min + gz, kB | limit, kB |", "| --- | ---: | ---: | ---: |");
  const imports = new Map<string, { text: string; limit: string }>([
    ...[...subjectImports(source)].toSorted().map(([name, text]) => [`\`${name}\` and its rules`, { text, limit: "5" }] as const),
    ...[...doorImports(source)].map(
      ([door, text]) => [titles[door] ?? `\`${door}\`, all of it`, { text, limit: door === "" || door === "nyc-rules" ? "40" : "–" }] as const,
    ),
  ]);
  for (const [name, { text, limit }] of imports) {
    const { bytes, gzippedBytes } = await sizeOf(text, project);
    print(`| ${name} | ${kilobytes(bytes)} | ${kilobytes(gzippedBytes)} | ${limit} |`);
  }

  /** Milliseconds to load a door in a fresh process that has zod already. */
  const load = (door: string): number => {
    const script = `await import("zod"); const at = performance.now(); await import("@cte-partnerships/domain${door}"); process.stdout.write(String(performance.now() - at));`;
    return Number(run(process.execPath, ["--input-type=module", "-e", script], project));
  };
  print("", "| module load, zod loaded before, median of 15 processes | ms |", "| --- | ---: |");
  for (const door of ["/rule", "/commission", "/nyc", "", "/words"]) {
    const title = door === "" ? "the root" : `\`${door.slice(1)}\``;
    print(`| ${title} | ${median(Array.from({ length: 15 }, () => load(door))).toFixed(1)} |`);
  }

  const command = join(project, "node_modules/@cte-partnerships/domain/dist/bin/cte-partnerships.js");
  writeFileSync(join(project, "facts.json"), run(process.execPath, [command, "facts", "commission-proxy"], project));
  const verdict = (): number => {
    const at = performance.now();
    attempt(process.execPath, [command, "check", "facts.json"], project);
    return performance.now() - at;
  };
  print("", "| first verdict, in an empty folder with the tarball unpacked | ms |", "| --- | ---: |");
  print(`| \`cte-partnerships check facts.json\`, median of 9 | ${median(Array.from({ length: 9 }, verdict)).toFixed(0)} |`);
} finally {
  packed.remove();
}
