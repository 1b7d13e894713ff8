import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { exportedBy } from "./source-exports.ts";

/** What some code weighs in somebody's program, zod apart, for that is theirs already. */
export interface Size {
  bytes: number;
  gzippedBytes: number;
}

const name = "@cte-partnerships/domain";

/** Bundles a module of the given text in a project that has the package, and weighs it. */
export async function sizeOf(text: string, folder: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: text, resolveDir: folder, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2024",
    external: ["zod"],
    logLevel: "error",
  });
  const [{ contents } = { contents: new Uint8Array() }] = outputFiles;
  return { bytes: contents.byteLength, gzippedBytes: gzipSync(contents, { level: 9 }).byteLength };
}

const nounsIn = (source: URL): readonly string[] => readdirSync(source, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** Each door by itself, its name to the module that takes all of it. The root is the empty name. */
export const doorImports = (source: URL): ReadonlyMap<string, string> =>
  new Map(["", ...nounsIn(source), "nyc", "nyc-rules"].map((door) => [door, `export * from "${name}${door === "" ? "" : `/${door}`}";`]));

/** Every subject that a noun makes: what it takes to judge by its rules, name to the module that imports it. */
export function subjectImports(source: URL): ReadonlyMap<string, string> {
  return new Map(
    nounsIn(source)
      .filter((door) => door !== "rule")
      .flatMap((door) =>
        exportedBy(new URL(`${door}/index.ts`, source))
          .filter(({ kind, code }) => kind === "function" && /: Subject<[^>]+>$/.test(code))
          .map(({ name: made }) => [made, `export { ${made} } from "${name}/${door}";`] as const),
      ),
  );
}
