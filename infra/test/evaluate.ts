import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";
import { platform, root } from "./lay-down.ts";

const posix = (path: string) => path.replaceAll("\\", "/");

/** SST's command puts these before each file of ours; the rest of what it calls global is injected. */
const globals: Plugin = {
  name: "globals",
  setup(built) {
    const names = `import * as aws from "@pulumi/aws"; import * as sst from "${posix(platform)}/src/components";\n`;
    built.onLoad({ filter: /[\\/]sst\.config\.ts$|[\\/]infra[\\/][^\\/]+\.ts$/ }, async ({ path }) => ({
      contents: names + (await readFile(path, "utf8")),
      loader: "ts",
    }));
  },
};

const program = `
  import { writeFileSync } from "node:fs";
  import { run } from "${posix(platform)}/src/auto/run.ts";
  import config from "${posix(root)}/sst.config.ts";
  import { evaluateProgram } from "${posix(import.meta.dirname)}/evaluated-program.ts";
  writeFileSync(process.env.RESULT, JSON.stringify(await evaluateProgram(config, run), null, 1));
  process.exit(0);`;

/**
 * Bundles the program as SST's command does (pkg/js of its source). The bundle lies in SST's platform while it is in use: the
 * providers are found from there.
 */
export async function bundleProgram(): Promise<{ path: string } & AsyncDisposable> {
  const path = join(platform, `evaluated-${process.pid}.mjs`);
  await build({
    stdin: { contents: program, resolveDir: root, loader: "ts" },
    outfile: path,
    bundle: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    nodePaths: [join(platform, "node_modules")],
    external: ["@pulumi/*", "undici", "@pulumiverse/*", "@aws-sdk/*", "esbuild", "archiver", "glob", "vite"],
    define: { $app: "globalThis.evaluatedApp", $cli: "globalThis.evaluatedCli", $dev: "false" },
    inject: [join(platform, "src/shim/run.js")],
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url); const __dirname = import.meta.dirname; const __filename = import.meta.filename;',
    },
    plugins: [globals],
    logLevel: "error",
  });
  return { path, [Symbol.asyncDispose]: () => rm(path, { force: true }) };
}

/** Stands for what the builds of the console and the functions leave: the program looks at names alone. */
const built = [
  "apps/admin/dist/index.html",
  "apps/admin/dist/favicon.svg",
  "apps/admin/dist/assets/main.js",
  ...["public", "admin", "stream", "mailer", "schedule", "bounces"].map((name) => `apps/api/dist/lambda/${name}/index.mjs`),
];

/** Evaluates a bundled program for one stage, in a process of its own; what it would register, as text. Throws where the program does. */
export async function evaluate(path: string, stage: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "evaluated-"));
  try {
    for (const file of built) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), "");
    }
    const result = join(folder, "result.json");
    await promisify(execFile)(process.execPath, ["--no-deprecation", path], {
      env: { PATH: process.env.PATH, STAGE: stage, ROOT: folder, WORK: join(folder, ".sst"), PLATFORM: platform, RESULT: result, ...environment },
    });
    return (await readFile(result, "utf8")).replaceAll(folder, "");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
