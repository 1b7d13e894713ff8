import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// What is published is not what the workspace runs: other exports, built files, no tests. So the tarball itself is tried, as
// somebody would who has just installed it.

const folder = fileURLToPath(new URL("..", import.meta.url));
const workspace = JSON.parse(readFileSync(join(folder, "../../package.json"), "utf8")) as { packageManager: string };
const scratch = mkdtempSync(join(tmpdir(), "cte-domain-"));
const project = join(scratch, "project");
const installed = join(project, "node_modules/@cte-partnerships/domain");
let tarball: Uint8Array<ArrayBuffer>;

const run = (file: string, args: string[], cwd: string) => execFileSync(file, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const inProject = (file: string, text: string) => writeFileSync(join(project, file), text);
const compile = (...options: string[]): string => {
  try {
    return run(join(folder, "node_modules/.bin/tsc"), ["--noEmit", "--strict", "--target", "es2023", "--types", "", ...options], project);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

beforeAll(() => {
  run("npx", ["--yes", workspace.packageManager, "pack", "--pack-destination", scratch], folder);
  const name = readdirSync(scratch).find((file) => file.endsWith(".tgz"));
  if (!name) throw new Error("nothing was packed");
  tarball = new Uint8Array(readFileSync(join(scratch, name)));
  mkdirSync(installed, { recursive: true });
  run("tar", ["-xzf", join(scratch, name), "--strip-components=1", "-C", installed], scratch);
  symlinkSync(realpathSync(join(folder, "node_modules/zod")), join(project, "node_modules/zod"));
  inProject("package.json", JSON.stringify({ name: "somebody-elses", private: true, type: "module" }));
  cpSync(join(folder, "test/five-minutes.ts"), join(project, "five-minutes.ts"));
}, 240_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the packed package", () => {
  it("holds the built files, the schemas and the documents, and nothing else", () => {
    const files = readdirSync(installed, { recursive: true, encoding: "utf8", withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    expect(names).toContain("dist/index.js");
    for (const name of ["dist/nyc.d.ts", "schema/event.json", "README.md", "LICENSE"]) expect(names).toContain(name);
    for (const name of names) expect(name).toMatch(/^(?:package\.json|README\.md|LICENSE|dist\/[\w-]+(?:\.d)?\.ts|dist\/[\w-]+\.js|schema\/[a-z-]+\.json)$/);
  });

  it("asks for zod as a peer, and for nothing else", () => {
    const packed = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    expect(packed.peerDependencies).toEqual({ zod: "^4.1.0" });
    expect(packed.dependencies).toBeUndefined();
    expect(packed.exports).toEqual({
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./nyc": { types: "./dist/nyc.d.ts", default: "./dist/nyc.js" },
    });
  });

  it("has nothing that publint finds wrong", async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, level: "suggestion", strict: true });
    expect(messages).toEqual([]);
  });

  it("has types that fit the code, for every way of resolving an ES module", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(tarball));
    if (!analysis.types) throw new Error("it has no types");
    expect(Object.keys(analysis.entrypoints)).toEqual([".", "./nyc"]);
    // It is for ES modules: resolution without "exports" (node10) and require() are not promised.
    const problems = analysis.problems.filter((problem) => !("resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind)));
    expect(problems).toEqual([]);
  });

  it("runs the README's example from an empty project", () => {
    inProject("run.js", 'import { told } from "./five-minutes.ts";\nprocess.stdout.write(JSON.stringify(told));\n');
    expect(run("node", ["run.js"], project)).toBe('["confirmed","waitlisted"]');
  });

  it.each([
    ["nodenext", ["--module", "nodenext", "--allowImportingTsExtensions"]],
    ["a bundler", ["--module", "esnext", "--moduleResolution", "bundler"]],
  ])("compiles the README's example as %s resolves it, with the strictest options, and keeps ids apart", (_, options) => {
    inProject(
      "strict.ts",
      `import { SessionId, type EventId } from "@cte-partnerships/domain";
import { nyc } from "@cte-partnerships/domain/nyc";
export const title: string = nyc.title;
// @ts-expect-error a session is not an event
export const wrong: EventId = SessionId.parse("");
// @ts-expect-error and text is neither
export const text: SessionId = "ses_";
`,
    );
    expect(compile("--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", ...options, "five-minutes.ts", "strict.ts")).toBe("");
  });
});
