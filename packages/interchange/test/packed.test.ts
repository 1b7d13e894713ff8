import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// What is published is not what the workspace runs: other exports, built files, no tests. So the tarballs of this package and of the
// domain are tried, as somebody would who has just installed them.

const folder = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
  exports: Record<string, string>;
  publishConfig: { exports: object };
  dependencies: Record<string, string>;
};
const doors = Object.keys(manifest.exports).filter((door) => !door.endsWith(".json"));
let scratch: string;
let tarball: string;
let project: string;
let installed: string;

const run = (file: string, args: readonly string[], cwd: string): string =>
  execFileSync(file, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function packed(from: string, name: string): string {
  const { packageManager } = JSON.parse(readFileSync(join(folder, "../../package.json"), "utf8")) as { packageManager: string };
  const to = join(scratch, name);
  mkdirSync(to);
  run("npx", ["--yes", packageManager, "pack", "--pack-destination", to], from);
  const [file = ""] = readdirSync(to).filter((one) => one.endsWith(".tgz"));
  const target = join(project, "node_modules/@cte-partnerships", name);
  mkdirSync(target, { recursive: true });
  run("tar", ["-xzf", join(to, file), "--strip-components=1", "-C", target], scratch);
  return join(to, file);
}

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "cte-interchange-"));
  project = join(scratch, "project");
  installed = join(project, "node_modules/@cte-partnerships/interchange");
  packed(join(folder, "../domain"), "domain");
  tarball = packed(folder, "interchange");
  for (const name of ["zod", ...Object.keys(manifest.dependencies)]) {
    const link = join(project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(folder, "node_modules", name)), link);
  }
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "somebody-elses", private: true, type: "module" }));
  cpSync(join(folder, "test/calendar-and-card.ts"), join(project, "calendar-and-card.ts"));
}, 240_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the packed package", () => {
  it("has a door for each file that the workspace has one for, built", () => {
    const built = (source: string) => source.replace("./src/", "./dist/").replace(/\.ts$/, "");
    expect(manifest.publishConfig.exports).toEqual(
      Object.fromEntries(
        Object.entries(manifest.exports).map(([door, source]) => [
          door,
          door.endsWith(".json") ? source : { types: `${built(source)}.d.ts`, default: `${built(source)}.js` },
        ]),
      ),
    );
  });

  it("holds the built files, the README and the license, and nothing else", () => {
    const files = readdirSync(installed, { recursive: true, encoding: "utf8", withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    for (const name of ["dist/calendar.js", "dist/vcard.d.ts", "README.md", "LICENSE"]) expect(names).toContain(name);
    expect(names.filter((name) => !/^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/[a-z-]+(?:\.d\.ts|\.js))$/.test(name))).toEqual([]);
  });

  it("asks for the domain as a peer, in a version that there is, and for what writes the files", () => {
    const published = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<string, Record<string, string>>;
    const { version } = JSON.parse(readFileSync(join(folder, "../domain/package.json"), "utf8")) as { version: string };
    expect(published).toMatchObject({
      peerDependencies: { "@cte-partnerships/domain": `^${version}` },
      sideEffects: false,
      exports: manifest.publishConfig.exports,
    });
    expect(Object.keys(published.dependencies ?? {})).toEqual(Object.keys(manifest.dependencies));
    expect(Object.values({ ...published.dependencies, ...published.peerDependencies }).filter((range) => !/^\^?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });

  it("has nothing that publint finds wrong", async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, level: "suggestion", strict: true });
    expect(messages).toEqual([]);
  });

  it("has types that fit the code, for every way of resolving an ES module", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))));
    if (!analysis.types) throw new Error("it has no types");
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest.exports));
    // It is for ES modules: resolution without "exports" (node10) and require() are not promised.
    const problems = analysis.problems.filter((problem) => !("resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind)));
    expect(problems).toEqual([]);
  });

  it.each([
    ["nodenext", ["--module", "nodenext"]],
    ["bundler", ["--module", "esnext", "--moduleResolution", "bundler"]],
  ])("compiles in the strictest project there is, with the domain's own types: %s", (_, resolution) => {
    const strictest = [
      "--noEmit",
      "--strict",
      "--exactOptionalPropertyTypes",
      "--noUncheckedIndexedAccess",
      "--verbatimModuleSyntax",
      "--skipLibCheck",
      "false",
    ];
    const compiler = join(folder, "node_modules/typescript/bin/tsc");
    expect(run(process.execPath, [compiler, ...strictest, "--target", "es2023", ...resolution, "calendar-and-card.ts"], project)).toBe("");
  });

  it("writes what the workspace writes, and cannot be reached behind its doors", async () => {
    const here = await import("./calendar-and-card.ts");
    const script = `const { feed, card, shared, forNews } = await import("./calendar-and-card.ts"); process.stdout.write(JSON.stringify([feed, card, shared, forNews]))`;
    const told = JSON.parse(run(process.execPath, ["--input-type=module", "-e", script], project)) as string[];
    expect(told).toEqual([here.feed, here.card, here.shared, here.forNews]);
    const behind = `await import("@cte-partnerships/interchange/dist/calendar.js")`;
    expect(() => run(process.execPath, ["--input-type=module", "-e", behind], project)).toThrow("ERR_PACKAGE_PATH_NOT_EXPORTED");
    expect(doors.length).toBe(2);
  });
});
