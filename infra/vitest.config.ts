import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["./test/evaluate-stages.ts"],
    testTimeout: 60_000,
  },
});
