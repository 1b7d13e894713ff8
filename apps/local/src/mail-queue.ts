import { setTimeout as wait } from "node:timers/promises";
import type { Log, MailQueue } from "@cte-partnerships/api/local";

export interface LocalMailQueue extends MailQueue {
  /** Mails that wait for their next attempt or are under way. */
  waiting(): number;
  stop(): Promise<void>;
}

export interface MailQueueParts {
  /** Delivers one mail; throws where it has to be tried again. */
  deliver(mailId: string): Promise<void>;
  /** After the last attempt: the mail is marked as given up. */
  giveUp(mailId: string): Promise<void>;
  log: Log;
}

const atOnce = 4;
const attempts = 8;
const firstPause = 250;
const longestPause = 30_000;

/**
 * What SQS is in AWS: each mail is delivered at least once, tried again with growing pauses (a minute in all), and given
 * up after the last attempt. It lives in memory; mails that a crash caught in it still stand in the table as queued.
 */
export function makeMailQueue({ deliver, giveUp, log }: MailQueueParts): LocalMailQueue {
  const stopped = new AbortController();
  const known = new Set<string>();
  const ready: string[] = [];
  const underWay = new Set<Promise<void>>();

  const start = () => {
    while (underWay.size < atOnce && !stopped.signal.aborted) {
      const mailId = ready.shift();
      if (mailId === undefined) return;
      const work = tryOnce(mailId).finally(() => {
        underWay.delete(work);
        start();
      });
      underWay.add(work);
    }
  };

  const failures = new Map<string, number>();
  const tryOnce = async (mailId: string): Promise<void> => {
    try {
      await deliver(mailId);
      forget(mailId);
    } catch (error) {
      const failed = (failures.get(mailId) ?? 0) + 1;
      failures.set(mailId, failed);
      log.error("mail not delivered", { mailId, attempt: failed, error: error instanceof Error ? error.name : "unknown" });
      if (failed >= attempts) {
        // Where even this fails it stays queued in the table, and is found there again.
        await giveUp(mailId).catch(() => undefined);
        forget(mailId);
        return;
      }
      startAfter(mailId, Math.min(firstPause * 2 ** (failed - 1), longestPause));
    }
  };
  const startAfter = (mailId: string, milliseconds: number) => {
    // What still waits when all stops stands in the table, and is found there again.
    void wait(milliseconds, undefined, { signal: stopped.signal })
      .then(() => {
        ready.push(mailId);
        start();
      })
      .catch(() => undefined);
  };
  const forget = (mailId: string) => {
    known.delete(mailId);
    failures.delete(mailId);
  };

  return {
    async send(mailId, afterSeconds = 0) {
      if (known.has(mailId)) return;
      known.add(mailId);
      if (afterSeconds > 0) startAfter(mailId, afterSeconds * 1000);
      else {
        ready.push(mailId);
        start();
      }
    },
    waiting: () => known.size,
    async stop() {
      stopped.abort();
      await Promise.allSettled(underWay);
    },
  };
}
