// `pnpm runtime-client`: builds Amazon's runtime interface client with its native half, which needs cmake, g++, make, tar and xz,
// and Node's headers (node-gyp fetches them, or finds them where npm's `nodedir` says). Some minutes, once; kept in node_modules.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..");
const into = join(folder, "node_modules", ".cache", "runtime-client");
const version = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).devDependencies["aws-lambda-ric"];
mkdirSync(into, { recursive: true });
writeFileSync(join(into, "package.json"), JSON.stringify({ private: true, dependencies: { "aws-lambda-ric": version } }));
const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--foreground-scripts"], { cwd: into, stdio: "inherit" });
process.exitCode = status ?? 1;
