import type { Deps } from "../deps.ts";
import { listDeadMails, reviveMail } from "./store.ts";

/**
 * Queues every mail that was given up once more, after somebody has mended why. Each is then sent with what is true by that
 * time, or dropped where another mail has overtaken it; what still cannot be delivered is given up again.
 *
 * @returns how many were queued
 */
export async function requeueDeadMails(deps: Pick<Deps, "table" | "log">): Promise<number> {
  let queued = 0;
  // The list may lag behind: a mail that somebody else has revived meanwhile is not dead any more, and not counted.
  for (const mail of await listDeadMails(deps)) if (await reviveMail(deps, mail)) queued += 1;
  deps.log.info("dead mails were queued again", { queued });
  return queued;
}
