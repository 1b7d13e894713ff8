import { defineConfig } from "vitest/config";

// Mutation testing runs the tests of the decisions for every mutant: fewer examples of each property, and always the same.
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    env: { PROPERTY_RUNS: "80", PROPERTY_SEED: "20270304" },
    testTimeout: 120_000,
    isolate: false,
    setupFiles: ["./test/setup.ts"],
  },
});
