import { defineConfig } from "tsdown";

export default defineConfig({
  entry: ["src/calendar.ts", "src/vcard.ts"],
  format: "esm",
  platform: "neutral",
  target: "es2024",
  tsconfig: "tsconfig.json",
  unbundle: true,
  // The records are those of whoever uses this: their package of the domain, and never a copy of it.
  deps: { neverBundle: [/^@cte-partnerships\/domain/] },
  // TypeScript 7 has no compiler in JavaScript: its own binary writes the declarations.
  dts: { generator: "tsgo" },
  // The packed tarball is checked by test/packed.test.ts, because what is published has other exports than the workspace.
  publint: false,
  attw: false,
});
