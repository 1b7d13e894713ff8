import type { Table } from "../../src/table/client.ts";

/** Request units, as DynamoDB itself counts them: what is paid for, and what a partition has a thousand of in a second. */
export interface Consumed {
  written: number;
  read: number;
  calls: number;
}

type Unit = { CapacityUnits?: number };
type Told = { ConsumedCapacity?: Unit | Unit[] };

/** A table that counts what is asked of it. */
export function counting({ name, client }: Table): { table: Table; take(): Consumed } {
  let consumed: Consumed = { written: 0, read: 0, calls: 0 };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String((context as { commandName?: string }).commandName);
      const isCounted = /^(Get|Query|BatchGet|Put|Update|Delete|TransactWrite|TransactGet|BatchWrite|Scan)/.test(command);
      if (isCounted) Object.assign(args.input as object, { ReturnConsumedCapacity: "TOTAL" });
      try {
        const result = await next(args);
        const told = (result.output as Told).ConsumedCapacity;
        const isWrite = /Put|Update|Delete|Write/.test(command);
        // The service takes twice the units for each member of a transaction. The emulator counts them once.
        const times = command.startsWith("Transact") ? 2 : 1;
        for (const { CapacityUnits = 0 } of told === undefined ? [] : [told].flat()) consumed[isWrite ? "written" : "read"] += times * CapacityUnits;
        return result;
      } finally {
        if (isCounted) consumed.calls += 1;
      }
    },
    { step: "initialize", name: "counting", override: true },
  );
  return {
    table: { name, client },
    take: () => {
      const taken = consumed;
      consumed = { written: 0, read: 0, calls: 0 };
      return taken;
    },
  };
}
