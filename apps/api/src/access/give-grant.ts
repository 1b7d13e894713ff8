import {
  type Agency,
  accept,
  type Grant,
  hasHost,
  type Instant,
  type IsoDate,
  isLastingDirector,
  mayGive,
  type GiveRefusal as NotGiven,
  type Result,
  type Role,
  refuse,
  type Scope,
  type UserId,
} from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { type Member, write } from "../table/transact.ts";
import { todayOf } from "../today.ts";
import { directorAddedWrite } from "./director-store.ts";
import { findUser, grantKey, newGrantWrite, scopeWord, userStandsCheck } from "./user-store.ts";

export type GrantRefusal = { code: "user_unknown" } | { code: "scope_unknown" };
export type GiveRefusal = GrantRefusal | NotGiven;

/** What is asked for: a role within a scope, and until when. */
export interface Wanted {
  role: Role;
  scope: Scope;
  expiresAt?: Instant | undefined;
}

/**
 * Gives a person a role within a scope, with its audit record in the same transaction. What they have already is not given
 * twice. Whoever calls has asked whether `by` may give grants.
 */
export async function giveGrant(deps: Deps, { userId, role, scope, expiresAt, by }: Wanted & { userId: UserId; by: By }): Promise<Result<Grant, GrantRefusal>> {
  if (!isKnownScope(deps.agency, scope, todayOf(deps))) return refuse({ code: "scope_unknown" });
  const found = await findUser(deps, userId);
  if (!found) return refuse({ code: "user_unknown" });
  const same = found.grants.find((grant) => grant.role === role && scopeWord(grant.scope) === scopeWord(scope) && grant.expiresAt === expiresAt);
  if (same) return accept(same);
  const { grant, members } = grantWrites(deps, { userId, role, scope, expiresAt, by });
  const isCounted = isLastingDirector(grant) && found.user.invitedUntil === undefined;
  const written = await write(deps, [userStandsCheck(deps, found.user), ...members, ...(isCounted ? [directorAddedWrite(deps, [grant.id])] : [])]);
  // Whoever was invited came in this very moment: asked again, it is seen.
  return written.ok ? accept(grant) : giveGrant(deps, { userId, role, scope, expiresAt, by });
}

/** The same as somebody of the office does it: never to oneself, and never to an end that has passed. */
export async function giveGrantAs(deps: Deps, actorId: UserId, wanted: Wanted & { userId: UserId }): Promise<Result<Grant, GiveRefusal>> {
  const may = mayGive({ by: actorId, to: wanted.userId, expiresAt: wanted.expiresAt, now: deps.now() });
  if (!may.ok) return may;
  return giveGrant(deps, { ...wanted, by: { kind: "user", userId: actorId } });
}

/** A new grant and its audit record, as members of a transaction. */
export function grantWrites(deps: Deps, { userId, role, scope, expiresAt, by }: Wanted & { userId: UserId; by: By }): { grant: Grant; members: Member[] } {
  const grant: Grant = { id: deps.ids.grant(), role, scope, ...(expiresAt === undefined ? {} : { expiresAt }) };
  const change: Change = { by, at: deps.now(), op: "grant.give" };
  const item = { ...grantKey(userId, grant.id), version: 1 };
  const record = auditWrite(deps, { subject: userId, item, change, changed: Object.keys(grant).sort(), after: { ...grant } });
  return { grant, members: [newGrantWrite(deps, userId, grant, change), record] };
}

export const isKnownScope = (agency: Agency, scope: Scope, on: IsoDate): boolean => scope.kind === "city" || hasHost(agency, scope, on);
