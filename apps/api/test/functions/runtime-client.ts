import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where this runs: the folder of apps/api, also when a bench was bundled into another place. */
const here = process.cwd();

/** Where `pnpm runtime-client` lays Amazon's client with its native half. */
export const builtUnder = join(here, "node_modules", ".cache", "runtime-client");

export interface RuntimeClient {
  /** Node's arguments that start it. */
  start: readonly string[];
  /** Whether its native half is Amazon's too, or what stands in for it. */
  isWhole: boolean;
}

/**
 * Amazon's own runtime interface client, from npm: the part that loads a handler, shapes its answers, errors and logs. Its
 * half in C++, which only carries requests to the Runtime API, is used where it was built; elsewhere JavaScript stands in.
 */
export function runtimeClient(): RuntimeClient {
  const whole = join(builtUnder, "node_modules", "aws-lambda-ric");
  if (existsSync(join(whole, "rapid-client.node"))) return { start: [join(whole, "index.mjs")], isWhole: true };
  const installed = dirname(createRequire(join(here, "package.json")).resolve("aws-lambda-ric/package.json"));
  return { start: ["--require", join(here, "test", "functions", "native-half.cjs"), join(installed, "index.mjs")], isWhole: false };
}
