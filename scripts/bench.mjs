// `pnpm bench [name …]`: measures, prints the tables and keeps them in docs/benchmarks.md with the machine, the day and the
// command. A bench is apps/api/bench/<name>.ts or .mjs, built into one file as what is deployed is, or <name>.ts in the bench folder of
// packages/domain or of apps/local (where the whole system runs), run as it stands: it prints Markdown to stdout, and its progress to stderr.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { join } from "node:path";
import { ensureBuilt, ensureChromium, ensureInstalled, ensureJava, main, Plain, root, run, toolEnvironment } from "./workspace.mjs";

const api = join(root, "apps", "api");
const domain = join(root, "packages", "domain");
const local = join(root, "apps", "local");
const keptIn = join(root, "docs", "benchmarks.md");

/** Known ones in the order in which they are told; whatever else lies in the folders follows, the package's after the API's. */
const order = ["throughput", "rush", "bundle"];

function benches(asked) {
  const there = [api, domain, local].flatMap((folder) =>
    readdirSync(join(folder, "bench"))
      .filter((file) => /\.(ts|mjs)$/.test(file))
      .map((file) => ({ name: file.replace(/\.\w+$/, ""), file, folder }))
      .sort((a, b) => (order.indexOf(a.name) + 1 || 99) - (order.indexOf(b.name) + 1 || 99) || a.name.localeCompare(b.name)),
  );
  const unknown = asked.find((name) => !there.some((bench) => bench.name === name));
  if (unknown) throw new Plain(`There is no bench "${unknown}": there are ${there.map(({ name }) => name).join(", ")}.`);
  return asked.length > 0 ? there.filter(({ name }) => asked.includes(name)) : there;
}

/** One file, as a deployed function is one file: what is measured is what runs. */
async function bundle({ name, file, folder }) {
  if (folder !== api || file.endsWith(".mjs")) return join("bench", file);
  const built = join("dist", "bench", `${name}.mjs`);
  const banner = 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';
  const { code, output } = await run(
    [
      "esbuild",
      `bench/${name}.ts`,
      "--bundle",
      "--platform=node",
      "--target=node24",
      "--format=esm",
      "--main-fields=module,main",
      "--external:@cte-partnerships/dynamodb-local",
      "--external:esbuild",
      `--banner:js=${banner}`,
      "--log-level=warning",
      `--outfile=${built}`,
    ],
    { cwd: folder, quiet: true },
  );
  if (code !== 0) throw new Plain(`${name} could not be built:\n${output}`);
  return built;
}

function measure(built, folder, chromium) {
  return new Promise((resolve, reject) => {
    const env = { ...toolEnvironment(folder), ...(chromium && { CHROMIUM: chromium }) };
    const child = spawn("node", ["--expose-gc", built], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      process.stdout.write(text);
    });
    child.once("close", (code) =>
      code === 0 ? resolve(printed.trim()) : reject(new Plain(`${built} ended with code ${code}: docs/benchmarks.md is left as it was.`)),
    );
  });
}

function keep(name, table) {
  const start = `<!-- bench:${name} -->`;
  const end = `<!-- /bench:${name} -->`;
  const text = readFileSync(keptIn, "utf8");
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? "unknown processor"}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release().split("-")[0]}`;
  const figures = `${start}\n\n${table}\n\n*${new Date().toISOString().slice(0, 10)}, \`pnpm bench ${name}\`, ${machine}*\n\n${end}`;
  const from = text.indexOf(start);
  const next = from < 0 ? `${text.trimEnd()}\n\n## ${name}\n\n${figures}\n` : text.slice(0, from) + figures + text.slice(text.indexOf(end) + end.length);
  writeFileSync(keptIn, next);
}

await main(async () => {
  const asked = process.argv.slice(2).filter((word) => word !== "--");
  await ensureInstalled();
  const chosen = benches(asked);
  // The package's benches are pure: they need no database and no building.
  if (chosen.some(({ folder }) => folder !== domain)) {
    await ensureJava();
    await ensureBuilt(
      "@cte-partnerships/api",
      ...(chosen.some(({ folder }) => folder === local) ? ["@cte-partnerships/admin", "@cte-partnerships/local"] : []),
    );
  }
  const chromium = chosen.some(({ folder }) => folder === local) ? await ensureChromium() : undefined;
  for (const bench of chosen) {
    console.log(`\n## ${bench.name}\n`);
    keep(bench.name, await measure(await bundle(bench), bench.folder, chromium));
  }
  console.log("\nKept in docs/benchmarks.md.");
});
