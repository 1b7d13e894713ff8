import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import { shape } from "./shape.ts";

/** What DynamoDB is told when the table is made: locally and in tests. In AWS the infrastructure says the same. */
export const createTableInput = (tableName: string): CreateTableCommandInput => ({
  TableName: tableName,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [
    shape.partitionKey,
    shape.sortKey,
    shape.queue.sortKey,
    shape.list.partitionKey,
    shape.list.sortKey,
    shape.host.partitionKey,
    shape.host.sortKey,
  ].map((name) => ({ AttributeName: name, AttributeType: "S" })),
  KeySchema: [
    { AttributeName: shape.partitionKey, KeyType: "HASH" },
    { AttributeName: shape.sortKey, KeyType: "RANGE" },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: shape.queue.name,
      KeySchema: [
        { AttributeName: shape.partitionKey, KeyType: "HASH" },
        { AttributeName: shape.queue.sortKey, KeyType: "RANGE" },
      ],
      Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: [...shape.queue.projected] },
    },
  ],
  GlobalSecondaryIndexes: [shape.list, shape.host].map((index) => ({
    IndexName: index.name,
    KeySchema: [
      { AttributeName: index.partitionKey, KeyType: "HASH" },
      { AttributeName: index.sortKey, KeyType: "RANGE" },
    ],
    Projection: { ProjectionType: "ALL" },
  })),
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
});
