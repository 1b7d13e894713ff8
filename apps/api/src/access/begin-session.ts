import { EmailAddress } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { newSessionSecret, newSessionWrite } from "./session-store.ts";
import { signedInWrite, type User } from "./user-store.ts";

/**
 * Begins a session of the console and gives its secret, which is known to the cookie alone.
 *
 * @param address the person's own, where the provider vouches for it: what they send to themselves goes there. One that is no address
 *   to this system is as none
 */
export async function beginSession(deps: Deps, user: User, address?: string): Promise<string> {
  const now = deps.now();
  const secret = newSessionSecret();
  const own = EmailAddress.safeParse(address);
  const session = { userId: user.id, ...(own.success ? { address: own.data } : {}), epoch: user.epoch, createdAt: now, seenAt: now };
  const change: Change = { by: { kind: "user", userId: user.id }, at: now, op: "session.begin" };
  await write(deps, [newSessionWrite(deps, secret, session, change), signedInWrite(deps, user.id, now, change)]);
  return secret;
}
