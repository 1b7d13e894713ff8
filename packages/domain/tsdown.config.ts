import { defineConfig } from "tsdown";
import { markPure } from "./scripts/mark-pure.ts";

const shared = {
  format: "esm",
  platform: "neutral",
  target: "es2024",
  tsconfig: "tsconfig.json",
  // The packed tarball is checked by test/packed.test.ts, because what is published has other exports than the workspace.
  publint: false,
  attw: false,
} as const;

export default defineConfig([
  {
    ...shared,
    // A door for each noun. A file stays a file, so that whoever imports one rule loads that rule and nothing beside it.
    entry: ["src/index.ts", "src/*/index.ts", "src/agency/*/index.ts"],
    unbundle: true,
    plugins: [{ name: "mark-pure", transform: (text, id) => (/\/src\/.+(?<!\.d)\.ts$/.test(id) ? { code: markPure(id, text), map: null } : undefined) }],
    // TypeScript 7 has no compiler in JavaScript: its own binary writes the declarations.
    dts: { generator: "tsgo" },
  },
  {
    ...shared,
    // The command is a user of the package like any other: it goes through the doors, and is no door itself.
    entry: { "bin/cte-partnerships": "bin/cte-partnerships.ts" },
    tsconfig: "bin/tsconfig.json",
    deps: { neverBundle: [/^@cte-partnerships\/domain/, /^node:/] },
    dts: false,
  },
]);
