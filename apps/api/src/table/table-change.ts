import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import type { Item } from "./transact.ts";

/** One change of one item, as the table's stream delivers it: at least once, and in order for each item. */
export interface TableChange {
  /** The change's own id, the same however often it is delivered. */
  id: string;
  before: Item | undefined;
  after: Item | undefined;
}

/** Throws where a record is not one of a stream of both images. */
export function tableChangeFrom(record: DynamoDBRecord): TableChange {
  const { eventID, dynamodb } = record;
  if (!eventID || !dynamodb || (!dynamodb.OldImage && !dynamodb.NewImage)) throw new Error("a stream record has neither image");
  const read = (image: typeof dynamodb.NewImage) => image && unmarshall(image as Record<string, AttributeValue>);
  return { id: eventID, before: read(dynamodb.OldImage), after: read(dynamodb.NewImage) };
}
