import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "@cte-partnerships/api/local";

/** Runs a task now and again, one at a time, as the schedule does in AWS. A round that fails is told and the next one tried. */
export function runEvery(milliseconds: number, name: string, task: () => Promise<unknown>, log: Log): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const loop = async () => {
    while (!stopped.signal.aborted) {
      await task().catch((error) => log.error("scheduled task failed", { task: name, error: error instanceof Error ? error.name : "unknown" }));
      await wait(milliseconds, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return {
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
