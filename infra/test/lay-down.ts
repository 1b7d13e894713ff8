import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

export const root = join(import.meta.dirname, "../..");

/** SST's components and the providers that they stand on, as its command lays them down. */
export const platform = join(root, ".sst/platform");

const infra = join(root, "infra");

/**
 * Lays SST's real components down beside `sst.config.ts`, where they are not: half a minute and 320 MB from npm, once for each
 * version. Neither an account nor Pulumi nor Bun is asked for.
 */
export async function layDown(): Promise<void> {
  const version = JSON.parse(readFileSync(join(infra, "node_modules/sst/package.json"), "utf8")).version as string;
  if (laidDownVersion() === version && existsSync(join(platform, "config.d.ts")) && existsSync(join(platform, "node_modules/@pulumi/aws/package.json"))) return;
  await promisify(execFile)(join(infra, "node_modules/.bin/sst"), ["install", "--stage", "check"], {
    cwd: root,
    env: { ...process.env, SST_TELEMETRY_DISABLED: "1", SST_SKIP_DEPENDENCY_CHECK: "1", SST_NO_BUN: "1" },
  });
  if (laidDownVersion() !== version) throw new Error(`SST laid down ${laidDownVersion()} of its components and not ${version}.`);
}

function laidDownVersion(): string | undefined {
  const path = join(platform, "version");
  return existsSync(path) ? readFileSync(path, "utf8").trim() : undefined;
}
