import { DescribeStreamCommand, DynamoDBStreamsClient, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import { SQSClient } from "@aws-sdk/client-sqs";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { deadLetterQueue } from "../../bin/dead-letter-queue.ts";
import { allItems } from "../../test/all-items.ts";
import { testDeps } from "../../test/deps.ts";
import { StreamTail } from "../../test/follow-stream.ts";
import { type QueueStandIn, startQueue } from "../../test/functions/queue-stand-in.ts";
import { publishedSession, signUpPerson } from "../../test/published-event.ts";
import { handleRecords } from "../lambda/stream.ts";
import { streamReader } from "../table/stream-batch.ts";
import { type Replayed, replayStream } from "./replay-stream.ts";

const credentials = { accessKeyId: "test", secretAccessKey: "test" };

let queue: QueueStandIn;
let sqs: SQSClient;
beforeAll(async () => {
  queue = await startQueue();
  sqs = new SQSClient({ endpoint: queue.endpoint, region: "us-east-1", credentials });
});
beforeEach(() => void queue.bodies.splice(0));
afterAll(() => queue.close());

/** Somebody signed up, and the stream's function gave up on what that changed. */
async function givenUp() {
  const deps = await testDeps();
  const { sessionId } = await publishedSession(deps, { capacity: 5 });
  await signUpPerson(deps, sessionId);
  const streams = new DynamoDBStreamsClient({ endpoint: inject("dynamoDbEndpoint"), region: "us-east-1", credentials: deps.table.client.config.credentials });
  const { Streams } = await streams.send(new ListStreamsCommand({ TableName: deps.table.name }));
  const streamArn = Streams?.[0]?.StreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  const shardId = StreamDescription?.Shards?.[0]?.ShardId;
  const numbers = (await new StreamTail(deps).next()).map((record) => record.dynamodb?.SequenceNumber ?? "");
  const message = (over: object = {}) =>
    JSON.stringify({
      requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 9 },
      version: "1.0",
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: numbers[0],
        endSequenceNumber: numbers.at(-1),
        batchSize: numbers.length,
        streamArn,
        ...over,
      },
    });
  const replay = (): Promise<Replayed> =>
    replayStream(deps, {
      deadLetters: deadLetterQueue(sqs, queue.url),
      readBatch: streamReader(streams),
      followUp: (records) => handleRecords({ ...deps, mailQueue: { send: async () => {} } }, records),
    });
  return { deps, numbers, message, replay };
}

describe("replaying what the stream's function gave up on", () => {
  it("makes what had followed from it, once however often, and empties the queue", async () => {
    const { deps, numbers, message, replay } = await givenUp();
    expect(await allItems(deps, "mail"), "before: nothing has followed").toEqual([]);
    queue.bodies.push(message());
    expect(await replay()).toEqual({ batches: 1, records: numbers.length, left: [] });
    queue.bodies.push(message());
    await replay();
    expect(queue.bodies).toEqual([]);
    expect((await allItems(deps, "mail")).map((mail) => [mail.kind, mail.state])).toEqual([["confirmed", "queued"]]);
    expect((await allItems(deps, "audit-record")).length).toBeGreaterThan(0);
  });

  it("takes no record beyond those of the batch", async () => {
    const { numbers, message, replay } = await givenUp();
    queue.bodies.push(message({ endSequenceNumber: numbers[0] }));
    expect(await replay()).toMatchObject({ batches: 1, records: 1 });
  });

  it("leaves in the queue, with the reason, what cannot be read, belongs to another table, or is gone from the stream", async () => {
    const { deps, message, replay } = await givenUp();
    const another = message().replaceAll(`/${deps.table.name}/`, "/another/");
    queue.bodies.push("no message of ours", another, message({ shardId: "shardId-00000000000000000000-gone" }));
    expect((await replay()).left.map(({ why }) => why)).toEqual(["unreadable", "of another table", "forgotten by the stream"]);
    expect(queue.bodies).toHaveLength(3);
    expect(await allItems(deps, "mail")).toEqual([]);
  });

  it("leaves what fails again", async () => {
    const { deps, message, replay } = await givenUp();
    // A mail that no code of ours can read stands for a bug that is still there.
    await deps.table.client.send(new PutCommand({ TableName: deps.table.name, Item: { pk: "MAIL#x", sk: "MAIL", _t: "mail" } }));
    const numbers = (await new StreamTail(deps).next()).map((record) => record.dynamodb?.SequenceNumber ?? "");
    queue.bodies.push(message({ endSequenceNumber: numbers.at(-1) }));
    expect((await replay()).left.map(({ why }) => why)).toEqual(["failed again"]);
    expect(queue.bodies).toHaveLength(1);
  });
});
