import type { TestProject } from "vitest/node";
import { bundleProgram, evaluate } from "./evaluate.ts";
import { layDown } from "./lay-down.ts";
import type { Evaluated } from "./registered.ts";
import { canary, type StageName, stages } from "./stages.ts";

/** Before all tests: lays the components down and evaluates the program for every stage, each twice, in processes of their own. */
export async function setup(project: TestProject): Promise<void> {
  await layDown();
  await using program = await bundleProgram();
  const evaluated = {} as Record<StageName, Evaluated>;
  const texts = {} as Record<StageName, readonly [string, string]>;
  for (const name of Object.keys(stages) as StageName[]) {
    const { stage, environment } = stages[name];
    const once = () => evaluate(program.path, stage, { ...environment, CANARY: canary });
    const since = performance.now();
    const [first, second] = await Promise.all([once(), once()]);
    evaluated[name] = JSON.parse(first);
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    const same = first === second ? "the same to the byte" : "NOT the same";
    process.stdout.write(
      `${name.padEnd(12)} ${String(evaluated[name].resources.length).padStart(4)} resources, evaluated twice at once in ${seconds} s: ${same}\n`,
    );
    texts[name] = [first, second];
  }
  project.provide("evaluated", evaluated);
  project.provide("texts", texts);
}
