// Writes what is generated and committed: `node scripts/generate.ts schema` and `… access`. Tests compare both with the code.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { accessTable } from "./access-table.ts";
import { schemaFiles } from "./schemas.ts";

const here = (path: string) => new URL(path, import.meta.url);

if (process.argv.includes("schema")) {
  const folder = here("../schema/");
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) rmSync(new URL(file, folder));
  for (const [file, content] of schemaFiles()) writeFileSync(new URL(file, folder), content);
}
if (process.argv.includes("access")) writeFileSync(here("../../../docs/access.md"), accessTable());
