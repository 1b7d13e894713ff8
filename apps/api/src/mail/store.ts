import { type Host, type Instant, minutesAfter, type Reach, type SignUpId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { hostWord } from "../event/store.ts";
import { countWrite } from "../message/store.ts";
import { type Change, stamp } from "../table/changes.ts";
import { queryPage, readItem } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import { type Item, type Member, write } from "../table/transact.ts";
import { type WrittenOne, writeOne } from "../table/write-one.ts";
import { FailedMail, Mail, type MailDraft } from "./mail.ts";
import type { SuppressionReason } from "./suppression.ts";

type Store = Pick<Deps, "table">;

export const mailKey = (mailId: string) => ({ pk: `MAIL#${mailId}`, sk: "MAIL" });

/**
 * Makes a mail, once: made again it changes nothing, whatever has become of it since. The stream asks for its delivery.
 *
 * @returns the sign-up that the mail under this id is about: another one's, where two came to one id and the other was first
 */
export async function makeMail({ table }: Store, draft: MailDraft, change: Change): Promise<SignUpId> {
  const order = `${draft.sendAfter ?? draft.createdAt}#${draft.id}`;
  const Item = { ...mailKey(draft.id), _t: "mail", state: "queued", attempts: 0, listPk: lists.queued, listSk: order, ...draft, ...stamp(change) };
  const written = await writeOne({ table }, { Put: { TableName: table.name, Item, ConditionExpression: "attribute_not_exists(pk)" } });
  return written.ok ? draft.signUpId : (written.item?.signUpId as SignUpId);
}

const lists = { queued: "MAILS#queued", dead: "MAILS#dead", held: "MAILS#held" } as const;

export async function findMail(deps: Store, mailId: string): Promise<Mail | undefined> {
  const item = await readItem(deps, mailKey(mailId));
  return item && Mail.parse(item);
}

/** How long whoever delivers a mail has it for themselves. Longer than any sending takes; after a crash another may try. */
const claimedForMinutes = 2;

/** Claims a queued mail for one delivery; absent where it is not queued any more, or somebody else is at it. */
export async function claimMail(deps: Store, mailId: string, claimant: string, now: Instant): Promise<Mail | undefined> {
  const claimed = await change(deps, mailId, {
    UpdateExpression: "SET claimedBy = :claimant, claimedUntil = :until, attempts = attempts + :one",
    // The claimant's own name: the answer to this very write may have been lost, and it is tried again.
    ConditionExpression: "#state = :queued AND (attribute_not_exists(claimedUntil) OR claimedUntil < :now OR claimedBy = :claimant)",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":queued": "queued", ":claimant": claimant, ":until": minutesAfter(now, claimedForMinutes), ":now": now, ":one": 1 },
  });
  return claimed.ok ? Mail.parse(claimed.after) : undefined;
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
const forgottenAt = (now: Instant) => Math.floor(Date.parse(now) / 1000) + keptForDays * 86_400;

/** The mail's story ends: it was sent, or another mail says what is true by now. */
export async function closeMail(deps: Store, mail: Counted, state: "sent" | "overtaken", now: Instant): Promise<void> {
  await changeCounted(
    deps,
    mail,
    { [state]: 1 },
    {
      UpdateExpression: "SET #state = :state, closedAt = :now, #expires = :expires REMOVE listPk, listSk, claimedBy, claimedUntil",
      ConditionExpression: "#state = :queued",
      ExpressionAttributeNames: { "#state": "state", "#expires": shape.expiresAttribute },
      ExpressionAttributeValues: { ":state": state, ":queued": "queued", ":now": now, ":expires": forgottenAt(now) },
    },
  );
}

/**
 * Nothing is sent to its address. It stands in a list of its own as long as a sent one is kept, and among those of its event's host
 * that failed, for whoever asks why nothing came.
 */
export async function holdMail(deps: Store, mail: Counted, why: { host: Host; reason: SuppressionReason }, now: Instant): Promise<void> {
  await changeCounted(
    deps,
    mail,
    { held: 1 },
    {
      UpdateExpression:
        "SET #state = :held, closedAt = :now, listPk = :list, #expires = :expires, heldFor = :reason, hostPk = :host, hostSk = listSk REMOVE claimedBy, claimedUntil",
      ConditionExpression: "#state = :queued",
      ExpressionAttributeNames: { "#state": "state", "#expires": shape.expiresAttribute },
      ExpressionAttributeValues: {
        ":held": "held",
        ":queued": "queued",
        ":now": now,
        ":list": lists.held,
        ":expires": forgottenAt(now),
        ":reason": why.reason,
        ":host": failedOf(why.host),
      },
    },
  );
}

/** So long ago at the most may a mail have been made that is told as one that reached nobody. */
export const failedMailsLookedBackDays = 31;

/** The mails of a host's events that were held or given up. */
export const failedOf = (host: Host): string => `HOST#${hostWord(host)}#MAILS`;

/**
 * Delivering was tried for the last time. It stands among the dead until somebody of the office looks, and among those of its event's
 * host: whoever works on that host's events alone is told of it too.
 *
 * @param host absent where the event is not there any more
 */
export async function buryMail(deps: Store, mail: Counted, host: Host | undefined, now: Instant): Promise<boolean> {
  return changeCounted(
    deps,
    mail,
    { failed: 1 },
    {
      UpdateExpression: `SET #state = :dead, closedAt = :now, listPk = :list${host ? ", hostPk = :host, hostSk = listSk" : ""} REMOVE claimedBy, claimedUntil`,
      ConditionExpression: "#state = :queued",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":dead": "dead", ":queued": "queued", ":now": now, ":list": lists.dead, ...(host ? { ":host": failedOf(host) } : {}) },
    },
  );
}

/**
 * Somebody has mended why it could not be delivered, and it is tried anew. It stands among the queued as old as it is, so the
 * next sweep hands it to the queue. False where it is not dead (any more).
 */
export async function reviveMail(deps: Store, mail: Counted): Promise<boolean> {
  return changeCounted(
    deps,
    mail,
    { failed: -1 },
    {
      UpdateExpression: "SET #state = :queued, listPk = :list REMOVE closedAt, hostPk, hostSk",
      ConditionExpression: "#state = :dead",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":queued": "queued", ":dead": "dead", ":list": lists.queued },
    },
  );
}

/** Mails that were given up, oldest first. */
export async function listDeadMails(deps: Store): Promise<Mail[]> {
  const dead: Mail[] = [];
  let lastKey: Item | undefined;
  do {
    const page = await queryPage(deps, {
      IndexName: shape.list.name,
      KeyConditionExpression: "listPk = :list",
      ExpressionAttributeValues: { ":list": lists.dead },
      ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
    });
    dead.push(...page.items.map((item) => Mail.parse(item)));
    lastKey = page.lastKey;
  } while (lastKey);
  return dead;
}

/**
 * Mails within reach that were held or given up and made after a moment, latest first, so many of each list at the most. Scope is in
 * the query, as it is for events. Eventually consistent.
 *
 * @returns `isCut`: there are older ones since that moment that were not read
 */
export async function listFailedMails(deps: Store, reach: Reach, since: Instant, most: number): Promise<{ mails: FailedMail[]; isCut: boolean }> {
  const sources =
    reach.kind === "city"
      ? [lists.dead, lists.held].map((partition) => ({ index: shape.list, partition }))
      : reach.hosts.map((host) => ({ index: shape.host, partition: failedOf(host) }));
  const pages = await Promise.all(
    sources.map(({ index, partition }) =>
      queryPage(deps, {
        IndexName: index.name,
        KeyConditionExpression: "#partition = :partition AND #order > :since",
        ExpressionAttributeNames: { "#partition": index.partitionKey, "#order": index.sortKey },
        ExpressionAttributeValues: { ":partition": partition, ":since": since },
        ScanIndexForward: false,
        // One more than is told: a page that is just full has a next one, though nothing may be on it.
        Limit: most + 1,
      }),
    ),
  );
  return {
    mails: pages.flatMap(({ items }) => items.slice(0, most).map((item) => FailedMail.parse(item))),
    isCut: pages.some(({ lastKey }) => lastKey !== undefined),
  };
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

/** What of a mail says whose count it belongs to. */
type Counted = Pick<Mail, "id" | "kind" | "eventId" | "messageId">;

/**
 * Something becomes of a mail. Where it carries a message, the message's count moves in the same transaction: delivered twice,
 * or by two at once, it is counted once.
 */
async function changeCounted(
  deps: Store,
  { id, kind, eventId, messageId }: Counted,
  count: Parameters<typeof countWrite>[2],
  update: Omit<NonNullable<Member["Update"]>, "TableName" | "Key">,
): Promise<boolean> {
  if (kind !== "message" || messageId === undefined) return (await change(deps, id, update)).ok;
  const member: Member = { Update: { TableName: deps.table.name, Key: mailKey(id), ...update } };
  const written = await write(deps, [member, countWrite(deps, { eventId, id: messageId }, count)]);
  if (written.ok) return true;
  // A message may be forgotten before the last of its mails is closed: there is nothing left to count it in, and the mail is closed all the same.
  const isCountGone = written.failed[1] !== undefined && written.failed[1].item === undefined;
  return isCountGone && (await change(deps, id, update)).ok;
}

const change = ({ table }: Store, mailId: string, update: Omit<NonNullable<Member["Update"]>, "TableName" | "Key">): Promise<WrittenOne> =>
  writeOne({ table }, { Update: { TableName: table.name, Key: mailKey(mailId), ...update } });
