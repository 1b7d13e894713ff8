import { accept, type Grant, type Instant, invitationEndsAt, mayGive, type Result, refuse, type UserId } from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { todayOf } from "../today.ts";
import { type GiveRefusal, giveGrant, grantWrites, isKnownScope, type Wanted } from "./give-grant.ts";
import { findInvited, newInvitationWrite } from "./invitation-store.ts";
import { findUser, invitedAgainWrite, newUserWrite, type User, userKey } from "./user-store.ts";

/**
 * Makes somebody known who has not signed in, with a role that waits for them: whoever signs in first with this address, and
 * the provider says that it is theirs. Asked again, the invitation holds anew. No mail is sent: the office writes to them.
 */
export async function invite(
  deps: Deps,
  actorId: UserId,
  { address, ...wanted }: Wanted & { address: string },
): Promise<Result<{ userId: UserId; grant: Grant; invitedUntil: Instant }, GiveRefusal | { code: "already_joined" }>> {
  const at = deps.now();
  const may = mayGive({ by: actorId, expiresAt: wanted.expiresAt, now: at });
  if (!may.ok) return may;
  if (!isKnownScope(deps.agency, wanted.scope, todayOf(deps))) return refuse({ code: "scope_unknown" });
  const by = { kind: "user", userId: actorId } as const;
  const invitedUntil = invitationEndsAt(at);
  const change: Change = { by, at, op: "user.invite" };
  const known = await findInvited(deps, address);
  if (known) return invitedAgain(deps, known, wanted, invitedUntil, change);
  const user: User = { id: deps.ids.user(), name: address, epoch: 1, invitedUntil };
  const { grant, members } = grantWrites(deps, { userId: user.id, ...wanted, by });
  const record = auditWrite(deps, { subject: user.id, item: userKey(user.id), change, changed: ["invitedUntil", "name"], after: { invitedUntil } });
  const written = await write(deps, [newInvitationWrite(deps, address, user.id, change), newUserWrite(deps, user, change), record, ...members]);
  if (written.ok) return accept({ userId: user.id, grant, invitedUntil });
  const other = await findInvited(deps, address);
  if (!other) throw new Error("an invitation was taken and is not there");
  return invitedAgain(deps, other, wanted, invitedUntil, change);
}

async function invitedAgain(
  deps: Deps,
  userId: UserId,
  wanted: Wanted,
  invitedUntil: Instant,
  change: Change,
): Promise<Result<{ userId: UserId; grant: Grant; invitedUntil: Instant }, GiveRefusal | { code: "already_joined" }>> {
  const found = await findUser(deps, userId);
  if (found?.user.invitedUntil === undefined) return refuse({ code: "already_joined" });
  const record = auditWrite(deps, { subject: userId, item: userKey(userId), change, changed: ["invitedUntil"], after: { invitedUntil } });
  const written = await write(deps, [invitedAgainWrite(deps, userId, invitedUntil, change), record]);
  if (!written.ok) return refuse({ code: "already_joined" });
  const given = await giveGrant(deps, { userId, ...wanted, by: change.by });
  return given.ok ? accept({ userId, grant: given.value, invitedUntil }) : given;
}
