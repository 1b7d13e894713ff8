import { defineConfig } from "vitest/config";

/** Browser tests against the whole system, started once, as `npm start` starts it but keeping nothing. */
export default defineConfig({
  test: {
    include: ["*.test.ts"],
    globalSetup: ["./whole-system.ts"],
    // One browser and one system on two cores: file after file.
    fileParallelism: false,
    // Screens that are only looked at wait for their own timers more than for the processor.
    maxConcurrency: 3,
    // As long as a locator waits (browser.ts): its own second is short on a machine that does other things.
    expect: { poll: { timeout: 20_000, interval: 100 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
