import { setTimeout as wait } from "node:timers/promises";
import type { Log } from "@cte-partnerships/api/local";

/** A child process that answers. */
export interface Running {
  pid: number;
  /** Resolves when the process has ended, whoever ended it. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

export interface Supervised {
  pid(): number | undefined;
  stop(): Promise<void>;
}

export interface Supervision {
  name: string;
  /** Without it nothing works: a first start that fails is the caller's to tell. Any other failure is tried again. */
  isNeeded?: boolean;
  log: Log;
  start(): Promise<Running>;
  /** After every start but the first, before the part counts as running again. */
  onRestart?(): Promise<void>;
  onEnded?(pid: number): void;
}

const firstPause = 20;
const longestPause = 5000;
/** Running this long, a part is well again, and its next end is met without delay. */
const wellAfter = 10_000;

/** Keeps a part running: when its process ends, whoever ended it, it is started again within a second. */
export async function supervise({ name, isNeeded = false, log, start, onRestart, onEnded }: Supervision): Promise<Supervised> {
  let isStopping = false;
  let running: Running | undefined = await start().catch((error) => {
    if (isNeeded) throw error;
    log.error("part could not be started", { part: name, error: error instanceof Error ? error.name : "unknown" });
    return undefined;
  });
  const stopped = new AbortController();

  const keep = async () => {
    let pause = firstPause;
    let startedAt = Date.now();
    for (;;) {
      if (running) {
        const { pid, ended } = running;
        await ended;
        onEnded?.(pid);
        running = undefined;
        if (isStopping) return;
        log.error("part ended", { part: name });
        if (Date.now() - startedAt > wellAfter) pause = firstPause;
      }
      await wait(pause, undefined, { signal: stopped.signal }).catch(() => undefined);
      if (isStopping) return;
      pause = Math.min(pause * 2, longestPause);
      startedAt = Date.now();
      try {
        running = await start();
        // Stopped while it was starting: nobody else knows of this process yet.
        if (isStopping) return void (await running.stop());
        await onRestart?.();
        log.info("part started again", { part: name });
      } catch (error) {
        log.error("part could not be started again", { part: name, error: error instanceof Error ? error.name : "unknown" });
        await running?.stop();
      }
    }
  };
  const kept = keep();

  return {
    pid: () => running?.pid,
    async stop() {
      isStopping = true;
      stopped.abort();
      await running?.stop();
      await kept;
    },
  };
}
