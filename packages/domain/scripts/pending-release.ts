import { existsSync, readdirSync, readFileSync } from "node:fs";
import { compareSchemas, highest, type Level, levels, type SchemaChange } from "./compare-schemas.ts";

type Schemas = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** The JSON Schemas of a folder, file name to content; none where there is no such folder. */
export function schemasIn(folder: URL): Schemas {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".json")) : [];
  return new Map(files.map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Record<string, unknown>]));
}

/** What the changesets that wait for the next release say of a package, each by its file. */
export function bumpsIn(folder: URL, name: string): ReadonlyMap<string, Level> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md");
  const bumpOf = (file: string): Level | undefined => {
    const head = readFileSync(new URL(file, folder), "utf8").split(/^---$/m)[1] ?? "";
    return levels.find((level) => head.includes(`"${name}": ${level}`));
  };
  return new Map(
    files.flatMap((file) => {
      const bump = bumpOf(file);
      return bump ? [[file, bump] as const] : [];
    }),
  );
}

/** What is wrong with the next release: changes to the schemas that no changeset answers for. Empty where nothing is. */
export function faultsInRelease(released: Schemas, current: Schemas, bumps: readonly Level[]): readonly string[] {
  const rank = (level: Level | undefined) => (level ? levels.indexOf(level) : -1);
  const promised = rank(highest(bumps));
  return compareSchemas(released, current)
    .filter(({ level }) => rank(level) > promised)
    .map(({ at, what, level }: SchemaChange) => `${at} ${what}: that is ${level}. Run \`pnpm changeset\` and choose ${level}.`);
}
