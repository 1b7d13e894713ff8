import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../../src/table/client.ts";

/** A repeatable stream of numbers in [0, 1): mulberry32. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Send = (command: Command) => Promise<unknown>;
type Command = { constructor: { name: string }; input: Record<string, unknown> };

const isWrite = (command: Command) => /^(Put|Update|Delete|TransactWrite)/.test(command.constructor.name);

const failure = (name: string, facts: object = {}) => Object.assign(new Error(name), { name, ...facts });
const conflict = (command: Command) =>
  command.constructor.name.startsWith("TransactWrite")
    ? failure("TransactionCanceledException", { CancellationReasons: (command.input.TransactItems as unknown[]).map(() => ({ Code: "TransactionConflict" })) })
    : failure("TransactionConflictException");
const dropped = () => failure("Error", { code: "ECONNRESET" });

/** The same table behind another `send`. */
function behind(table: Table, send: (command: Command, next: Send) => Promise<unknown>): Table {
  const next: Send = (command) => table.client.send(command as never) as Promise<unknown>;
  return { name: table.name, client: { send: (command: Command) => send(command, next) } as unknown as DynamoDBDocumentClient };
}

export interface Faults {
  injected: number;
}

/** Of all writes 55 % fail: 10 % with 500, 10 % throttled, 15 % in conflict, 5 % dropped before they arrive, 15 % committed and their answer dropped. */
export function faulty(table: Table, seed: number): { table: Table; faults: Faults } {
  const next = chance(seed);
  const faults: Faults = { injected: 0 };
  const broken = behind(table, async (command, send) => {
    if (!isWrite(command)) return send(command);
    const roll = next();
    if (roll >= 0.55) return send(command);
    faults.injected += 1;
    if (roll < 0.1) throw failure("InternalServerError", { $metadata: { httpStatusCode: 500 } });
    if (roll < 0.2) throw failure("ThrottlingException", { $metadata: { httpStatusCode: 400 } });
    if (roll < 0.35) throw conflict(command);
    if (roll < 0.4) throw dropped();
    await send(command);
    throw dropped();
  });
  return { table: broken, faults };
}

/** Reads of the queue's index lag: they answer with what stood there a while ago, as a global index may. */
export function laggingQueue(table: Table, milliseconds: number): Table {
  const seen: { at: number; key: string; answer: unknown }[] = [];
  return behind(table, async (command, send) => {
    if (command.constructor.name !== "QueryCommand" || command.input.IndexName !== "queue") return send(command);
    const key = JSON.stringify(command.input);
    const answer = await send(command);
    seen.push({ at: Date.now(), key, answer });
    const old = seen.findLast((one) => one.key === key && one.at <= Date.now() - milliseconds);
    return old?.answer ?? { Items: [], Count: 0 };
  });
}

export interface ConflictRules {
  conflicts: number;
}

/**
 * The service's own rules, which the emulator does not have: one transaction an item at a time, held for so long, and a
 * conflict for every other write that comes meanwhile.
 */
export function withConflicts(table: Table, locks: Map<string, number>, heldMilliseconds: number): { table: Table; rules: ConflictRules } {
  const rules: ConflictRules = { conflicts: 0 };
  const keysOf = (command: Command): string[] => {
    if (command.constructor.name !== "TransactWriteCommand") return [keyOf(command.input)];
    return (command.input.TransactItems as Record<string, Record<string, unknown>>[]).map((member) => keyOf(Object.values(member)[0] ?? {}));
  };
  const ruled = behind(table, async (command, send) => {
    if (!isWrite(command)) return send(command);
    const keys = keysOf(command);
    if (keys.some((key) => (locks.get(key) ?? 0) > Date.now())) {
      rules.conflicts += 1;
      await new Promise((resolve) => setTimeout(resolve, 3));
      throw conflict(command);
    }
    if (command.constructor.name !== "TransactWriteCommand") return send(command);
    for (const key of keys) locks.set(key, Number.POSITIVE_INFINITY);
    try {
      const [answer] = await Promise.all([send(command), new Promise((resolve) => setTimeout(resolve, heldMilliseconds))]);
      return answer;
    } finally {
      for (const key of keys) locks.delete(key);
    }
  });
  return { table: ruled, rules };
}

const keyOf = (body: Record<string, unknown>): string => {
  const { pk, sk } = (body.Key ?? body.Item ?? {}) as { pk?: string; sk?: string };
  return `${pk}|${sk}`;
};

/** The same table for a control: an event is written whatever version stands there by now. */
export const withoutVersions = (table: Table): Table =>
  behind(table, (command, send) => {
    const members = (command.input.TransactItems ?? []) as { Put?: { Item: Record<string, unknown> } & Record<string, unknown> }[];
    for (const member of members) {
      if (member.Put?.Item._t === "event") member.Put = { TableName: member.Put.TableName, Item: member.Put.Item };
    }
    return send(command);
  });
