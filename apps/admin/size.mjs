import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Prints what the built console weighs (gzip, kB of 1000 bytes) and fails over budget. The entry is all that index.html loads by itself. */
const budgets = { entry: 175, chunk: 130, css: 50 };

const dist = fileURLToPath(new URL("dist/", import.meta.url));
const weigh = (name) => gzipSync(readFileSync(`${dist}${name}`), { level: 9 }).length / 1000;
const html = readFileSync(`${dist}index.html`, "utf8");
const entry = [...new Set([...html.matchAll(/(?:src|href)="\/admin\/([^"]+\.js)"/g)].map(([, name]) => name))];
const assets = readdirSync(`${dist}assets`).map((name) => `assets/${name}`);

const lazy = assets.filter((name) => name.endsWith(".js") && !entry.includes(name)).map((name) => ({ name, kB: weigh(name) }));
const largest = lazy.reduce((most, chunk) => (chunk.kB > most.kB ? chunk : most), { name: "none", kB: 0 });
const weights = {
  entry: entry.reduce((sum, name) => sum + weigh(name), 0),
  chunk: largest.kB,
  css: assets.filter((name) => name.endsWith(".css")).reduce((sum, name) => sum + weigh(name), 0),
};
const names = { entry: "entry JavaScript", chunk: `largest lazy chunk (${largest.name})`, css: "all style sheets" };

/** The kit's styles are listed one by one in `src/ui/kit.css`: a component whose sheet is not there would be shown naked. */
const classesIn = (text) => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));
const all = (extension) => assets.filter((name) => name.endsWith(extension)).map((name) => readFileSync(`${dist}${name}`, "utf8"));
const styled = classesIn(all(".css").join(""));
const kit = fileURLToPath(new URL("node_modules/@mantine/core/styles/", import.meta.url));
const naked = readdirSync(kit)
  .filter((file) => file.endsWith(".css") && !file.endsWith(".layer.css"))
  .filter((file) => {
    const own = classesIn(readFileSync(`${kit}${file}`, "utf8"));
    return [...classesIn(all(".js").join(""))].some((name) => own.has(name) && !styled.has(name));
  });
if (naked.length > 0) process.stdout.write(`MISSING in src/ui/kit.css: ${naked.join(", ")}\n`);

let isOver = naked.length > 0;
for (const [part, kB] of Object.entries(weights)) {
  const fits = kB <= budgets[part];
  isOver ||= !fits;
  process.stdout.write(`${fits ? "ok  " : "OVER"} ${kB.toFixed(1).padStart(6)} of ${budgets[part]} kB  ${names[part]}\n`);
}
process.exitCode = isOver ? 1 : 0;
