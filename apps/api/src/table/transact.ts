import { randomUUID } from "node:crypto";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { type AttributeValue, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "./client.ts";
import { retrying } from "./retry.ts";

/** One write of a transaction. Conditions that fail answer with the item as it stands. */
export type Member = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

export type Item = Record<string, unknown>;

/** `failed` tells, member by member, whose condition did not hold, and what stands there instead (absent: nothing does). */
export type Written = { ok: true } | { ok: false; failed: (undefined | { item: Item | undefined })[] };

/**
 * Writes all members or none. The token makes a retry of a write whose answer was lost a repetition that changes nothing,
 * so a lost answer is never mistaken for a failed condition.
 */
export async function write({ table }: { table: Table }, members: readonly Member[]): Promise<Written> {
  const command = new TransactWriteCommand({ TransactItems: members.map(askingForWhatStands), ClientRequestToken: randomUUID() });
  try {
    await retrying(() => table.client.send(command));
    return { ok: true };
  } catch (error) {
    const reasons = cancellationReasons(error);
    if (!reasons) throw error;
    return {
      ok: false,
      failed: reasons.map((reason) => (reason.Code === "ConditionalCheckFailed" ? { item: reason.Item && unmarshall(reason.Item) } : undefined)),
    };
  }
}

const askingForWhatStands = (member: Member): Member => {
  const [[kind, body]] = Object.entries(member) as [[string, object]];
  return { [kind]: { ReturnValuesOnConditionCheckFailure: "ALL_OLD", ...body } } as Member;
};

function cancellationReasons(error: unknown): { Code?: string; Item?: Record<string, AttributeValue> }[] | undefined {
  if (!(error instanceof Error) || error.name !== "TransactionCanceledException") return undefined;
  return (error as { CancellationReasons?: { Code?: string; Item?: Record<string, AttributeValue> }[] }).CancellationReasons;
}
