import { randomUUID } from "node:crypto";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Table } from "./client.ts";
import { isPassing, retrying } from "./retry.ts";

/** One write of a transaction. Conditions that fail answer with the item as it stands. */
export type Member = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

export type Item = Record<string, unknown>;

/**
 * `failed` tells, member by member, whose condition did not hold, and what stands there instead (absent: nothing does).
 * `conflict`: another transaction was at one of the items; only told where the caller asked not to try again.
 */
export type Written = { ok: true } | { ok: false; conflict: boolean; failed: (undefined | { item: Item | undefined })[] };

export interface WriteOptions {
  /** Whether a conflict with another transaction is worth waiting out, or the caller has another way. */
  onConflict?: "try_again" | "tell";
}

/**
 * Writes all members or none. The token makes a retry of a write whose answer was lost a repetition that changes nothing,
 * so a lost answer is never mistaken for a failed condition.
 */
export async function write({ table }: { table: Table }, members: readonly Member[], { onConflict = "try_again" }: WriteOptions = {}): Promise<Written> {
  const command = new TransactWriteCommand({ TransactItems: members.map(askingForWhatStands), ClientRequestToken: randomUUID() });
  try {
    await retrying(() => table.client.send(command), { isPassing: (error) => isPassing(error) && !(onConflict === "tell" && isConflict(error)) });
    return { ok: true };
  } catch (error) {
    const reasons = cancellationReasons(error);
    if (!reasons) throw error;
    const failed = reasons.map((reason) => (reason.Code === "ConditionalCheckFailed" ? { item: reason.Item && unmarshall(reason.Item) } : undefined));
    return { ok: false, conflict: isConflict(error), failed };
  }
}

const askingForWhatStands = (member: Member): Member => {
  const [entry] = Object.entries(member) as [string, object][];
  if (!entry) throw new Error("a transaction's member is empty");
  return { [entry[0]]: { ReturnValuesOnConditionCheckFailure: "ALL_OLD", ...entry[1] } } as Member;
};

type Reason = { Code?: string; Item?: Record<string, AttributeValue> };

function cancellationReasons(error: unknown): Reason[] | undefined {
  if (!(error instanceof Error) || error.name !== "TransactionCanceledException") return undefined;
  return (error as { CancellationReasons?: Reason[] }).CancellationReasons;
}

const isConflict = (error: unknown): boolean => cancellationReasons(error)?.some((reason) => reason.Code === "TransactionConflict") ?? false;
