// The public function's size and how long it takes to load, beside Hono, DocumentClient and zod alone, bundled the same
// way. Fresh processes, by turns; CPU time, which a busy machine does not stretch. Run after the build.
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundling, functionPlugins } from "../build.mjs";

const rounds = Number(process.argv[2] ?? 15);
const most = { kilobytes: 600, ratio: 1.3 };

const folder = await mkdtemp(join(import.meta.dirname, "../dist/baseline-"));
const environment = {
  ...process.env,
  AWS_REGION: "us-east-1",
  TABLE_NAME: "cte",
  PUBLIC_ORIGIN: "https://events.example.org",
  CONSOLE_ORIGIN: "https://console.example.org",
  MAIL_FROM: "office@example.org",
  SST_RESOURCE_AddressKey: JSON.stringify({ value: "k".repeat(32) }),
  ...Object.fromEntries(
    ["LinkKeys", "FormKeys"].map((name) => [`SST_RESOURCE_${name}`, JSON.stringify({ value: JSON.stringify([{ id: 1, key: "k".repeat(32) }]) })]),
  ),
};

const loadMilliseconds = (path) => {
  const script = `const before = process.cpuUsage(); await import(${JSON.stringify(pathToFileURL(path).href)}); const { user, system } = process.cpuUsage(before); process.stdout.write(String((user + system) / 1000));`;
  return Number(execFileSync(process.execPath, ["--input-type=module", "-e", script], { env: environment }).toString());
};
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

try {
  const source = `
    import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
    import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
    import { Hono } from "hono";
    import { handle } from "hono/aws-lambda";
    import * as z from "zod";
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const Input = z.strictObject({ name: z.string() });
    export const handler = handle(new Hono().post("/", async (c) => c.json({ ...Input.parse(await c.req.json()), client: typeof client })));`;
  await build({
    ...bundling,
    stdin: { contents: source, resolveDir: join(import.meta.dirname, "..") },
    outfile: join(folder, "index.mjs"),
    minify: true,
    plugins: functionPlugins,
  });

  const ours = join(import.meta.dirname, "../dist/lambda/public");
  const sizes = await Promise.all((await readdir(ours)).filter((name) => name.endsWith(".mjs")).map(async (name) => (await stat(join(ours, name))).size));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const times = { ours: [], alone: [] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(loadMilliseconds(join(ours, "index.mjs")));
    times.alone.push(loadMilliseconds(join(folder, "index.mjs")));
  }
  const ratio = median(times.ours) / median(times.alone);
  console.log(`public function: ${kilobytes.toFixed(0)} kB minified, all files (at most ${most.kilobytes})`);
  console.log(
    `module load, CPU: ${median(times.ours).toFixed(0)} ms, alone ${median(times.alone).toFixed(0)} ms: ${ratio.toFixed(2)} × (at most ${most.ratio})`,
  );
  if (kilobytes > most.kilobytes || ratio > most.ratio) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
