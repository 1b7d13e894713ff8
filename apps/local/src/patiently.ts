import { setTimeout as wait } from "node:timers/promises";

const patience = 60_000;

/**
 * A database that has just started, or a busy machine, answers slowly at first: a start waits where a request must not.
 * Only for what may be done again from its beginning.
 */
export async function patiently<Value>(task: () => Promise<Value>): Promise<Value> {
  for (const giveUpAt = Date.now() + patience; ; ) {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "Unavailable" || Date.now() > giveUpAt) throw error;
      await wait(200);
    }
  }
}
