import { accept, CommissionId, type Result, Role, refuse, SchoolId, type Scope } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { todayOf } from "../today.ts";
import { type GrantRefusal, giveGrant } from "./give-grant.ts";
import { registerUser } from "./register-user.ts";
import { findUser, findUserIdOf, type Subject } from "./user-store.ts";

/** A person as their provider names them, a role and a scope, as somebody types them at a command line. */
export interface GrantWords extends Subject {
  role: string;
  /** `city`, or the id of a commission or a school. */
  scope: string;
  name?: string | undefined;
}

export type GrantByHandRefusal = GrantRefusal | { code: "issuer_invalid" } | { code: "subject_missing" } | { code: "role_unknown" };

/**
 * Makes a person known, where they are not, and gives them a role: how a deployment gets its first director. Whoever may
 * run this holds the table anyway. May be repeated; a name that the provider told stays.
 */
export async function grantByHand(
  deps: Deps,
  { issuer, subject, role: roleWord, scope: scopeWord, name }: GrantWords,
): Promise<Result<{ userId: string; grantId: string; isNewUser: boolean }, GrantByHandRefusal>> {
  // Compared as text with what a sign-in brings, so it stays as it was typed.
  if (!/^https?:\/\//.test(issuer) || !URL.canParse(issuer)) return refuse({ code: "issuer_invalid" });
  if (subject === "") return refuse({ code: "subject_missing" });
  const role = Role.safeParse(roleWord);
  if (!role.success) return refuse({ code: "role_unknown" });
  const scope = scopeFrom(deps, scopeWord);
  if (!scope) return refuse({ code: "scope_unknown" });
  const by = { kind: "system", part: "command" } as const;
  const knownId = await findUserIdOf(deps, { issuer, subject });
  const known = knownId && (await findUser(deps, knownId))?.user;
  const user = known && name === undefined ? known : await registerUser(deps, { issuer, subject, name: name ?? subject, by });
  const given = await giveGrant(deps, { userId: user.id, role: role.data, scope, by });
  return given.ok ? accept({ userId: user.id, grantId: given.value.id, isNewUser: !known }) : given;
}

function scopeFrom(deps: Deps, word: string): Scope | undefined {
  if (word === "city") return { kind: "city" };
  const today = todayOf(deps);
  const commissionId = CommissionId.safeParse(word).data;
  if (commissionId !== undefined) return deps.agency.commissions.find(commissionId, today) && { kind: "commission", commissionId };
  const schoolId = SchoolId.safeParse(word).data;
  return schoolId !== undefined && deps.agency.schools.find(schoolId, today) ? { kind: "school", schoolId } : undefined;
}
