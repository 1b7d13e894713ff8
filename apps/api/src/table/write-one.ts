import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "./client.ts";
import { retrying } from "./retry.ts";
import type { Item, Member } from "./transact.ts";

/** `after`: the item as an update left it. `item`: what stands there instead; absent where nothing does. */
export type WrittenOne = { ok: true; after: Item | undefined } | { ok: false; item: Item | undefined };

/**
 * One conditional write by itself: half the price of a transaction. Unlike a transaction it has no token, so a retry after
 * a lost answer may meet what it wrote itself: the caller must know its own.
 */
export async function writeOne({ table }: { table: Table }, member: Member): Promise<WrittenOne> {
  try {
    const { Attributes } = await retrying(() => send(table, member));
    return { ok: true, after: Attributes };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { ok: false, item: error.Item && unmarshall(error.Item) };
    throw error;
  }
}

const asked = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;

function send({ client }: Table, { Put, Update, Delete }: Member): Promise<{ Attributes?: Item | undefined }> {
  if (Put) return client.send(new PutCommand({ ...Put, ...asked }));
  if (Update) return client.send(new UpdateCommand({ ...Update, ...asked, ReturnValues: "ALL_NEW" }));
  if (Delete) return client.send(new DeleteCommand({ ...Delete, ...asked }));
  throw new Error("a write needs something to write");
}
