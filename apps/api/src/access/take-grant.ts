import { accept, type GrantId, isLastingDirector, type Result, refuse, type UserId } from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { directorRemovedWrite } from "./director-store.ts";
import { findUserWithHistory, grantKey, type KeptGrant, takenGrantWrite } from "./user-store.ts";

export type TakeRefusal = { code: "grant_unknown" } | { code: "last_director" } | { code: "version_conflict"; current: number };

/**
 * Takes a role from a person, with its audit record in the same transaction. It counts from their next request on. The last
 * director's grant over the whole city stays.
 * @param facts `version`: what was seen; absent, whatever it is now
 */
export async function takeGrant(
  deps: Deps,
  { userId, grantId, version, by }: { userId: UserId; grantId: GrantId; version?: number; by: By },
): Promise<Result<undefined, TakeRefusal>> {
  const found = await findStandingGrant(deps, userId, grantId, version);
  if (!found.ok) return found;
  const { kept, isCounted } = found.value;
  const change: Change = { by, at: deps.now(), op: "grant.take" };
  const item = { ...grantKey(userId, grantId), version: kept.version + 1 };
  const record = auditWrite(deps, { subject: userId, item, change, changed: ["takenAt"], before: { ...kept.grant }, after: { takenAt: change.at } });
  const written = await write(deps, [takenGrantWrite(deps, kept, change), record, ...(isCounted ? [directorRemovedWrite(deps, grantId)] : [])]);
  if (written.ok) return accept(undefined);
  return refusalAfter(deps, { kept, isLast: written.failed[0] === undefined });
}

/** A grant that was not taken, in the version that was seen; whether its holder ever came, and whether it counts among those of which one must stay. */
export async function findStandingGrant(
  deps: Deps,
  userId: UserId,
  grantId: GrantId,
  version: number | undefined,
): Promise<Result<{ kept: KeptGrant; isKnown: boolean; isCounted: boolean }, TakeRefusal>> {
  const found = await findUserWithHistory(deps, userId);
  const kept = found?.kept.find(({ grant, takenAt }) => grant.id === grantId && takenAt === undefined);
  if (!found || !kept) return refuse({ code: "grant_unknown" });
  if (version !== undefined && version !== kept.version) return refuse({ code: "version_conflict", current: kept.version });
  const isKnown = found.user.invitedUntil === undefined;
  return accept({ kept, isKnown, isCounted: isKnown && isLastingDirector(kept.grant) });
}

/** Why a change of a grant did not hold: somebody else was first, or nobody would be left who may give roles. */
export async function refusalAfter(deps: Deps, { kept, isLast }: { kept: KeptGrant; isLast: boolean }): Promise<Result<never, TakeRefusal>> {
  if (isLast) return refuse({ code: "last_director" });
  const now = await findStandingGrant(deps, kept.userId, kept.grant.id, undefined);
  return now.ok ? refuse({ code: "version_conflict", current: now.value.kept.version }) : now;
}
