import { type Actor, type EmailAddress, type Grant, type Instant, minutesAfter } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findSession, noteSeen, sessionLasts } from "./session-store.ts";
import { findUser } from "./user-store.ts";

/** Who is signed in, with the grants in force at this moment. */
export interface SignedIn extends Actor {
  name: string;
  /** Their own, as their sign-in vouched for it. */
  address?: EmailAddress;
  grants: readonly Grant[];
}

/** How fresh `seenAt` is kept: a write a minute is enough to tell who is idle. */
const notedEachMinutes = 1;

/**
 * The person behind a session's secret, or nobody. Expiry is checked here and not left to the table's deletion, which may
 * lag by days; grants are read anew each time, so a role that was taken is gone with the next request.
 * @param use `isInUse` false: nobody did anything, so the session is not noted as used
 */
export async function findActor(deps: Deps, secret: string, { isInUse }: { isInUse: boolean }): Promise<SignedIn | undefined> {
  const session = await findSession(deps, secret);
  if (!session) return undefined;
  const now = deps.now();
  if (now >= minutesAfter(session.seenAt, sessionLasts.idleMinutes) || now >= minutesAfter(session.createdAt, sessionLasts.absoluteMinutes)) return undefined;
  const found = await findUser(deps, session.userId);
  if (!found || found.user.epoch !== session.epoch) return undefined;
  if (isInUse && now >= minutesAfter(session.seenAt, notedEachMinutes)) await noteSeen(deps, secret, now);
  const { address } = session;
  return {
    userId: found.user.id,
    name: found.user.name,
    ...(address === undefined ? {} : { address }),
    grants: found.grants.filter((grant) => isInForce(grant, now)),
  };
}

const isInForce = (grant: Grant, now: Instant) => grant.expiresAt === undefined || now < grant.expiresAt;
