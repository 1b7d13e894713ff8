import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type Deployed, grantsOf, wordsOf } from "./policies.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder in which each test file leaves the grants that it made use of. */
    neededGrants: string;
  }
}

/**
 * After all tests together: every grant of every function was needed by some of them. One that nobody needs is a door that
 * stands open for nothing; take it out of infra/reach.ts. Where only some files are run, nothing can be said.
 */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "needed-grants-"));
  project.provide("neededGrants", folder);
  return async () => {
    const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as string[]);
    rmSync(folder, { recursive: true });
    const { testFiles } = await project.globTestFiles();
    if (files.length < testFiles.length) return;
    const unneeded = unneededAmong(new Set(files.flat()));
    if (unneeded.length > 0) throw new Error(`granted in infra/reach.ts, and nothing needs it:\n${unneeded.join("\n")}`);
  };
}

export const unneededAmong = (needed: ReadonlySet<string>): string[] =>
  [...grantsOf]
    .flatMap(([name, grants]: [Deployed, readonly Parameters<typeof wordsOf>[0][]]) => grants.map((grant) => `${name} ${wordsOf(grant)}`))
    .filter((grant) => !needed.has(grant));
