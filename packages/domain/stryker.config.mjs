import { readdirSync } from "node:fs";

/**
 * Mutation testing of the decisions: a change to any line of them must turn a test red. By noun, since all of them together are
 * some 9,000 changes and take well over an hour: `NOUNS="rule commission"`, or `pnpm mutate rule commission` at the root.
 */
const nouns = readdirSync(new URL("src", import.meta.url), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const asked = (process.env.NOUNS ?? "").split(/\s+/).filter(Boolean);
const unknown = asked.filter((noun) => !nouns.includes(noun));
if (unknown.length > 0) throw new Error(`There is no noun ${unknown.join(", ")}: there are ${nouns.join(", ")}.`);

export default {
  packageManager: "pnpm",
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  // Sentences are held by tests of their own, New York's rows by the sources that they state, and what searches (timetables,
  // hidden cells) by brute force and by an attacker, which take seconds a mutant and not the milliseconds of a decision.
  mutate: [
    ...(asked.length > 0 ? asked : nouns).map((noun) => `src/${noun}/**/*.ts`),
    "!src/**/*.test.ts",
    "!src/**/index.ts",
    "!src/**/*words.ts",
    "!src/words/**",
    "!src/agency/nyc*/**",
    "!src/event/{cheapest-flow,rotation-*,rotation,pairing,pairing-*}.ts",
    "!src/report/{choose-hidden,cheapest-move,count-system,publish-counts,audit-publication,is-network,is-sheltered}.ts",
  ],
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
