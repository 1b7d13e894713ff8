import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// What is published is not what the workspace runs: other exports, built files, no tests. So the tarball itself is tried, as
// somebody would who has just installed it.

/** The package, from wherever this is run: a bench is bundled into dist/. */
export const folder = packageAbove(import.meta.dirname);

function packageAbove(from: string): string {
  return existsSync(join(from, "tsdown.config.ts")) ? from : packageAbove(join(from, ".."));
}

/** Runs a program and gives what it printed. Throws with all that it said where it fails. */
export function run(file: string, args: readonly string[], cwd: string, options: { input?: string; env?: NodeJS.ProcessEnv } = {}): string {
  return execFileSync(file, args, { cwd, encoding: "utf8", stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"], ...options });
}

/** Runs a program that may fail, and gives what it ended with. */
export function attempt(
  file: string,
  args: readonly string[],
  cwd: string,
  options: { input?: string } = {},
): { code: number; stdout: string; stderr: string } {
  try {
    return { code: 0, stdout: run(file, args, cwd, options), stderr: "" };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, stdout, stderr };
  }
}

/** A tarball of the package, and folders that it is unpacked into as npm would. */
export interface Packed {
  tarball: string;
  /** A new empty project that has the package and zod installed, and nothing else. */
  project(name: string): string;
  remove(): void;
}

export function pack(): Packed {
  const { packageManager } = JSON.parse(readFileSync(join(folder, "../../package.json"), "utf8")) as { packageManager: string };
  const scratch = mkdtempSync(join(tmpdir(), "cte-domain-"));
  run("npx", ["--yes", packageManager, "pack", "--pack-destination", scratch], folder);
  const name = readdirSync(scratch).find((file) => file.endsWith(".tgz"));
  if (!name) throw new Error("nothing was packed");
  const tarball = join(scratch, name);
  return {
    tarball,
    project(called) {
      const project = join(scratch, called);
      const installed = join(project, "node_modules/@cte-partnerships/domain");
      mkdirSync(installed, { recursive: true });
      mkdirSync(join(project, "node_modules/.bin"));
      run("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed], scratch);
      symlinkSync("../@cte-partnerships/domain/dist/bin/cte-partnerships.js", join(project, "node_modules/.bin/cte-partnerships"));
      symlinkSync(realpathSync(join(folder, "node_modules/zod")), join(project, "node_modules/zod"));
      writeFileSync(join(project, "package.json"), JSON.stringify({ name: "somebody-elses", private: true, type: "module" }));
      return project;
    },
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** Compiles files of a project in the strictest way, libraries included, and gives the complaints. */
export function compile(project: string, { typescript = "typescript", args }: { typescript?: string; args: readonly string[] }): string {
  const compiler = join(folder, "node_modules", typescript, "bin/tsc");
  const strictest = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--verbatimModuleSyntax", "--skipLibCheck", "false"];
  return attempt(process.execPath, [compiler, ...strictest, "--target", "es2023", ...args], project).stdout;
}

/** The ways to resolve an ES module that people have. */
export const resolutions = {
  nodenext: ["--module", "nodenext", "--allowImportingTsExtensions"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler", "--allowImportingTsExtensions"],
} as const;
