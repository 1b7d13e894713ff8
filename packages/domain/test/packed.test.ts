import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { transformSync } from "esbuild";
import { publint } from "publint";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doorImports, sizeOf, subjectImports } from "../scripts/size.ts";
import { attempt, compile, folder, type Packed, pack, resolutions, run } from "./packed-project.ts";

const { PROVE } = process.env;
const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { exports: Record<string, string>; publishConfig: { exports: object } };
const doors = Object.keys(manifest.exports).filter((door) => !door.endsWith(".json"));
let packed: Packed;
let project: string;
let installed: string;
let runs: string;

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
  runs = packed.project("runs");
  // Node 20 reads no TypeScript.
  const example = transformSync(readFileSync(join(folder, "test/five-minutes.ts"), "utf8"), { loader: "ts", target: "es2022" }).code;
  writeFileSync(join(runs, "five-minutes.js"), example);
  writeFileSync(
    join(runs, "run.js"),
    `for (const door of ${JSON.stringify(doors.map((door) => `@cte-partnerships/domain${door.slice(1)}`))}) await import(door);
const { verdict, ifAnotherCame } = await import("./five-minutes.js");
console.log(JSON.stringify([verdict, ifAnotherCame.verdict.after]));\n`,
  );
}, 240_000);

afterAll(() => packed.remove());

describe("the doors of the package", () => {
  it("are one for each noun, and are built where the workspace has the source", () => {
    const built = (source: string) => source.replace("./src/", "./dist/").replace(/\.ts$/, "");
    expect(manifest.publishConfig.exports).toEqual(
      Object.fromEntries(
        Object.entries(manifest.exports).map(([door, source]) => [
          door,
          door.endsWith(".json") ? source : { types: `${built(source)}.d.ts`, default: `${built(source)}.js` },
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
    const allowed = /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|dist\/(?:[a-z-]+\/)*[a-z0-9-]+(?:\.d\.ts|\.js)|schema\/[a-z0-9-]+\.json)$/;
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
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest.exports));
    // It is for ES modules: resolution without "exports" (node10) and require() are not promised.
    const problems = analysis.problems.filter((problem) => !("resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind)));
    expect(problems).toEqual([]);
  });

  // The oldest and the newest compiler that are promised; the one between them with PROVE=1.
  it.each([
    ["typescript-5", "nodenext"],
    ...(PROVE ? ([["typescript-6", "nodenext"]] as const) : []),
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

  it("gives its JSON Schemas to whoever asks for one by name", () => {
    const script =
      'const { default: schema } = await import("@cte-partnerships/domain/schema/event.json", { with: { type: "json" } }); process.stdout.write(schema.title)';
    expect(run(process.execPath, ["--input-type=module", "-e", script], project)).toBe("event");
  });

  it("cannot be reached behind its doors", () => {
    const { code, stderr } = attempt(process.execPath, ["--input-type=module", "-e", 'await import("@cte-partnerships/domain/dist/index.js")'], project);
    expect([code, stderr]).toEqual([1, expect.stringContaining("ERR_PACKAGE_PATH_NOT_EXPORTED")]);
  });
});

// The package at work, in empty folders: on every runtime, as another state's agency, as a command. Runtimes that are not on this
// machine are fetched with PROVE=1 alone.

/** Whatever is called node on this machine, each version once: this one, and the one that somebody's machine came with. */
function nodesHere(): ReadonlyMap<string, string> {
  const paths = [process.execPath, ...(process.env.PATH ?? "").split(delimiter).map((at) => join(at, process.platform === "win32" ? "node.exe" : "node"))];
  const versionOf = (path: string): string | undefined => {
    try {
      return execFileSync(path, ["-p", "process.versions.node"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch {
      return undefined;
    }
  };
  const found = paths.flatMap((path) => {
    const version = versionOf(path);
    return version !== undefined && Number(version.split(".")[0]) >= 20 ? [[version, path] as const] : [];
  });
  return new Map(found.toReversed());
}

const expected = '["unmet","met"]\n';

describe("the first five minutes of the README", () => {
  it("tell the verdict as it stands there, by the command that stands there", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    const [, example = ""] = readme.match(/^```ts\n([\s\S]+?)^```$/m) ?? [];
    const [, command = ""] = readme.match(/^```sh\n(node .+)\n```$/m) ?? [];
    const [, told = ""] = readme.match(/^<!-- told -->\n\n```text\n([\s\S]+?)```$/m) ?? [];
    writeFileSync(join(runs, "verdict.mts"), example);
    // The node that runs this, whatever the machine calls node.
    const line = command.replace(/^node /, `"${process.execPath}" `);
    expect(attempt("sh", ["-c", line], runs)).toEqual({ code: 0, stdout: told, stderr: "" });
  });
});

describe("the packed package runs", () => {
  it.each([...nodesHere()])("on Node %s, with every door open, and its command", (_, node) => {
    expect(run(node, ["run.js"], runs)).toBe(expected);
    const cli = join(runs, "node_modules/@cte-partnerships/domain/dist/bin/cte-partnerships.js");
    expect(attempt(node, [cli, "check", "-"], runs, { input: '{"subject":"commission-proxy","facts":{}}' })).toMatchObject({ code: 2, stderr: "" });
    expect(run(node, [cli, "--version"], runs)).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  // npm's packages of these runtimes hold their programs.
  const fetched = [
    ["node@20", "node"],
    ["node@22", "node"],
    ["node@24", "node"],
    ["deno@2", "deno run --allow-read --allow-env"],
    ["bun@1", "bun"],
  ] as const;
  it.runIf(PROVE).each(fetched)("on %s", (runtime, command) => {
    expect(run("npx", ["--yes", "--package", runtime, "--call", `${command} run.js`], runs)).toBe(expected);
  });

  it("with the oldest zod that it takes", () => {
    const old = packed.project("oldest-zod");
    rmSync(join(old, "node_modules/zod"));
    symlinkSync(realpathSync(join(folder, "node_modules/zod-oldest")), join(old, "node_modules/zod"));
    for (const file of ["run.js", "five-minutes.js"]) cpSync(join(runs, file), join(old, file));
    expect(run(process.execPath, ["run.js"], old)).toBe(expected);
    const { version } = JSON.parse(readFileSync(join(old, "node_modules/zod/package.json"), "utf8")) as { version: string };
    const { peerDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { peerDependencies: { zod: string } };
    expect(peerDependencies.zod).toBe(`^${version}`);
  });
});

describe("an import", () => {
  const imports = subjectImports(pathToFileURL(join(folder, "src/")));

  it("of one subject is weighed for each that there is", () => {
    expect(imports.size).toBeGreaterThanOrEqual(6);
  });

  /** Subjects that are heavier, each with its reason. */
  const exceptions: Readonly<Record<string, number>> = {
    // More than twenty rules, by quality area and stage, with every deadline, who counts as a partner, and where its ids stand.
    programApproval: 6_800,
  };

  it.each([...imports])("of one subject with all its rules weighs at most 5 kB: %s", async (name, text) => {
    const { gzippedBytes } = await sizeOf(text, runs);
    expect(gzippedBytes).toBeGreaterThan(500);
    expect(gzippedBytes).toBeLessThanOrEqual(exceptions[name] ?? 5_000);
  });

  it("of every rule at once, with New York City's data, weighs at most 40 kB", async () => {
    const { gzippedBytes } = await sizeOf('export * from "@cte-partnerships/domain/nyc-rules";', project);
    expect(gzippedBytes).toBeLessThanOrEqual(40_000);
  });

  /** Doors that are heavier, each with its reason. */
  const heavierDoors: Readonly<Record<string, number>> = {
    // Every schema, decision and rule at once is what nobody needs: what is held is that it grows knowingly. Solvers are not in it.
    "": 60_500,
    // Makes every question that the package has rules for, and looks at what an agency sets for each.
    agency: 28_000,
    // Every sentence, in two languages.
    words: 27_000,
  };

  it("of the whole root weighs at most 60.5 kB, and of every single noun at most 25 kB, but for those that hold something of every noun", async () => {
    for (const [door, text] of doorImports(pathToFileURL(join(folder, "src/")))) {
      if (door === "nyc-rules") continue;
      const { gzippedBytes } = await sizeOf(text, project);
      expect([door, gzippedBytes <= (heavierDoors[door] ?? 25_000)]).toEqual([door, true]);
    }
  });

  it("of one id brings that id alone", async () => {
    const { gzippedBytes } = await sizeOf('export { EventId } from "@cte-partnerships/domain";', runs);
    expect(gzippedBytes).toBeLessThanOrEqual(300);
  });
});

describe("the second agency, in an empty folder with the tarball", () => {
  let agency: string;
  const at = (file: string) => join(agency, file);
  const cli = (args: readonly string[], options: { input?: string } = {}) =>
    attempt(process.execPath, [at("node_modules/@cte-partnerships/domain/dist/bin/cte-partnerships.js"), ...args], agency, options);

  beforeAll(() => {
    agency = packed.project("second-agency");
    cpSync(join(folder, "../../examples/second-agency"), agency, { recursive: true });
  });

  it.each(PROVE ? ["typescript-5", "typescript-6", "typescript"] : ["typescript"])("compiles in strict TypeScript: %s", (typescript) => {
    expect(run(process.execPath, [join(folder, "node_modules", typescript, "bin/tsc"), "-p", "tsconfig.json"], agency)).toBe("");
  });

  it("has a schema and rules of its own, and the same engine: a verdict, and what changes when a rule ends", () => {
    const script = `const { evaluation, changes } = await import("./verdict.ts");
process.stdout.write(JSON.stringify([evaluation.verdict, evaluation.missing, changes.map((one) => [one.ruleId, one.before.verdict, one.after.verdict])]));`;
    expect(JSON.parse(run(process.execPath, ["--input-type=module", "-e", script], agency))).toEqual([
      "unknown",
      // How often a regional council meets is not asked, as no answer would change the verdict.
      ["members.1.isPaid"],
      [["local-council.meets-twice", "met", "unknown"]],
    ]);
  });

  it("is refused by TypeScript, in words, where something does not fit", () => {
    const text = readFileSync(at("agency.ts"), "utf8");
    const broken = [
      ['boroughId: "bor_polk"', 'boroughId: "bor_linn"', "sch_prairie-example-high stands in bor_linn, which is not among the agency's boroughs"],
      ['subjectId: "local-council"', 'subjectId: "council"', "the agency has no subject council"],
      ['ruleId: "local-council.meets-twice"', 'ruleId: "council.meets-twice"', "no subject of the agency has a rule council.meets-twice"],
      ['because: "', 'becaus: "', "because"],
      ['{ ...example, id: "bor_polk"', '{ id: "bor_polk"', "authority"],
    ] as const;
    for (const [index, [was, is]] of broken.entries()) {
      expect(text).toContain(was);
      writeFileSync(at(`broken-${index}.ts`), text.replace(was, is));
    }
    const { code, stdout } = attempt(process.execPath, [join(folder, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"], agency);
    expect(code).not.toBe(0);
    for (const [index, [, , told]] of broken.entries()) {
      const complaint = stdout.split(/^(?=\S)/m).filter((one) => one.startsWith(`broken-${index}.ts`));
      expect([index, complaint.join("")]).toEqual([index, expect.stringContaining(told)]);
    }
  });

  it("is asked by the command, in the language and the zone of its people", () => {
    const { code, stdout, stderr } = cli(["check", "council.json", "--agency", "./agency.ts", "--language", "es"]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("Welding, Prairie Example High School");
    expect(stdout).toContain("El programa no tiene consejo.");
    expect(stdout).toContain("Iowa Code § 258.9(1) and (2)");
  });
});

describe("what docs/agencies.md shows", () => {
  it("compiles in strict TypeScript, and runs", () => {
    const [, text = ""] = readFileSync(join(folder, "../../docs/agencies.md"), "utf8").match(/^```ts\n([\s\S]+?)^```$/m) ?? [];
    writeFileSync(join(project, "agencies.ts"), text);
    expect(compile(project, { args: [...resolutions.nodenext, "agencies.ts"] })).toBe("");
    const script = 'const { agency } = await import("./agencies.ts"); process.stdout.write(agency.id)';
    expect(run(process.execPath, ["--input-type=module", "-e", script], project)).toBe("harborview");
  });
});

describe("the command, in an empty folder with the tarball", () => {
  const command = () => join(runs, "node_modules/.bin/cte-partnerships");

  it("is what npx runs: it can be executed, and is the only one", () => {
    expect(attempt(command(), ["--version"], runs)).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: "" });
    const { bin } = JSON.parse(readFileSync(join(runs, "node_modules/@cte-partnerships/domain/package.json"), "utf8")) as { bin: object };
    expect(Object.keys(bin)).toEqual(["cte-partnerships"]);
  });

  it("gives a file to fill in, checks it, and says where it is wrong, within seconds", () => {
    const startedAt = performance.now();
    const template = run(command(), ["facts", "commission-proxy"], runs);
    const unfilled = attempt(command(), ["check", "-", "--format", "json"], runs, { input: template });
    const milliseconds = performance.now() - startedAt;
    expect([unfilled.code, (JSON.parse(unfilled.stdout) as { verdict: string }).verdict]).toEqual([2, "unknown"]);
    expect(milliseconds).toBeLessThan(20_000);
    const wrong = attempt(command(), ["check", "-"], runs, { input: template.replace('"heldOn": null', '"heldOn": "in spring"') });
    expect([wrong.code, wrong.stderr]).toEqual([65, expect.stringMatching(/^standard input:\d+:\d+: \/facts\/meetings\/0\/heldOn: must be a date/)]);
  });

  it("takes what it is piped, slowly too, and leaves quietly when nobody listens any more", () => {
    const pipe = `(sleep 0.3; echo '{"subject":"commission-proxy","facts":{}}') | ./node_modules/.bin/cte-partnerships check - | head -1`;
    expect(attempt("sh", ["-c", pipe], runs)).toEqual({ code: 0, stdout: "May the commission stand in for the school's advisory board?\n", stderr: "" });
  });
});
