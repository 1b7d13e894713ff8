import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { createTableInput, openTable, type Table } from "@cte-partnerships/api/local";
import type {} from "@cte-partnerships/dynamodb-local/vitest";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { openCheckpoints } from "../src/stream/checkpoints.ts";
import { openDeadLetters } from "../src/stream/dead-letters.ts";
import { readStream, type StreamReader } from "../src/stream/reader.ts";
import { attempts, type Consumer, type StreamRecord } from "../src/stream/work-through.ts";
import { until } from "./system.ts";

const region = "us-east-1";
let table: Table;
let streams: DynamoDBStreamsClient;
let folder: string;
const readers: StreamReader[] = [];

beforeEach(async () => {
  const config = {
    endpoint: inject("dynamoDbEndpoint"),
    region,
    credentials: { accessKeyId: `test${randomBytes(12).toString("hex")}`, secretAccessKey: "local" },
  };
  table = openTable("cte", config);
  streams = new DynamoDBStreamsClient(config);
  await table.client.send(new CreateTableCommand(createTableInput(table.name)));
  folder = mkdtempSync(join(tmpdir(), "cte-stream-"));
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.stop()));
  table.client.destroy();
  streams.destroy();
  rmSync(folder, { recursive: true, force: true });
});

const put = async (...names: string[]) => {
  for (const name of names) await table.client.send(new PutItemCommand({ TableName: table.name, Item: { pk: { S: name }, sk: { S: "X" } } }));
};
const names = (count: number, word = "item") => Array.from({ length: count }, (_, index) => `${word}-${String(index).padStart(3, "0")}`);
const nameOf = (record: StreamRecord) => record.dynamodb?.Keys?.pk?.S ?? "";
const numberOf = (record: StreamRecord) => record.dynamodb?.SequenceNumber ?? "";

const deadLettersFile = () => join(folder, "dead.jsonl");
const read = (handle: Consumer["handle"], isReachable: Consumer["isReachable"] = async () => true) => {
  const deadLetters = openDeadLetters(deadLettersFile());
  const reader = readStream({
    client: streams,
    tableName: table.name,
    region,
    checkpoints: openCheckpoints(join(folder, "stream.json")),
    deadLetters,
    handle,
    isReachable,
    log: { info: () => undefined, error: () => undefined },
  });
  readers.push(reader);
  return { reader, deadLetters };
};
const done = { batchItemFailures: [] };

describe("the stream reader", () => {
  test("hands on every change in order, as Lambda does", async () => {
    const seen: StreamRecord[] = [];
    read(async (records) => {
      seen.push(...records);
      return done;
    });
    const wanted = names(230);
    await put(...wanted);
    await until("all are seen", () => seen.length >= wanted.length);
    expect(seen.map(nameOf)).toEqual(wanted);
    expect(seen[0]).toMatchObject({
      eventName: "INSERT",
      eventSource: "aws:dynamodb",
      dynamodb: { NewImage: { pk: { S: "item-000" } }, StreamViewType: "NEW_AND_OLD_IMAGES" },
    });
    expect(seen[0]?.dynamodb?.ApproximateCreationDateTime).toBeTypeOf("number");
  });

  test("goes on from its checkpoint after a restart: nothing is skipped, and nothing comes twice", async () => {
    const seen: string[] = [];
    const handle: Consumer["handle"] = async (records) => {
      seen.push(...records.map(nameOf));
      return done;
    };
    const { reader } = read(handle);
    await put(...names(20, "before"));
    await until("the first are seen", () => seen.length === 20);
    await reader.stop();
    await put(...names(20, "between"));
    read(handle);
    await until("the rest is seen", () => seen.length >= 40);
    expect(seen).toEqual([...names(20, "before"), ...names(20, "between")]);
  });

  test("a crash between handling and checkpoint hands a change on again, never not at all", async () => {
    const seen: string[] = [];
    const { reader } = read(async (records) => {
      seen.push(...records.map(nameOf));
      // Stopped here, as a crash would: handled, and nobody knows.
      void reader.stop();
      await new Promise((resolve) => setTimeout(resolve, 50));
      throw new Error("crashed");
    });
    await put("once");
    await until("it is seen", () => seen.length === 1);
    await reader.stop();
    read(async (records) => {
      seen.push(...records.map(nameOf));
      return done;
    });
    await until("it is seen again", () => seen.length === 2);
    expect(seen).toEqual(["once", "once"]);
  });

  test("what is done before a failure is not done again; the failed one is retried in its order", async () => {
    const done: string[] = [];
    let failures = 2;
    read(async (records) => {
      for (const record of records) {
        if (nameOf(record) === "item-005" && failures-- > 0) return { batchItemFailures: [{ itemIdentifier: numberOf(record) }] };
        done.push(nameOf(record));
      }
      return { batchItemFailures: [] };
    });
    await put(...names(10));
    await until("all are done", () => done.length >= 10);
    expect(done).toEqual(names(10));
  });

  test.each([
    ["named by its number", "BatchItemFailure"],
    ["that throws for its whole batch", "RangeError"],
  ])("one poisoned record in a hundred, %s, goes to the dead letters after its attempts without what it held, and 99 are done", async (_, error) => {
    await put(...names(100));
    const counted = new Map<string, number>();
    const completed = new Set<string>();
    const { deadLetters } = read(async (records) => {
      const poison = records.find((record) => nameOf(record) === "item-042");
      if (poison) counted.set("alone", (counted.get("alone") ?? 0) + (records.length === 1 ? 1 : 0));
      if (poison && error === "RangeError") throw new RangeError("poison");
      for (const record of records) {
        if (record === poison) return { batchItemFailures: [{ itemIdentifier: numberOf(record) }] };
        completed.add(nameOf(record));
      }
      return { batchItemFailures: [] };
    });
    await until("99 are done and one is buried", () => completed.size === 99 && deadLetters.count() === 1);
    expect(completed.has("item-042")).toBe(false);
    expect(counted.get("alone")).toBe(attempts);
    const [letter = ""] = readFileSync(deadLettersFile(), "utf8").split("\n");
    expect(JSON.parse(letter)).toEqual({
      eventID: expect.stringMatching(/./),
      keys: { pk: { S: "item-042" }, sk: { S: "X" } },
      error,
      attempts,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    // Counted again by the next start.
    expect(openDeadLetters(deadLettersFile()).count()).toBe(1);
  });

  test("while the database is gone no record is to blame, however long it takes", async () => {
    let isGone = true;
    let tried = 0;
    const completed: string[] = [];
    const { deadLetters } = read(
      async (records) => {
        tried += 1;
        if (isGone) throw new Error("gone");
        completed.push(...records.map(nameOf));
        return { batchItemFailures: [] };
      },
      async () => !isGone,
    );
    await put(...names(3));
    await until("it was tried oftener than a poisoned record is", () => tried > attempts + 1);
    isGone = false;
    await until("all are done", () => completed.length === 3);
    expect(deadLetters.count()).toBe(0);
  });
});
