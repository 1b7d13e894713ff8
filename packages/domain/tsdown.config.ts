import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", nyc: "src/agency/nyc/index.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2024",
  // TypeScript 7 has no compiler in JavaScript: its own binary writes the declarations.
  dts: { generator: "tsgo" },
  tsconfig: "tsconfig.json",
  // The packed tarball is checked by test/packed.test.ts, because what is published has other exports than the workspace.
  publint: false,
  attw: false,
});
