// Writes what is generated and committed: `node scripts/generate.ts schema`, `… docs` and `… access`; tests compare each with the
// code. `… released` keeps the schemas as they are released, for the next release to be compared with.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { told } from "../test/five-minutes.ts";
import { accessTable } from "./access-table.ts";
import { documents, readmeMade } from "./documents.ts";
import { schemaFiles } from "./schemas.ts";
import { subjects } from "./subjects.ts";

const here = (path: string) => new URL(path, import.meta.url);

/** Makes a folder hold these files and no other ones. */
function fill(folder: URL, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [file, content] of files) {
    mkdirSync(new URL(".", new URL(file, folder)), { recursive: true });
    writeFileSync(new URL(file, folder), content);
  }
}

const asked = new Set(process.argv.slice(2));
if (asked.has("schema")) fill(here("../schema/"), schemaFiles());
if (asked.has("access")) writeFileSync(here("../../../docs/access.md"), accessTable());
if (asked.has("docs")) {
  fill(here("../../../docs/domain/"), documents(subjects));
  writeFileSync(here("../README.md"), readmeMade(readFileSync(here("../README.md"), "utf8"), told));
}
if (asked.has("released")) {
  const released = here("../released/");
  for (const file of readdirSync(released)) if (file.endsWith(".json")) rmSync(new URL(file, released));
  cpSync(here("../schema/"), released, { recursive: true });
}
