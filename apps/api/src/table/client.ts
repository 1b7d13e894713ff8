import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** The table as every store is given it. */
export interface Table {
  name: string;
  client: DynamoDBDocumentClient;
}

const silent = () => {};

/**
 * The SDK copies all that is written and read, field by field, into a line for its logger, also for the one it has by default, which
 * keeps none: 7 % of what a sign-up costs. Where there is nothing to take such a line (`info`), it does not make it.
 */
const takesNoLines = { trace: silent, debug: silent, warn: silent, error: silent } as unknown as NonNullable<DynamoDBClientConfig["logger"]>;

/**
 * A client that gives up soon: a request of ours has to answer within three seconds, also where the database does not.
 * Retries are ours (`transact.ts`), so that one place bounds them; the SDK makes a single attempt.
 */
export function openTable(name: string, config: DynamoDBClientConfig = {}): Table {
  const base = new DynamoDBClient({
    maxAttempts: 1,
    logger: takesNoLines,
    // A request that waits for a free socket counts as connecting, so there must be enough of them for a rush.
    requestHandler: {
      connectionTimeout: 1500,
      requestTimeout: 2000,
      throwOnRequestTimeout: true,
      httpsAgent: { maxSockets: 200 },
      httpAgent: { maxSockets: 200 },
    },
    ...config,
  });
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  return { name, client };
}
