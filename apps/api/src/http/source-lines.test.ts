import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, it } from "vitest";
import { inSource } from "./source-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "source-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Throws in the third line of its source, which a bundle makes into its first. */
const source = `export const nothing = 1;

export const fail = () => { throw new Error("no"); };
`;

async function frameOf(name: string, options: object): Promise<string> {
  const outfile = join(folder, name);
  writeFileSync(join(folder, "fails.ts"), source);
  await build({ entryPoints: [join(folder, "fails.ts")], outfile, bundle: true, format: "esm", minify: true, ...options });
  // In a process of its own: the test runner reads stacks by maps itself.
  const script = `const { fail } = await import(${JSON.stringify(pathToFileURL(outfile).href)}); try { fail(); } catch ({ stack }) { process.stdout.write(stack); }`;
  const stack = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  return stack.split("\n").find((line) => line.includes(name)) ?? "";
}

it("names the line of the source where the bundle has its map beside it", async () => {
  const frame = await frameOf("mapped.mjs", { sourcemap: true });
  expect(frame).toMatch(/mapped\.mjs:1:/);
  expect(inSource(frame)).toMatch(/fails\.ts:3:\d+/);
});

it("leaves a line alone where there is no map, where it is none, and where it names no bundle", async () => {
  const frame = await frameOf("unmapped.mjs", {});
  expect(inSource(frame)).toBe(frame);
  writeFileSync(join(folder, "broken.mjs.map"), "no map");
  const broken = `    at f (${pathToFileURL(join(folder, "broken.mjs")).href}:1:2)`;
  expect(inSource(broken)).toBe(broken);
  expect(inSource("    at node:internal/process/task_queues:105:5")).toBe("    at node:internal/process/task_queues:105:5");
});
