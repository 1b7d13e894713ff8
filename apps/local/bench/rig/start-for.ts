import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSystem, type WholeSystem } from "../../e2e/start-system.ts";
import type { Screen } from "./screen.ts";

/** In memory where there is such a folder: on a disk, filling a table with 20,000 events takes eight minutes. */
const quickFolder = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Reconciling 20,000 events at the start would be measured too: on a deployment it is another function, at night. */
const settings = { RATE_LIMIT: "off", DEMO: "off", WITHOUT: "reconcile" };

/** A whole running system of a screen's own. What it is filled with, it is filled with between two starts, by whoever knows its table. */
export async function startFor({ fill }: Screen): Promise<WholeSystem> {
  if (!fill) return startSystem(settings);
  const folder = mkdtempSync(join(quickFolder, "cte-bench-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await (await startSystem(settings, folder)).stop();
    await fill(folder);
    const system = await startSystem(settings, folder);
    return { ...system, stop: () => system.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
