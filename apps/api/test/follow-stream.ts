import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import { inject } from "vitest";
import type { Deps } from "../src/deps.ts";
import { handleRecords } from "../src/lambda/stream.ts";
import type { MailQueue, StreamDeps } from "../src/mail/mailer.ts";

/** Reads a table's own stream, record by record as Amazon's emulator wrote it. */
export class StreamTail {
  readonly #client: DynamoDBStreamsClient;
  readonly #tableName: string;
  readonly #iterators = new Map<string, string | undefined>();

  constructor({ table }: Pick<Deps, "table">) {
    const { credentials, region } = table.client.config;
    this.#client = new DynamoDBStreamsClient({ endpoint: inject("dynamoDbEndpoint"), region, credentials });
    this.#tableName = table.name;
  }

  /** What was written since the last time, in the order in which it was written. */
  async next(): Promise<DynamoDBRecord[]> {
    if (this.#iterators.size === 0) await this.#open();
    const records: DynamoDBRecord[] = [];
    for (const [shard, iterator] of this.#iterators) {
      let at = iterator;
      for (let found = true; found && at; ) {
        const answer = await this.#client.send(new GetRecordsCommand({ ShardIterator: at }));
        found = (answer.Records ?? []).length > 0;
        records.push(...((answer.Records ?? []) as unknown as DynamoDBRecord[]));
        at = answer.NextShardIterator;
      }
      this.#iterators.set(shard, at);
    }
    return records;
  }

  async #open(): Promise<void> {
    const { Streams } = await this.#client.send(new ListStreamsCommand({ TableName: this.#tableName }));
    const StreamArn = Streams?.[0]?.StreamArn;
    const { StreamDescription } = await this.#client.send(new DescribeStreamCommand({ StreamArn }));
    for (const { ShardId = "" } of StreamDescription?.Shards ?? []) {
      const { ShardIterator } = await this.#client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" }));
      this.#iterators.set(ShardId, ShardIterator);
    }
  }
}

export interface KeptQueue extends MailQueue {
  sent: string[];
  /** How long each was to wait, in seconds. */
  waits: Map<string, number>;
}

export function keepQueue(): KeptQueue {
  const sent: string[] = [];
  const waits = new Map<string, number>();
  const send = async (mailId: string, afterSeconds = 0) => {
    sent.push(mailId);
    waits.set(mailId, afterSeconds);
  };
  return { sent, waits, send };
}

export const withQueue = <D extends Deps>(deps: D): D & { mailQueue: KeptQueue } => ({ ...deps, mailQueue: keepQueue() });

export interface Followed {
  records: number;
  dead: DynamoDBRecord[];
}

const attempts = 3;

/**
 * Delivers records as Lambda does with partial answers: from the lowest failure on again, and what fails by itself three
 * times goes to the dead letters.
 */
export async function deliverAll(deps: StreamDeps, records: readonly DynamoDBRecord[], batchSize = 100): Promise<DynamoDBRecord[]> {
  const dead: DynamoDBRecord[] = [];
  let left = [...records];
  let failures = 0;
  while (left.length > 0) {
    const batch = left.slice(0, failures > 0 ? 1 : batchSize);
    const { batchItemFailures } = await handleRecords(deps, batch);
    const lowest = batch.findIndex((record) => batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === record.dynamodb?.SequenceNumber));
    const done = lowest === -1 ? batch.length : lowest;
    failures = done > 0 ? 0 : failures + 1;
    left = left.slice(done);
    if (failures > attempts) {
      dead.push(...left.splice(0, 1));
      failures = 0;
    }
  }
  return dead;
}

/** Follows up everything that was written, and what that wrote, until nothing is left. */
export async function follow(
  deps: StreamDeps,
  tail: StreamTail,
  tamper: (records: DynamoDBRecord[]) => DynamoDBRecord[] = (records) => records,
): Promise<Followed> {
  const followed: Followed = { records: 0, dead: [] };
  for (let round = 0; round < 1000; round++) {
    const records = await tail.next();
    if (records.length === 0) return followed;
    followed.records += records.length;
    followed.dead.push(...(await deliverAll(deps, tamper(records))));
  }
  throw new Error("the stream does not come to an end");
}
