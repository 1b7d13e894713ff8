import { setTimeout as pause } from "node:timers/promises";
import { Unavailable } from "./unavailable.ts";

/** One place bounds all retries: so many tries, within so long, with full jitter between them. */
export const retries = { most: 14, withinMilliseconds: 1800, firstPauseMilliseconds: 8, longestPauseMilliseconds: 200 } as const;

const passing = new Set([
  "InternalServerError",
  "InternalServerErrorException",
  "LimitExceededException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ServiceUnavailable",
  "ThrottlingException",
  "TimeoutError",
  "TransactionConflictException",
  "TransactionInProgressException",
]);
const passingReasons = new Set(["None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/** Whether the same call may go through later: throttled, in conflict with another transaction, or an outage. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "TransactionCanceledException") {
    const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? [];
    return reasons.length > 0 && reasons.every((reason) => passingReasons.has(reason.Code ?? "None"));
  }
  if (passing.has(error.name)) return true;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  // No status at all: the network failed before the service said anything.
  return status === undefined ? "code" in error || error.name === "Error" : status >= 500;
}

/** Runs a call to the table until it answers. Passing failures are tried again; what is left then is `Unavailable`. */
export async function retrying<Answer>(call: () => Promise<Answer>, { isPassing: mayPass = isPassing } = {}): Promise<Answer> {
  const giveUpAt = performance.now() + retries.withinMilliseconds;
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!mayPass(error)) throw error;
      const ceiling = Math.min(retries.longestPauseMilliseconds, retries.firstPauseMilliseconds * 2 ** (attempt - 1));
      const wait = Math.random() * ceiling;
      if (attempt === retries.most || performance.now() + wait > giveUpAt) throw new Unavailable("the table did not answer", { cause: error });
      await pause(wait);
    }
  }
}
