import { setTimeout as wait } from "node:timers/promises";
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type _Record as SdkRecord,
  type Shard,
} from "@aws-sdk/client-dynamodb-streams";
import type { Log } from "@cte-partnerships/api/local";
import type { Checkpoints } from "./checkpoints.ts";
import type { DeadLetters } from "./dead-letters.ts";
import { attempts, type Consumer, type StreamRecord, workThrough } from "./work-through.ts";

export interface ReaderParts {
  client: DynamoDBStreamsClient;
  tableName: string;
  region: string;
  checkpoints: Checkpoints;
  deadLetters: DeadLetters;
  handle: Consumer["handle"];
  isReachable(): Promise<boolean>;
  log: Log;
}

export interface StreamReader {
  /** When the stream was last seen to its end or handed on records. Milliseconds since 1970; 0 before the first time. */
  lastReadAt(): number;
  stop(): Promise<void>;
}

const batchSize = 100;
const shortestPause = 10;
const longestPause = 200;
const afterFailure = 500;

/** Reads the table's stream in order, from where it was left, as AWS does for the stream function. */
export function readStream(parts: ReaderParts): StreamReader {
  const stopped = new AbortController();
  let lastReadAt = 0;
  const loop = async () => {
    while (!stopped.signal.aborted) {
      try {
        await readUntilFailure(parts, stopped.signal, () => {
          lastReadAt = Date.now();
        });
      } catch (error) {
        if (stopped.signal.aborted) return;
        // Gone iterators, a database that restarts, trimmed records: begin anew from the checkpoints.
        parts.log.error("stream not read", { error: error instanceof Error ? error.name : "unknown" });
        await pause(afterFailure, stopped.signal);
      }
    }
  };
  const running = loop();
  return {
    lastReadAt: () => lastReadAt,
    async stop() {
      stopped.abort();
      await running;
    },
  };
}

const pause = (milliseconds: number, signal: AbortSignal) => wait(milliseconds, undefined, { signal }).catch(() => undefined);

async function readUntilFailure(parts: ReaderParts, signal: AbortSignal, wasRead: () => void): Promise<void> {
  const { client, checkpoints, log } = parts;
  const streamArn = await findStream(parts);
  const open = new Map<string, string>();
  let idle = shortestPause;
  let mustLook = true;
  while (!signal.aborted) {
    if (mustLook) await openShards(client, streamArn, checkpoints, open);
    mustLook = false;
    let records = 0;
    for (const [shardId, iterator] of open) {
      const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }), { abortSignal: signal });
      records += answer.Records?.length ?? 0;
      await workThrough(
        (answer.Records ?? []).map((record) => asLambdaSees(record, streamArn, parts.region)),
        {
          handle: parts.handle,
          isReachable: parts.isReachable,
          checkpoint: (sequenceNumber) => checkpoints.mark(shardId, { sequenceNumber }),
          bury: async ({ eventID = "", dynamodb }, error) => {
            parts.deadLetters.add({ eventID, keys: dynamodb?.Keys ?? {}, error, attempts });
            log.error("record given up", { eventID, error });
          },
          signal,
        },
      );
      if (answer.NextShardIterator) {
        open.set(shardId, answer.NextShardIterator);
      } else {
        open.delete(shardId);
        checkpoints.mark(shardId, { isFinished: true });
        mustLook = true;
      }
      wasRead();
    }
    if (open.size === 0) mustLook = true;
    idle = records > 0 ? shortestPause : Math.min(idle * 2, longestPause);
    if (records < batchSize) await pause(idle, signal);
  }
}

async function findStream({ client, tableName }: ReaderParts): Promise<string> {
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const newest = (Streams ?? []).toSorted((a, b) => ((a.StreamLabel ?? "") < (b.StreamLabel ?? "") ? 1 : -1))[0];
  if (!newest?.StreamArn) throw new Error("the table has no stream");
  return newest.StreamArn;
}

/** Opens every shard that may be read now: not finished, and its parent read to the end, so that order holds across a split. */
async function openShards(client: DynamoDBStreamsClient, streamArn: string, checkpoints: Checkpoints, open: Map<string, string>): Promise<void> {
  const shards = await listShards(client, streamArn);
  const listed = new Set(shards.map((shard) => shard.ShardId ?? ""));
  const marks = checkpoints.of(streamArn);
  checkpoints.keepOnly(listed);
  for (const { ShardId: shardId = "", ParentShardId: parentId } of shards) {
    const mark = marks[shardId];
    const parentIsRead = parentId === undefined || !listed.has(parentId) || marks[parentId]?.isFinished;
    if (open.has(shardId) || mark?.isFinished || !parentIsRead) continue;
    const iterator = await iteratorAt(client, streamArn, shardId, mark?.sequenceNumber);
    if (iterator) open.set(shardId, iterator);
  }
}

async function iteratorAt(client: DynamoDBStreamsClient, streamArn: string, shardId: string, after: string | undefined): Promise<string | undefined> {
  const ask = (position: { ShardIteratorType: "TRIM_HORIZON" } | { ShardIteratorType: "AFTER_SEQUENCE_NUMBER"; SequenceNumber: string }) =>
    client.send(new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...position }));
  if (after === undefined) return (await ask({ ShardIteratorType: "TRIM_HORIZON" })).ShardIterator;
  try {
    return (await ask({ ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after })).ShardIterator;
  } catch (error) {
    // Older than a day: the stream no longer has it. Whatever it still has comes after.
    if (error instanceof Error && error.name === "TrimmedDataAccessException") return (await ask({ ShardIteratorType: "TRIM_HORIZON" })).ShardIterator;
    throw error;
  }
}

async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let last: string | undefined;
  do {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: last }));
    shards.push(...(StreamDescription?.Shards ?? []));
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last !== undefined);
  return shards;
}

function asLambdaSees(record: SdkRecord, streamArn: string, region: string): StreamRecord {
  const { ApproximateCreationDateTime: at, ...rest } = record.dynamodb ?? {};
  return {
    ...record,
    eventSourceARN: streamArn,
    awsRegion: region,
    dynamodb: { ...rest, ...(at === undefined ? {} : { ApproximateCreationDateTime: at.getTime() / 1000 }) },
  } as StreamRecord;
}
