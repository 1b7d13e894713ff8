import type { Instant, Outcome, SessionId, SignUp, SignUpId } from "@cte-partnerships/domain";
import { instantFrom } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, queryAll, queryPage, readItem, readItems } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

/** A sign-up with what only the table knows of it. */
export interface StoredSignUp {
  signUp: SignUp;
  /** Links with another version are worthless. */
  linkVersion: number;
  /** Keyed hashes: which request made it, and what that request said. */
  keyHash: string;
  contentHash: string;
  /** When its holder last asked for the link by signing up again. */
  linkAskedAt?: Instant;
  /** When it was marked that its holder is told "received". */
  receivedMailDueAt?: Instant;
}

const partition = (sessionId: SessionId) => `SES#${sessionId}`;
const personOf = (id: SignUpId) => id.slice(4, 30);
const ulidOf = (id: SignUpId) => id.slice(30);

/** One sign-up a person and session: the key itself sees to it. */
export const signUpKey = (sessionId: SessionId, id: SignUpId): Key => signUpKeyOf(sessionId, personOf(id));
export const signUpKeyOf = (sessionId: SessionId, personKey: string): Key => ({ pk: partition(sessionId), sk: `SU#${personKey}` });
const earlierKey = (sessionId: SessionId, id: SignUpId): Key => ({ pk: partition(sessionId), sk: `OLD#${personOf(id)}#${ulidOf(id)}` });

/** Where a sign-up stands in its session's queue: among the new by time, among the waiting by number, or not at all. */
export function queueKeyOf(signUp: SignUp): string | undefined {
  if (signUp.state === "received") return `N#${ulidOf(signUp.id)}`;
  if (signUp.state === "waitlisted") return waitingKey(signUp.number);
  return undefined;
}
const waitingKey = (number: number) => `W#${String(number).padStart(10, "0")}`;

export function signUpItem(stored: StoredSignUp, change: Change): Item {
  const { signUp, ...own } = stored;
  const queueKey = queueKeyOf(signUp);
  return { ...signUpKey(signUp.sessionId, signUp.id), _t: "sign-up", ...signUp, ...own, ...(queueKey ? { queueKey } : {}), ...stamp(change) };
}

// Written by this module from a SignUp, so reading it back is a cast: the schema is checked where data enter.
export function fromItem(item: Item): StoredSignUp {
  const { pk: _pk, sk: _sk, _t, _by, _at, _op, queueKey: _queueKey, linkVersion, keyHash, contentHash, linkAskedAt, receivedMailDueAt, ...signUp } = item;
  return {
    signUp: signUp as unknown as SignUp,
    linkVersion: linkVersion as number,
    keyHash: keyHash as string,
    contentHash: contentHash as string,
    ...(linkAskedAt ? { linkAskedAt: linkAskedAt as Instant } : {}),
    ...(receivedMailDueAt ? { receivedMailDueAt: receivedMailDueAt as Instant } : {}),
  };
}

/** The sign-up with this id, also where the same person has signed up anew since. */
export async function findSignUp(deps: Store, sessionId: SessionId, id: SignUpId): Promise<StoredSignUp | undefined> {
  const item = await readItem(deps, signUpKey(sessionId, id));
  if (item?.id === id) return fromItem(item);
  const earlier = item && (await readItem(deps, earlierKey(sessionId, id)));
  return earlier && fromItem(earlier);
}

/** What stands of a person at a session, whichever of their sign-ups that is. */
export async function findSignUpOf(deps: Store, sessionId: SessionId, personKey: string): Promise<StoredSignUp | undefined> {
  const item = await readItem(deps, signUpKeyOf(sessionId, personKey));
  return item && fromItem(item);
}

/** Many sign-ups of one session as they stand, in no order; those that are not there are left out. */
export async function readSignUps(deps: Store, sessionId: SessionId, ids: readonly SignUpId[]): Promise<StoredSignUp[]> {
  // Two sign-ups of one person, one after the other, stand in the same place; a place may be asked for once.
  const places = new Map(ids.map((id) => [personOf(id), signUpKey(sessionId, id)]));
  const items = await readItems(deps, [...places.values()]);
  return items.map(fromItem);
}

/** Everything a person signed up for at this session before what stands now. */
export async function listEarlier(deps: Store, sessionId: SessionId, id: SignUpId): Promise<StoredSignUp[]> {
  const items = await queryAll(deps, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :earlier)",
    ExpressionAttributeValues: { ":pk": partition(sessionId), ":earlier": `OLD#${personOf(id)}#` },
    ConsistentRead: true,
  });
  return items.map(fromItem);
}

/** Every person's sign-up at a session, consistent, in no order. */
export async function listSignUps(deps: Store, sessionId: SessionId): Promise<StoredSignUp[]> {
  const items = await queryAll(deps, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :current)",
    ExpressionAttributeValues: { ":pk": partition(sessionId), ":current": "SU#" },
    ConsistentRead: true,
  });
  return items.map(fromItem);
}

/** A page of a session's sign-ups in a fixed order, consistent. `cursor` goes on from there; absent: these were the last. */
export async function listSignUpsAfter(
  deps: Store,
  sessionId: SessionId,
  after: string | undefined,
  most: number,
): Promise<{ stored: StoredSignUp[]; cursor: string | undefined }> {
  const { items, lastKey } = await queryPage(deps, {
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :current)",
    ExpressionAttributeValues: { ":pk": partition(sessionId), ":current": "SU#" },
    ConsistentRead: true,
    Limit: most,
    ...(after === undefined ? {} : { ExclusiveStartKey: { pk: partition(sessionId), sk: after } }),
  });
  return { stored: items.map(fromItem), cursor: lastKey && String(lastKey.sk) };
}

/** A party in the queue, as the queue's index knows it: no personal data. */
export interface Queued {
  id: SignUpId;
  partySize: number;
  number: number;
}

const queue = (sessionId: SessionId, prefix: "N#" | "W#") => ({
  IndexName: shape.queue.name,
  KeyConditionExpression: "pk = :pk AND begins_with(queueKey, :queue)",
  ExpressionAttributeValues: { ":pk": partition(sessionId), ":queue": prefix },
  ConsistentRead: true,
});
const queued = (item: Item): Queued => ({ id: item.id as SignUpId, partySize: item.partySize as number, number: (item.number as number | undefined) ?? 0 });

/** The head of those taken in and not settled, in order of arrival. A queue of its own: no waitlist, however long, hides them. */
export async function listArrived(deps: Store, sessionId: SessionId, most: number): Promise<Queued[]> {
  const { items } = await queryPage(deps, { ...queue(sessionId, "N#"), Limit: most });
  return items.map(queued);
}

/** Everybody in line, by number. */
export const listWaiting = async (deps: Store, sessionId: SessionId): Promise<Queued[]> => (await queryAll(deps, queue(sessionId, "W#"))).map(queued);

/** A page of those in line, by number. `from`: where the page before ended; no `lastKey`: these were the last. */
export async function listWaitingAfter(
  deps: Store,
  sessionId: SessionId,
  from: Item | undefined,
  most: number,
): Promise<{ waiting: Queued[]; lastKey: Item | undefined }> {
  const page = await queryPage(deps, { ...queue(sessionId, "W#"), Limit: most, ...(from ? { ExclusiveStartKey: from } : {}) });
  return { waiting: page.items.map(queued), lastKey: page.lastKey };
}

/** Parties in line before this number. */
export async function countWaitingBefore(deps: Store, sessionId: SessionId, number: number): Promise<number> {
  let before = 0;
  let lastKey: Item | undefined;
  do {
    const page = await queryPage(deps, {
      IndexName: shape.queue.name,
      KeyConditionExpression: "pk = :pk AND queueKey BETWEEN :first AND :own",
      ExpressionAttributeValues: { ":pk": partition(sessionId), ":first": waitingKey(0), ":own": waitingKey(number - 1) },
      ConsistentRead: true,
      Select: "COUNT",
      ...(lastKey ? { ExclusiveStartKey: lastKey } : {}),
    });
    before += page.count;
    lastKey = page.lastKey;
  } while (lastKey);
  return before;
}

/** The place in line as it now stands: it only ever gets better. */
export async function placeInLine(deps: Store, signUp: Extract<SignUp, { state: "waitlisted" }>): Promise<number> {
  return Math.min(signUp.place, 1 + (await countWaitingBefore(deps, signUp.sessionId, signUp.number)));
}

/** Takes a sign-up in, if this person has none at this session. */
export const newSignUpWrite = ({ table }: Store, stored: StoredSignUp, change: Change): Member => ({
  Put: { TableName: table.name, Item: signUpItem(stored, change), ConditionExpression: "attribute_not_exists(pk)" },
});

/** Takes a person in anew after an earlier sign-up has ended, which is kept beside it. */
export const renewedSignUpWrites = ({ table }: Store, stored: StoredSignUp, ended: StoredSignUp, change: Change): Member[] => [
  {
    Put: {
      TableName: table.name,
      Item: signUpItem(stored, change),
      ConditionExpression: "#id = :ended AND #version = :known",
      ExpressionAttributeNames: { "#id": "id", "#version": "version" },
      ExpressionAttributeValues: { ":ended": ended.signUp.id, ":known": ended.signUp.version },
    },
  },
  {
    Put: {
      TableName: table.name,
      Item: { ...signUpItem(ended, change), ...earlierKey(ended.signUp.sessionId, ended.signUp.id), _t: "earlier-sign-up" },
    },
  },
];

/** A changed sign-up in place of the one that the change was decided on, its marks for mails included: they do not raise the version. */
export function changedSignUpWrite({ table }: Store, before: StoredSignUp, signUp: SignUp, change: Change): Member {
  const marks = (["linkAskedAt", "receivedMailDueAt"] as const).map((name) => ({ name, value: before[name] }));
  const unmarked = marks.map(({ name, value }) => (value === undefined ? `attribute_not_exists(${name})` : `${name} = :${name}`));
  return {
    Put: {
      TableName: table.name,
      Item: signUpItem({ ...before, signUp }, change),
      ConditionExpression: ["#id = :id", "#version = :known", ...unmarked].join(" AND "),
      ExpressionAttributeNames: { "#id": "id", "#version": "version" },
      ExpressionAttributeValues: {
        ":id": before.signUp.id,
        ":known": before.signUp.version,
        ...Object.fromEntries(marks.flatMap(({ name, value }) => (value === undefined ? [] : [[`:${name}`, value]]))),
      },
    },
  };
}

/**
 * What settling decided for one party, if the party is still what the decision was made on. Only what changes is written:
 * the decision is made from the queue's index, which knows neither name nor address.
 */
export function outcomeWrite({ table }: Store, sessionId: SessionId, outcome: Outcome, change: Change): Member {
  const { set, remove } = outcomeFields(outcome, change.at);
  const fields = { ...set, ...stamp(change) };
  const names: Record<string, string> = { "#state": "state", "#id": "id", "#partySize": "partySize", "#version": "version" };
  const values: Record<string, unknown> = { ":from": outcome.from, ":id": outcome.id, ":partySize": outcome.partySize, ":one": 1 };
  const assignments = ["#version = #version + :one"];
  for (const [name, value] of Object.entries(fields)) {
    names[`#${name}`] = name;
    values[`:${name}`] = value;
    assignments.push(`#${name} = :${name}`);
  }
  return {
    Update: {
      TableName: table.name,
      Key: signUpKey(sessionId, outcome.id),
      UpdateExpression: `SET ${assignments.join(", ")}${remove.length > 0 ? ` REMOVE ${remove.join(", ")}` : ""}`,
      ConditionExpression: "#id = :id AND #state = :from AND #partySize = :partySize",
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}

function outcomeFields(outcome: Outcome, at: Instant): { set: Record<string, unknown>; remove: string[] } {
  switch (outcome.to) {
    case "confirmed":
    case "pending":
      return { set: { state: outcome.to, number: outcome.number, seatedAt: at }, remove: outcome.from === "waitlisted" ? ["queueKey", "place"] : ["queueKey"] };
    case "waitlisted":
      return { set: { state: outcome.to, number: outcome.number, place: outcome.place, queueKey: waitingKey(outcome.number) }, remove: [] };
    case "refused":
      return { set: { state: outcome.to, code: outcome.code, endedAt: at }, remove: ["queueKey"] };
    case "cancelled":
      return { set: { state: outcome.to, endedAt: at }, remove: ["queueKey"] };
  }
}

/** The sign-up as an outcome leaves it: what `outcomeWrite` writes, for those who wait for it in this process. */
export function withOutcome(signUp: SignUp, outcome: Outcome, at: Instant): SignUp {
  const { set, remove } = outcomeFields(outcome, at);
  const after: Item = { ...signUp, ...set, version: signUp.version + 1 };
  for (const name of remove) delete after[name];
  delete after.queueKey;
  return after as unknown as SignUp;
}

/** The holder is sent the link, unless that was done within the hour. */
export const linkAskedWrite = (
  { table }: Store,
  signUp: SignUp,
  change: Change,
  anHourBefore: Instant = instantFrom(Date.parse(change.at) - 3_600_000),
): Member => {
  const { _by, _at, _op } = stamp(change);
  return {
    Update: {
      TableName: table.name,
      Key: signUpKey(signUp.sessionId, signUp.id),
      UpdateExpression: "SET linkAskedAt = :at, #by = :by, #at = :at, #op = :op",
      ConditionExpression: "#id = :id AND (attribute_not_exists(linkAskedAt) OR linkAskedAt < :anHourBefore)",
      ExpressionAttributeNames: { "#id": "id", "#by": "_by", "#at": "_at", "#op": "_op" },
      ExpressionAttributeValues: { ":id": signUp.id, ":at": _at, ":by": _by, ":op": _op, ":anHourBefore": anHourBefore },
    },
  };
};
