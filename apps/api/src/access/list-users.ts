import { accept, type Instant, type Result, refuse, type UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { openCursor, sealCursor } from "../table/cursor.ts";
import type { AccessUser, AccessUserList } from "./grant-contract.ts";
import { findUserWithHistory, type KeptGrant, listUsers, type User } from "./user-store.ts";

const usersPerPage = 50;

/** Everybody who is known, by name, a page at a time, each with the grants that were not taken. */
export async function listAccessUsers(
  deps: Deps,
  { actorId, q, cursor }: { actorId: UserId; q?: string | undefined; cursor?: string | undefined },
): Promise<Result<AccessUserList, { code: "cursor_invalid" }>> {
  const asked = JSON.stringify(["access", actorId, q]);
  const after = cursor === undefined ? "" : openCursor(deps.secrets, asked, cursor);
  if (after === undefined) return refuse({ code: "cursor_invalid" });
  const words = (q ?? "").toLowerCase().split(/\s+/);
  const placeOf = (user: User) => `${user.name}#${user.id}`;
  const matching = (await listUsers(deps)).filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const left = matching.filter((user) => placeOf(user) > after);
  const page = left.slice(0, usersPerPage);
  const users = await Promise.all(page.map(({ id }) => findAccessUser(deps, id)));
  const last = page.at(-1);
  return accept({
    users: users.filter((user) => user !== undefined),
    matching: matching.length,
    ...(last && left.length > page.length ? { nextCursor: sealCursor(deps.secrets, asked, placeOf(last)) } : {}),
  });
}

/** One person, read as they stand now: an index may lag behind what was just changed. */
export async function findAccessUser(deps: Deps, userId: UserId): Promise<AccessUser | undefined> {
  const found = await findUserWithHistory(deps, userId);
  return found && rowOf(found.user, found.kept, deps.now());
}

function rowOf({ epoch: _epoch, joinedAt: _joinedAt, ...user }: User, kept: readonly KeptGrant[], now: Instant): AccessUser {
  const { invitedUntil } = user;
  return {
    ...user,
    standing: invitedUntil === undefined ? "known" : invitedUntil > now ? "invited" : "invitation_over",
    grants: kept
      .filter(({ takenAt }) => takenAt === undefined)
      .map(({ grant, version }) => ({ ...grant, version, isOver: grant.expiresAt !== undefined && grant.expiresAt <= now })),
  };
}
