import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, inject, it } from "vitest";
import { freshTable } from "../../test/deps.ts";
import type { Table } from "./client.ts";

/** How often the SDK copied what was asked and answered, for a line of its logger. */
async function linesMade({ name, client }: Table): Promise<number> {
  let made = 0;
  const copy = (value: unknown) => {
    made += 1;
    return value;
  };
  client.middlewareStack.add(
    (next, context) => (args) => {
      Object.assign(context, { inputFilterSensitiveLog: copy, outputFilterSensitiveLog: copy });
      return next(args);
    },
    { step: "initialize", priority: "high", name: "counting" },
  );
  await client.send(new GetCommand({ TableName: name, Key: { pk: "a", sk: "a" } }));
  return made;
}

describe("the table's client", () => {
  it("makes no line of a log of what is written and read, which nobody would keep", async () => {
    expect(await linesMade(await freshTable())).toBe(0);
  });

  it("makes one of each where a logger takes it (control)", async () => {
    const silent = () => {};
    const logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent };
    expect(await linesMade(await freshTable(inject("dynamoDbEndpoint"), { logger }))).toBe(2);
  });
});
