/** Mutation testing of the decisions: a change to any line of them must turn a test red. */
export default {
  packageManager: "pnpm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  mutate: ["src/**/*.ts", "!src/**/*.test.ts", "!src/agency/nyc/*.ts"],
  coverageAnalysis: "perTest",
  // What runs once, while a module loads, would need every test for every mutant: hours instead of minutes. Those are the
  // schemas, whose every bound has a test of its own and whose whole shape is committed as JSON Schema.
  ignoreStatic: true,
  concurrency: 2,
  dryRunTimeoutMinutes: 20,
  reporters: ["clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: "reports/mutation.html" },
  jsonReporter: { fileName: "reports/mutation.json" },
  // The copy that Stryker runs has no workspace around it, so nothing that looks for one.
  ignorePatterns: ["dist", "schema", "reports", "scripts", "tsconfig.json", "test/tsconfig.json"],
  tempDirName: ".stryker-tmp",
  thresholds: { high: 95, low: 90, break: 85 },
};
