// What `npm test`, `pnpm check` and `pnpm prove` are made of. Each check ends in a count of what passed and what failed.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium, ensureInstalled, ensureJava, Plain, pnpm, root, run, toolEnvironment } from "./workspace.mjs";

const reports = mkdtempSync(join(tmpdir(), "cte-test-"));
process.once("exit", () => rmSync(reports, { recursive: true, force: true }));

/** A check that is one command: it passes or fails as a whole, and shows its output only if it fails. */
const command = (title, ...commands) => ({
  title,
  async run(context) {
    for (const one of commands) {
      const { code, output } = await run(one, { quiet: true, env: context.env });
      if (code !== 0) {
        console.error(output);
        return { passed: 0, failed: 1 };
      }
    }
    return { passed: 1, failed: 0 };
  },
});

/** A check that is a folder's vitest run: each test counts. A file that cannot even be loaded counts as one failure. */
const tests = (title, folder, ...args) => ({
  title,
  async run(context) {
    const report = join(reports, `${title.replaceAll(/\W+/g, "-")}.json`);
    const cwd = join(root, folder);
    const vitest = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...args];
    const { code, output } = await run(vitest, { cwd, env: context.env, quiet: context.isBeside });
    if (context.isBeside) console.log(`\n── ${title}, beside the others\n${output}`);
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { numPassedTests: passed, numFailedTests, numPendingTests: skipped } = JSON.parse(readFileSync(report, "utf8"));
    return { passed, failed: Math.max(numFailedTests, code === 0 ? 0 : 1), skipped };
  },
});

export const build = command("build", pnpm("exec", "turbo", "run", "build"));
export const lint = command("lint", ["biome", "ci", "--error-on-warnings", "--diagnostic-level=warn", "--colors=off"]);
export const types = command("types", pnpm("exec", "turbo", "run", "typecheck"), ["tsc", "-p", "test/tsconfig.json"]);
export const rooms = tests("rooms", ".");
export const unused = command("unused code", ["knip", "--no-progress", "--no-config-hints"]);
export const domain = tests("domain", "packages/domain");
export const interchange = tests("interchange", "packages/interchange");
export const api = tests("api", "apps/api");
export const admin = tests("console", "apps/admin");
/** What the console weighs, once it is built. */
export const size = command("console size", ["node", "apps/admin/size.mjs"]);
export const local = tests("local system", "apps/local");
/** What the deployment comes to, without an account: SST's components are laid down once, for half a minute. */
export const infra = tests("infrastructure", "infra");
export const browser = tests("browser", "apps/local/e2e");
export const lighthouse = command("Lighthouse", ["node", "apps/local/e2e/lighthouse.ts"]);
export const lighthouseConsole = command("Lighthouse on the console", ["node", "apps/local/e2e/lighthouse-console.ts"]);
/** Mutation testing of some of the domain's nouns. */
export const mutation = (...nouns) => ({
  title: "mutation testing",
  async run(context) {
    const { code } = await run(["stryker", "run"], { cwd: join(root, "packages/domain"), env: { ...context.env, NOUNS: nouns.join(" ") } });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  },
});

/** One emulator for all that follow, instead of one for each test run. It ends with this process, however that ends. */
async function startEmulator() {
  const child = spawn("node", [join(root, "scripts", "emulator.mjs")], { cwd: root, env: toolEnvironment(), stdio: ["pipe", "pipe", "inherit"] });
  const endpoint = await new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").once("data", (line) => resolve(line.trim()));
    child.once("exit", () => reject(new Plain("DynamoDB Local did not start: see above.")));
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  return { endpoint, stop };
}

/** Two rows of checks, one beside the other where there is more than one core; what the second row prints comes when it is done. */
export const sideBySide = (first, second) => ({ first, second });

/**
 * Runs the checks one after the other (or two rows of them side by side), tells each result as it comes, and ends with the line that counts
 * them all.
 */
export async function runChecks(checks, { needsDatabase = false, needsBrowser = false, env = {} } = {}) {
  const startedAt = Date.now();
  const results = [];
  let emulator;
  try {
    await ensureInstalled();
    if (needsDatabase) await ensureJava();
    const chromium = needsBrowser ? await ensureChromium() : undefined;
    if (needsDatabase) emulator = await startEmulator();
    const context = {
      env: {
        CI: "true",
        ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
        ...env,
        ...(chromium && { CHROMIUM: chromium }),
        ...(emulator && { DYNAMODB_ENDPOINT: emulator.endpoint }),
      },
    };
    const runOne = async (check, isBeside = false) => {
      if (!isBeside) console.log(`\n── ${check.title}`);
      const since = Date.now();
      const result = { title: check.title, ...(await check.run({ ...context, isBeside })), seconds: (Date.now() - since) / 1000 };
      results.push(result);
      console.log(`── ${describe(result)}`);
    };
    const runEach = async (each, isBeside = false) => {
      for (const check of each) await runOne(check, isBeside);
    };
    for (const check of checks) {
      if (!check.first) await runOne(check);
      else if (availableParallelism() < 2) await runEach([...check.first, ...check.second]);
      else await Promise.all([runEach(check.first), runEach(check.second, true)]);
    }
  } catch (error) {
    console.error(error instanceof Plain ? `\n${error.message}` : error);
    results.push({ title: "what the checks need", passed: 0, failed: 1, seconds: 0 });
  } finally {
    await emulator?.stop();
  }
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
  console.log(`\n${results.map(describe).join("\n")}`);
  console.log(`in ${((Date.now() - startedAt) / 1000).toFixed(0)} s\n`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}

const describe = ({ title, passed, failed, skipped, seconds }) =>
  `${failed ? "FAILED" : "ok    "} ${title.padEnd(18)} ${String(passed).padStart(5)} passed ${failed ? `${failed} failed ` : ""}${skipped ? `${skipped} skipped ` : ""}${seconds.toFixed(1)} s`;
