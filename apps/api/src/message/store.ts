import { type EventId, type Instant, type MessageId, millisecondsOf } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, queryAll, readItem } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";
import { writeOne } from "../table/write-one.ts";
import { type AddressedMessage, ChosenPeople, Message, MessageCount, MessageHead, TestMessage } from "./message.ts";

type Store = Pick<Deps, "table">;
/** Where a message is: in its event's partition. */
type Place = Pick<Message, "eventId" | "id">;

const partition = (eventId: EventId) => `MSG#${eventId}`;
export const messageKey = ({ eventId, id }: Place): Key => ({ pk: partition(eventId), sk: `MSG#${id}` });
const headKey = ({ eventId, id }: Place): Key => ({ pk: partition(eventId), sk: `HEAD#${id}` });
const peopleKey = ({ eventId, id }: Place): Key => ({ pk: partition(eventId), sk: `PEOPLE#${id}` });
const countKey = ({ eventId, id }: Place): Key => ({ pk: partition(eventId), sk: `COUNT#${id}` });
const testKey = ({ eventId, id }: Place): Key => ({ pk: partition(eventId), sk: `TEST#${id}` });

/** Members of the transaction that makes a message: itself first, what lists show of it, the count of its mails, and who was chosen. */
export function newMessageWrites({ table }: Store, { audience, ...rest }: AddressedMessage, change: Change): Member[] {
  const message: Message = { ...rest, audience: audience.kind === "people" ? { kind: "people" } : audience };
  const put = (key: Key, fields: Item): Member => ({
    Put: { TableName: table.name, Item: { ...key, ...fields, ...expiry(message), ...stamp(change) }, ConditionExpression: "attribute_not_exists(pk)" },
  });
  return [
    put(messageKey(message), { _t: "message", ...message }),
    put(headKey(message), { _t: "message-head", ...headOf(message) }),
    put(countKey(message), { _t: "message-count", messageId: message.id, ...nothingYet }),
    ...(audience.kind === "people" ? [put(peopleKey(message), { _t: "message-people", signUpIds: audience.signUpIds })] : []),
  ];
}

const nothingYet = { made: 0, sent: 0, held: 0, failed: 0, overtaken: 0 } as const satisfies MessageCount;

/** All that is kept of a message goes at one time: what it says, to whom it went, and what became of it. */
const expiry = ({ forgottenAt }: Message) => ({ [shape.expiresAttribute]: Math.ceil(millisecondsOf(forgottenAt) / 1000) });

const headOf = ({ audience, text: _text, ...head }: Message): MessageHead => ({
  ...head,
  ...(audience.kind === "states" ? { states: audience.states } : {}),
});

export async function findMessage(deps: Store, place: Place): Promise<Message | undefined> {
  const item = await readItem(deps, messageKey(place));
  return item && Message.parse(item);
}

/** A message with those who were chosen. Only whoever makes its mails needs them, and whoever compares a request with it. */
export async function getAddressed(deps: Store, message: Message): Promise<AddressedMessage> {
  const { audience } = message;
  if (audience.kind === "states") return { ...message, audience };
  const { signUpIds } = ChosenPeople.parse(await readItem(deps, peopleKey(message)));
  return { ...message, audience: { kind: "people", signUpIds } };
}

/** What has become of a message's mails so far, consistent. */
export async function getMessageCount(deps: Store, place: Place): Promise<MessageCount> {
  return MessageCount.parse(await readItem(deps, countKey(place)));
}

/** Everything that was written to people of an event, latest first, with what has become of it, and without the texts. */
export async function listMessages(deps: Store, eventId: EventId): Promise<{ head: MessageHead; count: MessageCount }[]> {
  const items = await queryAll(deps, {
    // Counts and heads stand before messages and their people, which may be long, and tests, of which there may be many.
    KeyConditionExpression: "pk = :pk AND sk < :messages",
    ExpressionAttributeValues: { ":pk": partition(eventId), ":messages": "MSG#" },
    ConsistentRead: true,
  });
  const counts = new Map(items.filter(({ _t }) => _t === "message-count").map((item) => [item.messageId as MessageId, MessageCount.parse(item)]));
  const heads = items.filter(({ _t }) => _t === "message-head").map((item) => MessageHead.parse(item));
  return heads
    .toSorted((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1))
    .flatMap((head) => {
      const count = counts.get(head.id);
      return count ? [{ head, count }] : [];
    });
}

/** Member of a transaction in which something becomes of mails of a message: so each is counted once. */
export function countWrite(
  { table }: Store,
  place: Place,
  more: Partial<Record<Exclude<keyof MessageCount, "finishedAt">, number>>,
  finishedAt?: Instant,
): Member {
  const counted = Object.entries(more).filter(([, number]) => number !== 0);
  const adds = counted.map((_, index) => `#count${index} :more${index}`);
  const parts = [...(finishedAt === undefined ? [] : ["SET finishedAt = :finishedAt"]), ...(adds.length === 0 ? [] : [`ADD ${adds.join(", ")}`])];
  return {
    Update: {
      TableName: table.name,
      Key: { ...countKey(place) },
      UpdateExpression: parts.join(" "),
      ConditionExpression: "attribute_exists(pk)",
      ...(counted.length === 0 ? {} : { ExpressionAttributeNames: Object.fromEntries(counted.map(([name], index) => [`#count${index}`, name])) }),
      ExpressionAttributeValues: {
        ...Object.fromEntries(counted.map(([, number], index) => [`:more${index}`, number])),
        ...(finishedAt === undefined ? {} : { ":finishedAt": finishedAt }),
      },
    },
  };
}

const testsKeptForHours = 24;

export async function keepTestMessage({ table }: Store, test: TestMessage, change: Change): Promise<void> {
  const expires = Math.floor(Date.parse(change.at) / 1000) + testsKeptForHours * 3600;
  const Item = { ...testKey(test), _t: "message-test", ...test, [shape.expiresAttribute]: expires, ...stamp(change) };
  await writeOne({ table }, { Put: { TableName: table.name, Item } });
}

export async function findTestMessage(deps: Store, place: Place): Promise<TestMessage | undefined> {
  const item = await readItem(deps, testKey(place));
  return item && TestMessage.parse(item);
}
