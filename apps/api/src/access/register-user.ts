import { EmailAddress, type GrantId, isLastingDirector, line, type UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { By, Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import { directorAddedWrite } from "./director-store.ts";
import { findInvited } from "./invitation-store.ts";
import { findUser, findUserIdOf, joinedUserWrite, newSubjectWrite, newUserWrites, renamedUserWrite, type Subject, type User } from "./user-store.ts";

const Name = line(120);

/**
 * Makes a person known who is named by a provider's issuer and subject, or finds them; the name is taken over as it now
 * is. May be repeated, and be called by two at once. It gives no right to anything, but for the role that waits for whoever
 * was invited.
 * @param person `verifiedAddress`: an address of which the provider says that it is theirs; looked up and not kept
 */
export async function registerUser(
  deps: Deps,
  { issuer, subject, name, verifiedAddress, by }: Subject & { name: string; verifiedAddress?: string | undefined; by: By },
): Promise<User> {
  const named = Name.safeParse(name);
  const told = named.success ? named.data : "Unnamed";
  const change: Change = { by, at: deps.now(), op: "user.register" };
  const known = await findUserIdOf(deps, { issuer, subject });
  if (known) return renamed(deps, known, told, change);
  const invited = await joined(deps, { issuer, subject }, verifiedAddress, told, change);
  if (invited) return invited;
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

/** Takes up the invitation to this address, once and in time: from here on its holder is known by issuer and subject alone. */
async function joined(deps: Deps, subject: Subject, verifiedAddress: string | undefined, name: string, change: Change): Promise<User | undefined> {
  const address = EmailAddress.safeParse(verifiedAddress);
  const userId = address.success ? await findInvited(deps, address.data) : undefined;
  const found = userId && (await findUser(deps, userId));
  if (!found) return undefined;
  const { invitedUntil, ...user } = found.user;
  if (invitedUntil === undefined || invitedUntil <= change.at) return undefined;
  const counted = found.grants.filter(isLastingDirector).map(({ id }) => id);
  const written = await write(deps, [
    newSubjectWrite(deps, user.id, subject, { ...change, op: "user.join" }),
    joinedUserWrite(deps, { id: user.id, name }, invitedUntil, { ...change, op: "user.join" }),
    ...(counted.length > 0 ? [directorAddedWrite(deps, counted)] : []),
  ]);
  if (!written.ok) return undefined;
  await countThoseGivenMeanwhile(deps, user.id, counted);
  return { ...user, name };
}

/** What was given between looking and coming was given to somebody who had not come, and counted by nobody. */
async function countThoseGivenMeanwhile(deps: Deps, userId: UserId, counted: readonly GrantId[]): Promise<void> {
  const found = await findUser(deps, userId);
  const missed = (found?.grants ?? []).filter((grant) => isLastingDirector(grant) && !counted.includes(grant.id)).map(({ id }) => id);
  if (missed.length > 0) await write(deps, [directorAddedWrite(deps, missed)]);
}
