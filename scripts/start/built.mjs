// Whether anything was changed since the last build, told in milliseconds: the build tool's own look takes seconds.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, packageFolders, root } from "../workspace.mjs";

const stampPath = join(root, "node_modules", ".built");
const outputs = ["apps/local/dist/main.js", "apps/admin/dist/index.html", "apps/api/dist/openapi.json"];
const notSources = new Set(["node_modules", "dist", "schema", "test", "e2e", "bench", "coverage", "reports"]);
const isSource = (name) => !name.startsWith(".") && !notSources.has(name) && !/\.(test\.tsx?|gen\.ts|md)$/.test(name);

/** Builds what `npm start` runs, where a source was changed, added or taken away since it was built last. */
export async function ensureStartBuilt() {
  const now = fingerprint();
  const isBuilt = existsSync(stampPath) && readFileSync(stampPath, "utf8") === now && outputs.every((path) => existsSync(join(root, path)));
  if (isBuilt) return;
  // The fingerprint is from before the build: what is changed while it runs is built at the next start.
  await ensureBuilt("@cte-partnerships/local", "@cte-partnerships/admin");
  writeFileSync(stampPath, now);
}

function fingerprint() {
  const hash = createHash("sha256");
  const note = (path) => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\n${size}\n${mtimeMs}\n`);
  };
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!isSource(entry.name)) continue;
      if (entry.isDirectory()) walk(join(folder, entry.name));
      else if (entry.isFile()) note(join(folder, entry.name));
    }
  };
  for (const name of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "turbo.json", "tsconfig.base.json"]) note(join(root, name));
  for (const folder of packageFolders()) if (folder !== root) walk(folder);
  return `${hash.digest("hex")}\n`;
}
