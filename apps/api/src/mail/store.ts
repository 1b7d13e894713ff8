import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand, UpdateCommand, type UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import { type Instant, minutesAfter } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { queryPage, readItem } from "../table/read.ts";
import { retrying } from "../table/retry.ts";
import { shape } from "../table/shape.ts";
import type { Item } from "../table/transact.ts";
import { Mail, type MailDraft } from "./mail.ts";

type Store = Pick<Deps, "table">;

const key = (mailId: string) => ({ pk: `MAIL#${mailId}`, sk: "MAIL" });

/** Makes a mail, once: made again it changes nothing, whatever has become of it since. The stream asks for its delivery. */
export async function makeMail({ table }: Store, draft: MailDraft, change: Change): Promise<void> {
  const order = `${draft.createdAt}#${draft.id}`;
  const put = new PutCommand({
    TableName: table.name,
    Item: { ...key(draft.id), _t: "mail", state: "queued", attempts: 0, listPk: lists.queued, listSk: order, ...draft, ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  });
  await ifConditionHolds(() => table.client.send(put));
}

const lists = { queued: "MAILS#queued", dead: "MAILS#dead" } as const;

export async function findMail(deps: Store, mailId: string): Promise<Mail | undefined> {
  const item = await readItem(deps, key(mailId));
  return item && Mail.parse(item);
}

/** How long whoever delivers a mail has it for themselves. Longer than any sending takes; after a crash another may try. */
const claimedForMinutes = 2;

/** Claims a queued mail for one delivery; absent where it is not queued any more, or somebody else is at it. */
export async function claimMail({ table }: Store, mailId: string, claimant: string, now: Instant): Promise<Mail | undefined> {
  const answer = await ifConditionHolds(() =>
    table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: key(mailId),
        UpdateExpression: "SET claimedBy = :claimant, claimedUntil = :until, attempts = attempts + :one",
        // The claimant's own name: the answer to this very write may have been lost, and it is tried again.
        ConditionExpression: "#state = :queued AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now OR claimedBy = :claimant)",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: { ":queued": "queued", ":claimant": claimant, ":until": minutesAfter(now, claimedForMinutes), ":now": now, ":one": 1 },
        ReturnValues: "ALL_NEW",
      }),
    ),
  );
  return answer?.Attributes && Mail.parse(answer.Attributes);
}

/** Sending failed: whoever tries next need not wait. */
export async function giveUpClaim(deps: Store, mailId: string, claimant: string): Promise<void> {
  await change(deps, mailId, {
    UpdateExpression: "REMOVE claimedBy, claimedUntil",
    ConditionExpression: "#state = :queued AND claimedBy = :claimant",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":queued": "queued", ":claimant": claimant },
  });
}

/** Ids and times only, so it may be kept a while for questions; then the table forgets it. */
const keptForDays = 90;

/** The mail's story ends: it was sent, or another mail says what is true by now. */
export async function closeMail(deps: Store, mailId: string, state: "sent" | "overtaken", now: Instant): Promise<void> {
  await change(deps, mailId, {
    UpdateExpression: "SET #state = :state, closedAt = :now, #expires = :expires REMOVE listPk, listSk, claimedBy, claimedUntil",
    ConditionExpression: "#state = :queued",
    ExpressionAttributeNames: { "#state": "state", "#expires": shape.expiresAttribute },
    ExpressionAttributeValues: { ":state": state, ":queued": "queued", ":now": now, ":expires": Math.floor(Date.parse(now) / 1000) + keptForDays * 86_400 },
  });
}

/** Delivering was tried for the last time. It stands among the dead until somebody of the office looks. */
export async function buryMail(deps: Store, mailId: string, now: Instant): Promise<boolean> {
  return change(deps, mailId, {
    UpdateExpression: "SET #state = :dead, closedAt = :now, listPk = :list REMOVE claimedBy, claimedUntil",
    ConditionExpression: "#state = :queued",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":dead": "dead", ":queued": "queued", ":now": now, ":list": lists.dead },
  });
}

/** Mails still queued that were made before this moment, oldest first, as an index that may lag knows them. */
export async function listQueuedSince(deps: Store, before: Instant, most: number): Promise<string[]> {
  const { items } = await queryPage(deps, {
    IndexName: shape.list.name,
    KeyConditionExpression: "listPk = :list AND listSk < :before",
    ExpressionAttributeValues: { ":list": lists.queued, ":before": before },
    Limit: most,
  });
  return items.map((item) => Mail.parse(item).id);
}

/** How many mails were given up. */
export async function countDeadMails(deps: Store): Promise<number> {
  let dead = 0;
  let lastKey: Item | undefined;
  do {
    const page = await queryPage(deps, {
      IndexName: shape.list.name,
      KeyConditionExpression: "listPk = :list",
      ExpressionAttributeValues: { ":list": lists.dead },
      Select: "COUNT",
      ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
    });
    dead += page.count;
    lastKey = page.lastKey;
  } while (lastKey);
  return dead;
}

async function change({ table }: Store, mailId: string, update: Omit<UpdateCommandInput, "TableName" | "Key">): Promise<boolean> {
  const command = new UpdateCommand({ TableName: table.name, Key: key(mailId), ...update });
  return (await ifConditionHolds(() => table.client.send(command))) !== undefined;
}

async function ifConditionHolds<Answer>(send: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await retrying(send);
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}
