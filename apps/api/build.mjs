// Each deployed function in one quick-loading file, the API's description, and the types that the console compiles against.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { parseSync } from "oxc-parser";

/**
 * Imported as a module, `node:http` evaluates a getter that loads a whole web socket client: some 30 ms of every cold
 * start. Asked for as a builtin it does not. The SDK imports it in both spellings.
 */
const quickBuiltins = {
  name: "quick-builtins",
  setup(build) {
    build.onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({ path: path.replace("node:", ""), namespace: "builtin" }));
    build.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule("node:${path}");`,
      loader: "js",
    }));
  },
};

/** A deployed function has its credentials in the environment. The SDK would bring every other way to have some. */
const credentialsFromEnvironment = {
  name: "credentials-from-environment",
  setup(build) {
    build.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({ path, namespace: "credentials" }));
    build.onLoad({ filter: /.*/, namespace: "credentials" }, () => ({
      contents: `
        export const defaultProvider = () => async () => {
          const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
          if (!accessKeyId || !secretAccessKey) throw new Error("there are no credentials in the environment");
          return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
        };`,
    }));
  },
};

/** The SDK carries a list of all browsers, 34 kB, for the day on which it runs in one. Here that day does not come. */
const noBrowser = {
  name: "no-browser",
  setup(build) {
    build.onResolve({ filter: /^bowser$/ }, ({ path }) => ({ path, namespace: "no-browser" }));
    build.onLoad({ filter: /.*/, namespace: "no-browser" }, () => ({ contents: 'throw new Error("this runs in no browser");' }));
  },
};

/**
 * What Hono's OpenAPI routes import of zod is all of it, and with it its messages in every language, 300 kB. Ours are codes, whose
 * words stand in the console and in the package.
 */
const oneLanguage = {
  name: "one-language",
  setup(build) {
    build.onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: 'export { default as en } from "./en.js";' }));
  },
};

/**
 * Schemas are built when a file is loaded, and a bundler keeps every one of them, for all it knows of what building one does.
 * Ours do nothing else (packages/domain is pure, and a contract is schemas alone): marked so, those that a function never
 * asks fall away. A cold start is some 6 ms shorter.
 */
const unusedSchemasFallAway = {
  name: "unused-schemas-fall-away",
  setup(build) {
    build.onLoad({ filter: /\/packages\/domain\/src\/.*\.ts$|\/apps\/api\/src\/.*contract\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: withPureConstants(path, source), loader: "ts" };
    });
  },
};

function withPureConstants(path, source) {
  const edits = parseSync(path, source)
    .program.body.map((statement) => statement.declaration ?? statement)
    .filter(({ type, kind }) => type === "VariableDeclaration" && kind === "const")
    .flatMap(({ declarations }) => declarations.map(({ init }) => init))
    .filter((init) => /^(Call|Object|Array|New)Expression$/.test(init?.type));
  let marked = source;
  for (const { start, end } of edits.toReversed())
    marked = `${marked.slice(0, start)}/* @__PURE__ */ (() => (${marked.slice(start, end)}))()${marked.slice(end)}`;
  return marked;
}

export const functionPlugins = [quickBuiltins, credentialsFromEnvironment, noBrowser, oneLanguage, unusedSchemasFallAway];

export const bundling = {
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  mainFields: ["module", "main"],
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  legalComments: "none",
  logLevel: "warning",
  outExtension: { ".js": ".mjs" },
  // CommonJS packages in the bundle ask for Node's own modules by require.
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
};

const functions = ["public", "admin", "stream", "mailer", "schedule", "bounces"].filter((name) => existsSync(`src/lambda/${name}.ts`));

/** A function a folder: what it loads later lies beside it, and nothing of another function's. */
const buildFunction = (name, under = "dist/lambda") =>
  build({
    ...bundling,
    entryPoints: { index: `src/lambda/${name}.ts` },
    outdir: join(under, name),
    splitting: true,
    chunkNames: "[name]-[hash]",
    minify: true,
    // Beside the code, so that a stack in the log names a line of ours. Node reads it only when an error is looked at.
    sourcemap: true,
    sourcesContent: false,
    plugins: functionPlugins,
    metafile: process.argv.includes("--sizes"),
  });

async function writeDescription() {
  // A file and not an address that holds it: a stack that names 60 kB of address tells nobody what failed.
  const under = resolve("dist/description");
  await build({ ...bundling, entryPoints: { describe: "src/openapi.ts" }, outdir: under, sourcemap: "inline", sourcesContent: false });
  process.setSourceMapsEnabled(true);
  const { describeApi } = await import(pathToFileURL(join(under, "describe.mjs")).href);
  const description = describeApi();
  await rm(under, { recursive: true });
  await writeFile("dist/openapi.json", description);
  await mkdir("dist/lambda/public", { recursive: true });
  await writeFile("dist/lambda/public/openapi.json", description);
}

function writeTypes() {
  return new Promise((resolve, reject) => {
    const compiler = spawn("tsc", ["-p", "tsconfig.types.json"], { stdio: "inherit", shell: process.platform === "win32" });
    compiler.once("error", reject);
    compiler.once("exit", (code) => (code === 0 ? resolve() : reject(new Error("the console's types could not be written"))));
  });
}

// `--functions <folder>` builds the functions alone, into another place: for tests, which must not run what was built yesterday.
const elsewhere = process.argv.indexOf("--functions") + 1;

if (import.meta.main && elsewhere > 0) await Promise.all(functions.map((name) => buildFunction(name, process.argv[elsewhere])));
else if (import.meta.main) {
  // Only what this build writes: others keep their own files under dist/.
  await Promise.all(["dist/lambda", "dist/types", "dist/openapi.json"].map((path) => rm(path, { recursive: true, force: true })));
  await mkdir("dist", { recursive: true });
  const results = await Promise.all([...functions.map((name) => buildFunction(name)), writeDescription(), writeTypes()]);
  for (const result of results)
    if (result?.metafile) for (const [path, { bytes }] of Object.entries(result.metafile.outputs)) console.log(`${String(bytes).padStart(9)} ${path}`);
}
