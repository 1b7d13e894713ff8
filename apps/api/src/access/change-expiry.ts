import {
  accept,
  type GiveRefusal,
  type Grant,
  type GrantId,
  type Instant,
  isLastingDirector,
  mayGive,
  type Result,
  type UserId,
} from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { directorAddedWrite, directorRemovedWrite } from "./director-store.ts";
import { findStandingGrant, refusalAfter, type TakeRefusal } from "./take-grant.ts";
import { changedExpiryWrite, grantKey } from "./user-store.ts";

/**
 * Lets a grant end at another moment, or never, with its audit record in the same transaction. Never one's own: whoever is to
 * go leaves when others said. The last director's grant over the whole city is given no end.
 */
export async function changeExpiry(
  deps: Deps,
  { actorId, userId, grantId, version, expiresAt }: { actorId: UserId; userId: UserId; grantId: GrantId; version: number; expiresAt: Instant | undefined },
): Promise<Result<Grant, TakeRefusal | GiveRefusal>> {
  const at = deps.now();
  const may = mayGive({ by: actorId, to: userId, expiresAt, now: at });
  if (!may.ok) return may;
  const found = await findStandingGrant(deps, userId, grantId, version);
  if (!found.ok) return found;
  const { kept, isCounted, isKnown } = found.value;
  const { expiresAt: before, ...lasting } = kept.grant;
  if (before === expiresAt) return accept(kept.grant);
  const grant: Grant = { ...lasting, ...(expiresAt === undefined ? {} : { expiresAt }) };
  const change: Change = { by: { kind: "user", userId: actorId }, at, op: "grant.change" };
  const record = auditWrite(deps, {
    subject: userId,
    item: { ...grantKey(userId, grantId), version: kept.version + 1 },
    change,
    changed: ["expiresAt"],
    before: { ...kept.grant },
    after: { expiresAt: expiresAt ?? "never" },
  });
  const counted = isCounted ? [directorRemovedWrite(deps, grantId)] : isKnown && isLastingDirector(grant) ? [directorAddedWrite(deps, [grantId])] : [];
  const written = await write(deps, [changedExpiryWrite(deps, kept, expiresAt, change), record, ...counted]);
  return written.ok ? accept(grant) : refusalAfter(deps, { kept, isLast: written.failed[0] === undefined });
}
