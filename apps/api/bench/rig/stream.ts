import { DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import type { Deps } from "../../src/deps.ts";
import { handleRecords } from "../../src/lambda/stream.ts";

/** Works the table's stream off in this process, as the deployed stream function does in its own. */
export async function readStream(deps: Deps, { endpoint, accessKeyId }: { endpoint: string; accessKeyId: string }): Promise<void> {
  const client = new DynamoDBStreamsClient({ endpoint, region: "us-east-1", credentials: { accessKeyId, secretAccessKey: "local" } });
  const { Streams } = await client.send(new ListStreamsCommand({ TableName: deps.table.name }));
  const StreamArn = Streams?.[0]?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
  let { ShardIterator } = await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "LATEST" }));
  while (ShardIterator) {
    const answer = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 100 }));
    const records = answer.Records ?? [];
    if (records.length > 0) await handleRecords({ ...deps, mailQueue: { send: async () => {} } }, records as never);
    else await new Promise((resolve) => setTimeout(resolve, 100));
    ShardIterator = answer.NextShardIterator;
  }
}
