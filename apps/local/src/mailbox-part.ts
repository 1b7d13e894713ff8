import type { Log } from "@cte-partnerships/api/local";
import { freePort } from "./free-port.ts";
import { answersAt, type PartState } from "./health.ts";
import { startHelper } from "./helper-process.ts";
import type { MailboxSettings } from "./mailbox.ts";
import { type Supervised, supervise } from "./supervise.ts";

export interface MailboxParts {
  /** Stays away, as a provider that is down does. */
  isAway: boolean;
  /** Where mails are kept between starts; absent: nowhere. */
  file: string | undefined;
  complaints: string;
  log: Log;
  onSpawn(pid: number): void;
  onEnded(pid: number): void;
}

export interface MailboxPart extends Supervised {
  origin: string;
  state(): Promise<PartState>;
}

/** Where every mail of this machine arrives, in a process of its own. Without it mails wait. */
export async function startMailbox({ isAway, file, complaints, log, onSpawn, onEnded }: MailboxParts): Promise<MailboxPart> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const part = isAway
    ? undefined
    : await supervise({
        name: "mailbox",
        log,
        onEnded,
        start: () => startHelper({ module: "./mailbox.js", settings: { port, file } satisfies MailboxSettings, complaints, onSpawn }),
      });
  return { origin, pid: () => part?.pid(), stop: async () => part?.stop(), state: () => answersAt(`${origin}/health-check`) };
}
