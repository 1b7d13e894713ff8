// One DynamoDB Local for all test runs of a command: prints its address, and ends when whoever started it ends.
import { startDynamoDbLocal } from "../packages/dynamodb-local/src/index.ts";

const database = await startDynamoDbLocal({ heapMegabytes: 1024 });
console.log(database.endpoint);
process.stdin.resume().on("end", async () => {
  await database.stop();
  process.exit(0);
});
