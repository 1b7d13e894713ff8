import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attempt, compile, folder, type Packed, pack, resolutions, run } from "./packed-project.ts";

const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { exports: Record<string, string>; publishConfig: { exports: object } };
const doors = Object.keys(manifest.exports).filter((door) => door !== "./package.json");
let packed: Packed;
let project: string;
let installed: string;

const inProject = (file: string, text: string) => writeFileSync(join(project, file), text);

beforeAll(() => {
  packed = pack();
  project = packed.project("consumer");
  installed = join(project, "node_modules/@cte-partnerships/domain");
  cpSync(join(folder, "test/five-minutes.ts"), join(project, "five-minutes.ts"));
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
  const imports = doors.map((door, index) => `export * as door${index} from "@cte-partnerships/domain${door.slice(1)}";`);
  inProject("every-door.ts", `${imports.join("\n")}\n`);
}, 240_000);

afterAll(() => packed.remove());

describe("the doors of the package", () => {
  it("are one for each noun, and are built where the workspace has the source", () => {
    const built = (source: string) => source.replace("./src/", "./dist/").replace(/\.ts$/, "");
    expect(manifest.publishConfig.exports).toEqual(
      Object.fromEntries(
        Object.entries(manifest.exports).map(([door, source]) => [
          door,
          door === "./package.json" ? source : { types: `${built(source)}.d.ts`, default: `${built(source)}.js` },
        ]),
      ),
    );
    const nouns = readdirSync(join(folder, "src"), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [`./${entry.name}`] : []));
    expect(doors.toSorted()).toEqual([".", "./nyc", "./nyc-rules", ...nouns].toSorted());
    expect(nouns.length).toBeGreaterThanOrEqual(10);
  });
});

describe("the packed package", () => {
  it("holds the built files, the schemas and the documents, and nothing else", () => {
    const files = readdirSync(installed, { recursive: true, encoding: "utf8", withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    for (const name of ["dist/index.js", "dist/rule/index.d.ts", "dist/bin/cte-partnerships.js", "schema/event.json", "README.md", "LICENSE"])
      expect(names).toContain(name);
    const allowed = /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(?:[a-z-]+\/)*[a-z0-9-]+(?:\.d\.ts|\.js)|schema\/[a-z-]+\.json)$/;
    expect(names.filter((name) => !allowed.test(name))).toEqual([]);
  });

  it("asks for zod as a peer, for nothing else, and for no effect of being loaded", () => {
    const packedManifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    expect(packedManifest).toMatchObject({ peerDependencies: { zod: "^4.1.0" }, sideEffects: false, exports: manifest.publishConfig.exports });
    expect(packedManifest.dependencies).toBeUndefined();
  });

  it("has node:* in its command, and nowhere else", () => {
    const files = readdirSync(join(installed, "dist"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
    const withNode = files.filter((file) => /from "node:|import\("node:|require\(/.test(readFileSync(join(installed, "dist", file), "utf8")));
    expect(withNode).toEqual([join("bin", "cte-partnerships.js")]);
  });

  it("has nothing that publint finds wrong", async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, level: "suggestion", strict: true });
    expect(messages).toEqual([]);
  });

  it("has types that fit the code, for every way of resolving an ES module", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(packed.tarball))));
    if (!analysis.types) throw new Error("it has no types");
    expect(Object.keys(analysis.entrypoints)).toEqual([...doors, "./package.json"]);
    // It is for ES modules: resolution without "exports" (node10) and require() are not promised.
    const problems = analysis.problems.filter((problem) => !("resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind)));
    expect(problems).toEqual([]);
  });

  it.each([
    ["typescript-5", "nodenext"],
    ["typescript-6", "nodenext"],
    ["typescript", "nodenext"],
    ["typescript", "bundler"],
  ] as const)("compiles in the strictest project there is, its own types included: %s, %s", (typescript, resolution) => {
    const versions = { "typescript-5": "5.9.", "typescript-6": "6.", typescript: "7." };
    const { version } = JSON.parse(readFileSync(join(folder, "node_modules", typescript, "package.json"), "utf8")) as { version: string };
    expect(version.startsWith(versions[typescript])).toBe(true);
    expect(compile(project, { typescript, args: [...resolutions[resolution], "every-door.ts", "five-minutes.ts", "strict.ts"] })).toBe("");
  });

  it("is built for a browser by Vite, without a warning and without anything of Node's", async () => {
    inProject("index.html", '<script type="module" src="/page.js"></script>');
    const spread = doors.map((door, index) => `import * as door${index} from "@cte-partnerships/domain${door.slice(1)}";`).join("\n");
    inProject("page.js", `${spread}\nglobalThis.told = [${doors.map((_, index) => `Object.keys(door${index}).length`).join(", ")}];\n`);
    const warnings: string[] = [];
    const logger = { hasWarned: false, info() {}, clearScreen() {}, hasErrorLogged: () => false };
    const note = (message: string) => warnings.push(message);
    const custom = { ...logger, warn: note, warnOnce: note, error: note };
    await build({
      root: project,
      configFile: false,
      logLevel: "warn",
      customLogger: custom,
      build: { minify: false, modulePreload: false, target: "baseline-widely-available" },
    });
    const [script] = readdirSync(join(project, "dist/assets"));
    const built = join(project, "dist/assets", script ?? "");
    expect(warnings).toEqual([]);
    expect(readFileSync(built, "utf8")).not.toMatch(/node:|__vite-browser-external|process\.env/);
    // The bundle needs no page: that it runs shows that nothing was lost.
    const told = run(
      process.execPath,
      ["--input-type=module", "-e", `await import(${JSON.stringify(built)}); process.stdout.write(JSON.stringify(globalThis.told))`],
      project,
    );
    expect((JSON.parse(told) as number[]).length).toBe(doors.length);
  });

  it("cannot be reached behind its doors", () => {
    const { code, stderr } = attempt(process.execPath, ["--input-type=module", "-e", 'await import("@cte-partnerships/domain/dist/index.js")'], project);
    expect([code, stderr]).toEqual([1, expect.stringContaining("ERR_PACKAGE_PATH_NOT_EXPORTED")]);
  });
});
