import { createHash } from "node:crypto";
import { Grant, type GrantId, UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, queryAll, readItem } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

/** Somebody who has signed in, or was made known before they did. No address is kept: an address may pass to another person. */
export interface User {
  id: UserId;
  name: string;
  /** Rises when all of the user's sessions are ended: a session from before does not count any more, whatever an index says. */
  epoch: number;
}

/** Who somebody is, as their provider says it: only issuer and subject together name a person. */
export interface Subject {
  issuer: string;
  subject: string;
}

const partition = (userId: UserId) => `USR#${userId}`;
const userKey = (userId: UserId): Key => ({ pk: partition(userId), sk: "META" });
export const grantKey = (userId: UserId, grantId: GrantId): Key => ({ pk: partition(userId), sk: `GRANT#${grantId}` });
const subjectKey = ({ issuer, subject }: Subject): Key => ({ pk: `SUB#${createHash("sha256").update(`${issuer}\n${subject}`).digest("hex")}`, sk: "SUB" });

const userFrom = (item: Item): User => ({ id: item.id as UserId, name: String(item.name), epoch: Number(item.epoch) });

/** A user with their grants as they stand now: consistent, in one read. What is no grant by the schema, grants nothing. */
export async function findUser(deps: Store, userId: UserId): Promise<{ user: User; grants: Grant[] } | undefined> {
  const items = await queryAll(deps, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": partition(userId) }, ConsistentRead: true });
  const user = items.find((item) => item.sk === "META");
  if (!user) return undefined;
  const grants = items.flatMap(({ id, role, scope, expiresAt, takenAt, sk }) => {
    if (!String(sk).startsWith("GRANT#") || takenAt !== undefined) return [];
    const grant = Grant.safeParse({ id, role, scope, ...(expiresAt === undefined ? {} : { expiresAt }) });
    return grant.success ? [grant.data] : [];
  });
  return { user: userFrom(user), grants };
}

export async function findUserIdOf(deps: Store, subject: Subject): Promise<UserId | undefined> {
  const item = await readItem(deps, subjectKey(subject));
  const userId = UserId.safeParse(item?.userId);
  return userId.success ? userId.data : undefined;
}

export const newUserWrites = ({ table }: Store, user: User, subject: Subject, change: Change): Member[] => [
  {
    Put: {
      TableName: table.name,
      Item: { ...subjectKey(subject), _t: "subject", userId: user.id, ...stamp(change) },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  },
  {
    Put: {
      TableName: table.name,
      Item: { ...userKey(user.id), _t: "user", ...user, [shape.list.partitionKey]: "USERS", [shape.list.sortKey]: `${user.name}#${user.id}`, ...stamp(change) },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  },
];

export const renamedUserWrite = ({ table }: Store, { id, name }: Pick<User, "id" | "name">, change: Change): Member =>
  userUpdate(
    table.name,
    id,
    "#name = :name, #listSk = :listSk",
    { "#name": "name", "#listSk": shape.list.sortKey },
    { ":name": name, ":listSk": `${name}#${id}` },
    change,
  );

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

/** The user is still there: a grant to nobody would wait for whoever comes. */
export const userExistsCheck = ({ table }: Store, userId: UserId): Member => ({
  ConditionCheck: { TableName: table.name, Key: userKey(userId), ConditionExpression: "attribute_exists(pk)" },
});

export const newGrantWrite = ({ table }: Store, userId: UserId, grant: Grant, change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: { ...grantKey(userId, grant.id), _t: "grant", ...grant, ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** A grant that was taken stays, marked, so that its record names who took it. It grants nothing any more. */
export const takenGrantWrite = ({ table }: Store, userId: UserId, grantId: GrantId, change: Change): Member => {
  const { _by, _at, _op } = stamp(change);
  return {
    Update: {
      TableName: table.name,
      Key: grantKey(userId, grantId),
      UpdateExpression: "SET takenAt = :at, #by = :by, #at = :at, #op = :op",
      ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(takenAt)",
      ExpressionAttributeNames: { "#by": "_by", "#at": "_at", "#op": "_op" },
      ExpressionAttributeValues: { ":at": _at, ":by": _by, ":op": _op },
    },
  };
};
