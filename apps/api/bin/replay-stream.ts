import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { SQSClient } from "@aws-sdk/client-sqs";
import { depsFromEnvironment } from "../src/lambda/environment.ts";
import { handleRecords } from "../src/lambda/stream.ts";
import { replayStream } from "../src/replay/replay-stream.ts";
import { streamReader } from "../src/table/stream-batch.ts";
import { deadLetterQueue } from "./dead-letter-queue.ts";

/**
 * `pnpm replay-stream <queue url>`: follows up the changes that the stream's function gave up on, within a day of them. What is
 * left is told with the reason, and stays. Ends with 1 where something is. Run it in `sst shell`, which knows the deployment.
 */
const queueUrl = process.argv.slice(2).find((word) => word !== "--");
if (queueUrl === undefined || !URL.canParse(queueUrl)) {
  process.stderr.write("replay-stream <the url of the queue StreamDeadLetter>\n");
  process.exitCode = 2;
} else {
  const deps = depsFromEnvironment("command");
  const { batches, records, left } = await replayStream(deps, {
    deadLetters: deadLetterQueue(new SQSClient({}), queueUrl),
    readBatch: streamReader(new DynamoDBStreamsClient({})),
    // A mail that is made here is handed to its queue by the next sweep.
    followUp: (batch) => handleRecords({ ...deps, mailQueue: { send: async () => {} } }, batch),
  });
  for (const { messageId, why } of left) process.stdout.write(`${messageId} stays: ${why}\n`);
  process.stdout.write(`${records} changes in ${batches} batches were followed up, ${left.length} batches stay\n`);
  process.exitCode = left.length > 0 ? 1 : 0;
}
