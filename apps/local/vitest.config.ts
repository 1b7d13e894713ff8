import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "trials/**/*.test.ts"],
    // Whole systems on two cores: one file after the other.
    fileParallelism: false,
    globalSetup: ["@cte-partnerships/dynamodb-local/vitest"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
