import { type DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import * as z from "zod";

/** Where the records lie that a function gave up on: Lambda tells the place, never the records themselves. */
const Batch = z.object({
  streamArn: z.string(),
  shardId: z.string(),
  startSequenceNumber: z.string().regex(/^\d+$/),
  endSequenceNumber: z.string().regex(/^\d+$/),
});
export type Batch = z.infer<typeof Batch>;

/** Throws where it is no message of a stream's dead letters. */
export const batchIn = (body: string): Batch => z.object({ DDBStreamBatchInfo: Batch }).parse(JSON.parse(body)).DDBStreamBatchInfo;

/** An answer without records comes before the next that has some, a few times. */
const emptyAnswersMost = 20;

/** The records of a batch, in order; undefined where the stream, which keeps them for a day, has forgotten them. */
export type StreamReader = (batch: Batch) => Promise<DynamoDBRecord[] | undefined>;

export const streamReader =
  (client: DynamoDBStreamsClient): StreamReader =>
  async (batch) => {
    const last = BigInt(batch.endSequenceNumber);
    const found: DynamoDBRecord[] = [];
    try {
      for await (const record of recordsFrom(client, batch)) {
        const at = BigInt(record.dynamodb?.SequenceNumber ?? "0");
        if (at <= last) found.push(record);
        if (at >= last) break;
      }
    } catch (error) {
      if (error instanceof Error && (error.name === "TrimmedDataAccessException" || error.name === "ResourceNotFoundException")) return undefined;
      throw error;
    }
    return found.length > 0 ? found : undefined;
  };

async function* recordsFrom(client: DynamoDBStreamsClient, { streamArn, shardId, startSequenceNumber }: Batch): AsyncGenerator<DynamoDBRecord> {
  const from = { StreamArn: streamArn, ShardId: shardId, ShardIteratorType: "AT_SEQUENCE_NUMBER", SequenceNumber: startSequenceNumber } as const;
  let { ShardIterator } = await client.send(new GetShardIteratorCommand(from));
  for (let empty = 0; ShardIterator && empty < emptyAnswersMost; ) {
    const answer = await client.send(new GetRecordsCommand({ ShardIterator }));
    yield* (answer.Records ?? []) as unknown as DynamoDBRecord[];
    empty = answer.Records?.length ? 0 : empty + 1;
    ShardIterator = answer.NextShardIterator;
  }
}
