import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse, { type Config, type Flags } from "lighthouse";
import { chromiumFlags, chromiumPath } from "./browser.ts";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** A Chromium that Lighthouse drives by its port. */
export async function openChromium(): Promise<{ port: number; close: () => Promise<void> }> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), "cte-lighthouse-"));
  const child = spawn(chromiumPath, [...chromiumFlags, `--remote-debugging-port=${port}`, `--user-data-dir=${home}`], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (const giveUpAt = Date.now() + 30_000; Date.now() < giveUpAt; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => undefined)) break;
  }
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { port, close };
}

/** What Lighthouse gives the page in each of these, from 0 to 100, and what it finds wanting in any but the times. */
export async function scoresOf(
  url: string,
  wanted: readonly string[],
  flags: Flags,
  config?: Config,
): Promise<{ scores: Record<string, number>; wanting: string[] }> {
  const result = await lighthouse(url, { output: "json", logLevel: "error", onlyCategories: [...wanted], ...flags }, config);
  if (!result) throw new Error(`Lighthouse gave no answer for ${url}`);
  const { categories, audits } = result.lhr;
  const wanting = wanted
    .filter((category) => category !== "performance")
    .flatMap((category) => categories[category]?.auditRefs ?? [])
    .flatMap(({ id, weight }) => (weight > 0 && (audits[id]?.score ?? 1) < 1 ? [`${id}: ${audits[id]?.title}`] : []));
  return { scores: Object.fromEntries(wanted.map((category) => [category, Math.round((categories[category]?.score ?? 0) * 100)])), wanting };
}

/** Keeps a table of figures between its marks in docs/benchmarks.md, where they stand. */
export function keepTable(name: string, table: string): void {
  const path = join(import.meta.dirname, "..", "..", "..", "docs", "benchmarks.md");
  const text = readFileSync(path, "utf8");
  const [start, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  if (!text.includes(start)) return;
  writeFileSync(
    path,
    `${text.slice(0, text.indexOf(start))}${start}\n\n${table}\n\n*${new Date().toISOString().slice(0, 10)}, \`pnpm prove lighthouse\`*\n\n${text.slice(text.indexOf(end))}`,
  );
}
