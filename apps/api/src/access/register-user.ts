import { line, type UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { findUser, findUserIdOf, newUserWrites, renamedUserWrite, type Subject, type User } from "./user-store.ts";

const Name = line(120);

/**
 * Makes a person known who is named by a provider's issuer and subject, or finds them; the name is taken over as it now
 * is. May be repeated, and be called by two at once. It gives no right to anything.
 */
export async function registerUser(deps: Deps, { issuer, subject, name, by }: Subject & { name: string; by: By }): Promise<User> {
  const named = Name.safeParse(name);
  const told = named.success ? named.data : "Unnamed";
  const change: Change = { by, at: deps.now(), op: "user.register" };
  const known = await findUserIdOf(deps, { issuer, subject });
  if (known) return renamed(deps, known, told, change);
  const user: User = { id: deps.ids.user(), name: told, epoch: 1 };
  const written = await write(deps, newUserWrites(deps, user, { issuer, subject }, change));
  if (written.ok) return user;
  const other = await findUserIdOf(deps, { issuer, subject });
  if (!other) throw new Error("a subject was taken and is not there");
  return renamed(deps, other, told, change);
}

async function renamed(deps: Deps, userId: UserId, name: string, change: Change): Promise<User> {
  const found = await findUser(deps, userId);
  if (!found) throw new Error("a subject leads to no user");
  if (found.user.name === name) return found.user;
  await write(deps, [renamedUserWrite(deps, { id: userId, name }, change)]);
  return { ...found.user, name };
}
