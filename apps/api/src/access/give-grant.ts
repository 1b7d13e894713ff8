import {
  type Agency,
  accept,
  type Grant,
  hasHost,
  type Instant,
  type IsoDate,
  type Result,
  type Role,
  refuse,
  type Scope,
  type UserId,
} from "@cte-partnerships/domain";
import { auditWrite } from "../audit/store.ts";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { todayOf } from "../today.ts";
import { findUser, grantKey, newGrantWrite, userExistsCheck } from "./user-store.ts";

export type GrantRefusal = { code: "user_unknown" } | { code: "scope_unknown" };

/**
 * Gives a person a role within a scope, with its audit record in the same transaction. What they have already is not given
 * twice. Whoever calls has asked whether `by` may give grants.
 */
export async function giveGrant(
  deps: Deps,
  { userId, role, scope, expiresAt, by }: { userId: UserId; role: Role; scope: Scope; expiresAt?: Instant; by: By },
): Promise<Result<Grant, GrantRefusal>> {
  if (!isKnown(deps.agency, scope, todayOf(deps))) return refuse({ code: "scope_unknown" });
  const found = await findUser(deps, userId);
  if (!found) return refuse({ code: "user_unknown" });
  const same = found.grants.find((grant) => grant.role === role && wordOf(grant.scope) === wordOf(scope) && grant.expiresAt === expiresAt);
  if (same) return accept(same);
  const grant: Grant = { id: deps.ids.grant(), role, scope, ...(expiresAt === undefined ? {} : { expiresAt }) };
  const change: Change = { by, at: deps.now(), op: "grant.give" };
  const record = auditWrite(deps, { subject: userId, item: grantKey(userId, grant.id), change, changed: Object.keys(grant).sort(), after: { ...grant } });
  const written = await write(deps, [userExistsCheck(deps, userId), newGrantWrite(deps, userId, grant, change), record]);
  return written.ok ? accept(grant) : refuse({ code: "user_unknown" });
}

const wordOf = (scope: Scope) => (scope.kind === "city" ? "city" : scope.kind === "commission" ? scope.commissionId : scope.schoolId);

const isKnown = (agency: Agency, scope: Scope, on: IsoDate): boolean => scope.kind === "city" || hasHost(agency, scope, on);
