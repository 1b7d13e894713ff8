import { createHash } from "node:crypto";
import { Grant, type GrantId, Instant, type Scope, UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, queryAll, readItem, readItems } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

/**
 * Somebody who has signed in, or was made known before they did. No address is kept of whoever signed in, since an address may
 * pass to another person (a session has the one that it was begun with, for as long as it lasts); whoever is invited and has
 * not come yet has their address for a name.
 */
export interface User {
  id: UserId;
  name: string;
  /** Rises when all of the user's sessions are ended: a session from before does not count any more, whatever an index says. */
  epoch: number;
  /** There while somebody is invited and has not signed in: after it, the invitation leads nowhere. */
  invitedUntil?: Instant;
  /** When an invitation was taken up: before that, nobody could do anything with what was given. */
  joinedAt?: Instant;
  lastSignInAt?: Instant;
}

/** From a moment on, how long a grant lasted: absent, for good. */
interface GrantTerm {
  since: Instant;
  expiresAt?: Instant | undefined;
}

/** A grant with its history, as it is kept: also one that was taken, or has run out. */
export interface KeptGrant {
  userId: UserId;
  grant: Grant;
  /** Rises with every change. */
  version: number;
  /** Oldest first; the first begins when it was given. */
  terms: readonly GrantTerm[];
  takenAt?: Instant;
}

/** Who somebody is, as their provider says it: only issuer and subject together name a person. */
export interface Subject {
  issuer: string;
  subject: string;
}

const partition = (userId: UserId) => `USR#${userId}`;
export const userKey = (userId: UserId): Key => ({ pk: partition(userId), sk: "META" });
export const grantKey = (userId: UserId, grantId: GrantId): Key => ({ pk: partition(userId), sk: `GRANT#${grantId}` });
const subjectKey = ({ issuer, subject }: Subject): Key => ({ pk: `SUB#${createHash("sha256").update(`${issuer}\n${subject}`).digest("hex")}`, sk: "SUB" });

const userFrom = (item: Item): User => ({
  id: item.id as UserId,
  name: String(item.name),
  epoch: Number(item.epoch),
  ...(item.invitedUntil === undefined ? {} : { invitedUntil: item.invitedUntil as Instant }),
  ...(item.joinedAt === undefined ? {} : { joinedAt: item.joinedAt as Instant }),
  ...(item.lastSignInAt === undefined ? {} : { lastSignInAt: item.lastSignInAt as Instant }),
});

/** A scope as one word: `city`, or the id of the commission or school. */
export const scopeWord = (scope: Scope): string => (scope.kind === "city" ? "city" : scope.kind === "commission" ? scope.commissionId : scope.schoolId);

const keptGrantFrom = ({ id, role, scope, expiresAt, version, terms, takenAt, pk, _at }: Item): KeptGrant[] => {
  const grant = Grant.safeParse({ id, role, scope, ...(expiresAt === undefined ? {} : { expiresAt }) });
  if (!grant.success) return [];
  return [
    {
      userId: String(pk).slice(partition("" as UserId).length) as UserId,
      grant: grant.data,
      version: Number(version ?? 1),
      terms: Array.isArray(terms)
        ? (terms as GrantTerm[])
        : [{ since: Instant.parse(_at), ...(grant.data.expiresAt ? { expiresAt: grant.data.expiresAt } : {}) }],
      ...(takenAt === undefined ? {} : { takenAt: Instant.parse(takenAt) }),
    },
  ];
};

/** A user with their grants as they stand now: consistent, in one read. What is no grant by the schema, grants nothing. */
export async function findUser(deps: Store, userId: UserId): Promise<{ user: User; grants: Grant[] } | undefined> {
  const found = await findUserWithHistory(deps, userId);
  return found && { user: found.user, grants: found.kept.filter(({ takenAt }) => takenAt === undefined).map(({ grant }) => grant) };
}

/** A user with every grant that they ever had, oldest first. */
export async function findUserWithHistory(deps: Store, userId: UserId): Promise<{ user: User; kept: KeptGrant[] } | undefined> {
  const items = await queryAll(deps, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": partition(userId) }, ConsistentRead: true });
  const user = items.find((item) => item.sk === "META");
  return user && { user: userFrom(user), kept: items.filter(({ sk }) => String(sk).startsWith("GRANT#")).flatMap(keptGrantFrom) };
}

/** Everybody who is known, by name: an agency's office and schools, so it fits into a page or two. */
export async function listUsers(deps: Store): Promise<User[]> {
  const items = await queryAll(deps, {
    IndexName: shape.list.name,
    KeyConditionExpression: "#partition = :partition",
    ExpressionAttributeNames: { "#partition": shape.list.partitionKey },
    ExpressionAttributeValues: { ":partition": "USERS" },
  });
  return items.map(userFrom);
}

/** People by their ids; whoever is not there is left out. */
export async function readUsers(deps: Store, userIds: readonly UserId[]): Promise<Map<UserId, User>> {
  const items = await readItems(deps, [...new Set(userIds)].map(userKey));
  return new Map(items.map(userFrom).map((user) => [user.id, user]));
}

/** Every grant that was ever given over one scope, oldest first. */
export async function listGrantsOver(deps: Store, scope: string): Promise<KeptGrant[]> {
  const items = await queryAll(deps, {
    IndexName: shape.list.name,
    KeyConditionExpression: "#partition = :partition",
    ExpressionAttributeNames: { "#partition": shape.list.partitionKey },
    ExpressionAttributeValues: { ":partition": `GRANTS#${scope}` },
  });
  return items.flatMap(keptGrantFrom);
}

export async function findUserIdOf(deps: Store, subject: Subject): Promise<UserId | undefined> {
  const item = await readItem(deps, subjectKey(subject));
  const userId = UserId.safeParse(item?.userId);
  return userId.success ? userId.data : undefined;
}

export const newUserWrites = (deps: Store, user: User, subject: Subject, change: Change): Member[] => [
  newSubjectWrite(deps, user.id, subject, change),
  newUserWrite(deps, user, change),
];

export const newSubjectWrite = ({ table }: Store, userId: UserId, subject: Subject, change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: { ...subjectKey(subject), _t: "subject", userId, ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const newUserWrite = ({ table }: Store, user: User, change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: { ...userKey(user.id), _t: "user", ...user, [shape.list.partitionKey]: "USERS", [shape.list.sortKey]: `${user.name}#${user.id}`, ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

export const renamedUserWrite = ({ table }: Store, { id, name }: Pick<User, "id" | "name">, change: Change): Member =>
  userUpdate(
    table.name,
    id,
    "#name = :name, #listSk = :listSk",
    { "#name": "name", "#listSk": shape.list.sortKey },
    { ":name": name, ":listSk": `${name}#${id}` },
    change,
  );

/** Whoever was invited has come: they are called what their provider calls them, and their address is kept no longer. */
export function joinedUserWrite(deps: Store, { id, name }: Pick<User, "id" | "name">, invitedUntil: Instant, change: Change): Member {
  const { Update } = renamedUserWrite(deps, { id, name }, change);
  if (!Update) throw new Error("a rename is an update");
  return {
    Update: {
      ...Update,
      UpdateExpression: `${Update.UpdateExpression}, joinedAt = :at REMOVE invitedUntil`,
      ConditionExpression: "invitedUntil = :invitedUntil",
      ExpressionAttributeValues: { ...Update.ExpressionAttributeValues, ":invitedUntil": invitedUntil },
    },
  };
}

/** The invitation holds anew, where it was not taken up meanwhile. */
export function invitedAgainWrite({ table }: Store, userId: UserId, invitedUntil: Instant, change: Change): Member {
  const { Update } = userUpdate(table.name, userId, "invitedUntil = :invitedUntil", {}, { ":invitedUntil": invitedUntil }, change);
  if (!Update) throw new Error("it is an update");
  return { Update: { ...Update, ConditionExpression: "attribute_exists(invitedUntil)" } };
}

export const signedInWrite = ({ table }: Store, userId: UserId, at: Instant, change: Change): Member =>
  userUpdate(table.name, userId, "lastSignInAt = :signedInAt", {}, { ":signedInAt": at }, change);

/** Every session that began before this write is over. */
export const nextEpochWrite = ({ table }: Store, userId: UserId, change: Change): Member =>
  userUpdate(table.name, userId, "#epoch = #epoch + :one", { "#epoch": "epoch" }, { ":one": 1 }, change);

function userUpdate(tableName: string, userId: UserId, set: string, names: Record<string, string>, values: Item, change: Change): Member {
  const { _by, _at, _op } = stamp(change);
  return {
    Update: {
      TableName: tableName,
      Key: userKey(userId),
      UpdateExpression: `SET ${set}, #by = :by, #at = :at, #op = :op`,
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeNames: { ...names, "#by": "_by", "#at": "_at", "#op": "_op" },
      ExpressionAttributeValues: { ...values, ":by": _by, ":at": _at, ":op": _op },
    },
  };
}

/** The user is there and stands as was seen, come or only invited: a grant to nobody would wait for whoever comes. */
export const userStandsCheck = ({ table }: Store, { id, invitedUntil }: Pick<User, "id" | "invitedUntil">): Member => ({
  ConditionCheck: {
    TableName: table.name,
    Key: userKey(id),
    ConditionExpression: `attribute_exists(pk) AND attribute_${invitedUntil === undefined ? "not_exists" : "exists"}(invitedUntil)`,
  },
});

export const newGrantWrite = ({ table }: Store, userId: UserId, grant: Grant, change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: {
      ...grantKey(userId, grant.id),
      _t: "grant",
      ...grant,
      version: 1,
      terms: [{ since: change.at, ...(grant.expiresAt === undefined ? {} : { expiresAt: grant.expiresAt }) }],
      [shape.list.partitionKey]: `GRANTS#${scopeWord(grant.scope)}`,
      [shape.list.sortKey]: `${change.at}#${grant.id}`,
      ...stamp(change),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

const grantUpdate = ({ table }: Store, { userId, grant, version }: KeptGrant, expression: string, values: Item, change: Change): Member => {
  const { _by, _at, _op } = stamp(change);
  return {
    Update: {
      TableName: table.name,
      Key: grantKey(userId, grant.id),
      UpdateExpression: expression.replace("SET ", "SET #version = :next, #by = :by, #at = :at, #op = :op, "),
      // Those given before versions were kept have none.
      ConditionExpression: `attribute_exists(pk) AND attribute_not_exists(takenAt) AND (#version = :version${version === 1 ? " OR attribute_not_exists(#version)" : ""})`,
      ExpressionAttributeNames: { "#version": "version", "#by": "_by", "#at": "_at", "#op": "_op" },
      ExpressionAttributeValues: { ...values, ":version": version, ":next": version + 1, ":at": _at, ":by": _by, ":op": _op },
    },
  };
};

/** A grant that was taken stays, marked, so that its record names who took it. It grants nothing any more. */
export const takenGrantWrite = (deps: Store, kept: KeptGrant, change: Change): Member => grantUpdate(deps, kept, "SET takenAt = :at", {}, change);

/** The grant ends at another moment from now on, or never; what held before is kept. */
export function changedExpiryWrite(deps: Store, kept: KeptGrant, expiresAt: Instant | undefined, change: Change): Member {
  const terms = [...kept.terms, { since: change.at, ...(expiresAt === undefined ? {} : { expiresAt }) }];
  return expiresAt === undefined
    ? grantUpdate(deps, kept, "SET terms = :terms REMOVE expiresAt", { ":terms": terms }, change)
    : grantUpdate(deps, kept, "SET terms = :terms, expiresAt = :expiresAt", { ":terms": terms, ":expiresAt": expiresAt }, change);
}
