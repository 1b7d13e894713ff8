import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "bin/**/*.test.ts", "test/**/*.test.ts"],
    // Properties run hundreds of examples each; a busy machine needs its time for them.
    testTimeout: 120_000,
    // Everything here is pure: test files have nothing that they could leave behind for each other.
    isolate: false,
    setupFiles: ["./test/setup.ts"],
  },
});
