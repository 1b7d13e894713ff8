// What `npm start`, `npm test` and the others share: everything a machine needs before the first line of TypeScript runs.
// Plain Node ≥ 20 and its built-in modules, for nothing is installed yet when this is read.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { shortly } from "./shortly.mjs";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const isWindows = process.platform === "win32";

/** Ends a command with one sentence that says what to do, and no stack. */
export class Plain extends Error {}

/** Commands under way, each the leader of a process group of its own: with it ends whatever it started. */
const underWay = new Set();

function endUnderWay(signal) {
  for (const pid of underWay) {
    try {
      process.kill(isWindows ? pid : -pid, signal);
    } catch {}
  }
}

/** Ctrl-C and a plain kill end what this command started before it ends itself, so that nothing is left running. */
function endTogether() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => {
      endUnderWay("SIGTERM");
      setTimeout(() => process.exit(130), underWay.size > 0 ? 1500 : 0);
    });
  }
  process.once("exit", () => endUnderWay("SIGKILL"));
}

/** Runs a script's main function: a Plain error is printed as its sentence, anything else with its stack; both end with 1. */
export async function main(body) {
  endTogether();
  try {
    const code = await body();
    process.exitCode = typeof code === "number" ? code : 0;
  } catch (error) {
    console.error(error instanceof Plain ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

/** The environment in which tools run: Node 24 and the workspace's tools first on the path, no telemetry, no prompts. */
export function toolEnvironment(folder = root, more = {}) {
  const bins = [...new Set([folder, root])].map((at) => join(at, "node_modules", ".bin"));
  return {
    ...process.env,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    NO_UPDATE_NOTIFIER: "1",
    ...more,
    PATH: [join(root, "node_modules", "node", "bin"), ...bins, process.env.PATH ?? ""].join(delimiter),
  };
}

/**
 * Runs a command to its end. `quiet` keeps the output and hands it back, so that it can be shown if it fails; otherwise it goes
 * to the terminal. Never throws for an exit code: look at `code`.
 */
export function run(command, { cwd = root, env = {}, quiet = false, input = undefined } = {}) {
  const [file, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: toolEnvironment(cwd, env),
      stdio: [input === undefined ? "ignore" : "pipe", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
      shell: isWindows,
      detached: !isWindows,
    });
    underWay.add(child.pid);
    child.once("exit", () => underWay.delete(child.pid));
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
    if (input !== undefined) child.stdin.end(input);
    child.once("error", (error) => (error.code === "ENOENT" ? resolve({ code: 127, output: `${file} was not found` }) : reject(error)));
    child.once("close", (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), output }));
  });
}

/** Says what is being done, how long it takes while it takes long, and how long it took. */
export async function step(title, body) {
  const startedAt = Date.now();
  const seconds = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  const isTerminal = process.stdout.isTTY;
  if (isTerminal) process.stdout.write(`  ${title} …`);
  else console.log(`  ${title} …`);
  const beat = setInterval(
    () => (isTerminal ? process.stdout.write(`\r  ${title} … ${seconds()}`) : console.log(`  ${title} … ${seconds()}`)),
    isTerminal ? 1000 : 10_000,
  );
  try {
    const value = await body();
    console.log(`${isTerminal ? "\r" : ""}  ${title}: ${seconds()}      `.trimEnd());
    return value;
  } catch (error) {
    console.log(`${isTerminal ? "\r" : ""}  ${title}: failed after ${seconds()}`);
    throw error;
  } finally {
    clearInterval(beat);
  }
}

const packageJson = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

/** The folders of the workspace's packages, the root first. */
export function packageFolders() {
  const rooms = ["packages", "apps"].flatMap((room) => readdirSync(join(root, room)).map((name) => join(root, room, name)));
  return [root, join(root, "infra"), ...rooms.filter((folder) => existsSync(join(folder, "package.json")))];
}

/** pnpm, of the version that the workspace pins, on a machine that has only npm. */
export const pnpm = (...args) => ["npx", "--yes", packageJson(root).packageManager, ...args];

const stampPath = join(root, "node_modules", ".installed");

function installStamp() {
  const hash = createHash("sha256");
  for (const path of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, path)));
  return `${hash.digest("hex")} ${process.platform} ${process.arch}\n`;
}

/** What is missing from the installed workspace, or undefined: an interrupted install leaves links without targets. */
function missingDependency() {
  for (const folder of packageFolders()) {
    const { dependencies, devDependencies } = packageJson(folder);
    for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
      if (!existsSync(join(folder, "node_modules", name, "package.json"))) return `${name} in ${folder}`;
    }
  }
  return existsSync(join(root, "node_modules", "node", "bin", isWindows ? "node.exe" : "node")) ? undefined : "node 24";
}

export const isInstalled = () => existsSync(stampPath) && readFileSync(stampPath, "utf8") === installStamp() && !missingDependency();

/** These scripts and pnpm run on any Node 20; everything after them runs on the workspace's own Node 24. */
export function ensureNode() {
  if (Number.parseInt(process.versions.node, 10) < 20) throw new Plain(`This needs Node 20 or newer to start with; ${process.version} runs it.`);
}

/** Installs the workspace where it is not, or not wholly, installed. */
export async function ensureInstalled() {
  ensureNode();
  if (isInstalled()) return;
  await step("Installing the workspace", async () => {
    const { code, output } = await run(pnpm("install", "--frozen-lockfile", "--reporter=append-only"), { quiet: true, env: { CI: "true" } });
    const missing = code === 0 ? missingDependency() : undefined;
    if (code !== 0 || missing) {
      console.error(shortly(output));
      throw new Plain(
        `The workspace could not be installed${missing ? ` (${missing} is missing)` : ""}: see above, then try again; "rm -rf node_modules apps/*/node_modules packages/*/node_modules infra/node_modules" begins afresh.`,
      );
    }
    writeFileSync(stampPath, installStamp());
  });
}

/** Builds what must be built, from the cache where nothing changed. */
export async function ensureBuilt(...filters) {
  await step("Building", async () => {
    const only = filters.map((name) => `--filter=${name}`);
    const { code, output } = await run(pnpm("exec", "turbo", "run", "build", "--output-logs=errors-only", ...only), { quiet: true });
    if (code === 0) return;
    console.error(shortly(output));
    throw new Plain("The build failed: see above.");
  });
}

const works = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** Debian's and Ubuntu's packages, where they can be installed without asking anybody. Undefined: they cannot. */
async function installDebianPackage(...names) {
  if (!works("apt-get", "--version")) return undefined;
  const sudo = process.getuid?.() === 0 ? [] : works("sudo", "-n", "true") ? ["sudo", "-n"] : undefined;
  if (!sudo) return undefined;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const install = () => run([...sudo, "apt-get", "install", "-y", "--no-install-recommends", ...names], { quiet: true, env });
  const first = await install();
  if (first.code === 0) return first;
  const update = await run([...sudo, "apt-get", "update"], { quiet: true, env });
  return update.code === 0 ? install() : update;
}

function javaVersion(java = "java") {
  const { status, stderr, stdout } = spawnSync(java, ["-version"], { encoding: "utf8" });
  if (status !== 0) return undefined;
  const version = /version "(?:1\.)?(\d+)/.exec(stderr + stdout)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** Folders with a Java that is not on the path: the one that JAVA_HOME names, and Homebrew's, which it links nowhere. */
const javaFolders = [process.env.JAVA_HOME && join(process.env.JAVA_HOME, "bin"), "/opt/homebrew/opt/openjdk/bin", "/usr/local/opt/openjdk/bin"];

/** DynamoDB Local runs on Java 17 or newer. Where it is found beside the path, it comes first on the path of whatever is started from here. */
export async function ensureJava() {
  if ((javaVersion() ?? 0) >= 17) return;
  const folder = javaFolders.find((at) => at && (javaVersion(join(at, "java")) ?? 0) >= 17);
  if (folder) {
    process.env.PATH = [folder, process.env.PATH ?? ""].join(delimiter);
    return;
  }
  const sentence = `DynamoDB Local needs Java 17 or newer${javaVersion() ? ` (found ${javaVersion()})` : ""}: install it, for example with "apt-get install default-jre-headless" or "brew install openjdk".`;
  const installed = await step("Installing Java", async () => {
    const usual = await installDebianPackage("default-jre-headless");
    // Ubuntu 22.04 means Java 11 by its default, and has 17 beside it.
    return usual && (javaVersion() ?? 0) < 17 ? installDebianPackage("openjdk-17-jre-headless") : usual;
  });
  if (!installed || (javaVersion() ?? 0) < 17) {
    if (installed && installed.code !== 0) console.error(installed.output.split("\n").slice(-10).join("\n"));
    throw new Plain(sentence);
  }
}

const chromiumPaths = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
// Ubuntu's package is a stub that asks for a snap: being there is not enough, it must answer.
const findChromium = () => chromiumPaths.find((path) => path && existsSync(path) && works(path, "--version"));

/** The browser that the browser tests drive; the path is handed to them as CHROMIUM. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  await step("Installing Chromium", () => installDebianPackage("chromium", "fonts-dejavu-core"));
  const installed = findChromium();
  if (installed) return installed;
  throw new Plain('The browser tests need Chromium or Chrome: install it, for example with "apt-get install chromium", or name it in CHROMIUM.');
}
