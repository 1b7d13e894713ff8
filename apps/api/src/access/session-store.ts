import { createHash, randomBytes } from "node:crypto";
import { type EmailAddress, type Instant, millisecondsOf, type UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, queryAll, readItem } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import { type Member, write } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

/** A session of the console, as the table keeps it. The cookie's secret itself is nowhere: only its hash names the row. */
export interface Session {
  userId: UserId;
  /** The address that the provider vouched for when it began; kept no longer than the session itself. */
  address?: EmailAddress;
  /** The user's epoch when it began. */
  epoch: number;
  createdAt: Instant;
  /** When it was last used, to the minute. */
  seenAt: Instant;
}

export const sessionLasts = { idleMinutes: 45, absoluteMinutes: 10 * 60 } as const;

/** 256 bits of chance. */
export const newSessionSecret = (): string => randomBytes(32).toString("base64url");

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
const sessionKey = (hash: string): Key => ({ pk: `SID#${hash}`, sk: "SID" });

export async function findSession(deps: Store, secret: string): Promise<Session | undefined> {
  const item = await readItem(deps, sessionKey(hashOf(secret)));
  return (
    item && {
      userId: item.userId as UserId,
      ...(item.address === undefined ? {} : { address: item.address as EmailAddress }),
      epoch: Number(item.epoch),
      createdAt: item.createdAt as Instant,
      seenAt: item.seenAt as Instant,
    }
  );
}

export function newSessionWrite({ table }: Store, secret: string, session: Session, change: Change): Member {
  const hash = hashOf(secret);
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...sessionKey(hash),
        _t: "session",
        ...session,
        [shape.list.partitionKey]: `USER#${session.userId}`,
        [shape.list.sortKey]: `${session.createdAt}#${hash}`,
        [shape.expiresAttribute]: Math.ceil(millisecondsOf(session.createdAt) / 1000) + sessionLasts.absoluteMinutes * 60,
        ...stamp(change),
      },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  };
}

/** Notes that a session is in use. One that was ended meanwhile stays ended. */
export async function noteSeen(deps: Store, secret: string, at: Instant): Promise<void> {
  await write(deps, [
    {
      Update: {
        TableName: deps.table.name,
        Key: sessionKey(hashOf(secret)),
        UpdateExpression: "SET seenAt = :at",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeValues: { ":at": at },
      },
    },
  ]);
}

export async function endSession(deps: Store, secret: string): Promise<void> {
  await write(deps, [endedSessionWrite(deps, sessionKey(hashOf(secret)))]);
}

const endedSessionWrite = ({ table }: Store, key: Key): Member => ({ Delete: { TableName: table.name, Key: { ...key } } });

const deletedAtOnce = 50;

/** Deletes every session row that the index knows of this user. The user's epoch ends those that it does not know yet. */
export async function deleteSessionsOf(deps: Store, userId: UserId): Promise<void> {
  const items = await queryAll(deps, {
    IndexName: shape.list.name,
    KeyConditionExpression: "#partition = :partition",
    ExpressionAttributeNames: { "#partition": shape.list.partitionKey },
    ExpressionAttributeValues: { ":partition": `USER#${userId}` },
  });
  for (let from = 0; from < items.length; from += deletedAtOnce) {
    await write(
      deps,
      items.slice(from, from + deletedAtOnce).map(({ pk, sk }) => endedSessionWrite(deps, { pk: String(pk), sk: String(sk) })),
    );
  }
}
