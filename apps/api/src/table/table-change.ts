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
  return { id: eventID, before: itemIn(dynamodb.OldImage), after: itemIn(dynamodb.NewImage) };
}

type Image = Record<string, unknown>;

const itemIn = (image: Image | undefined): Item | undefined => image && unmarshall(withEmptyMaps(image) as Record<string, AttributeValue>);

const withEmptyMaps = (image: Image): Image => Object.fromEntries(Object.entries(image).map(([name, value]) => [name, withEmptyMap(value as Image)]));

/** Amazon's emulator writes an empty map into its stream without its type, `{}` where the service writes `{"M":{}}`. */
function withEmptyMap(value: Image): Image {
  if (Object.keys(value).length === 0) return { M: {} };
  if (value.M) return { M: withEmptyMaps(value.M as Image) };
  if (Array.isArray(value.L)) return { L: value.L.map((inner) => withEmptyMap(inner as Image)) };
  return value;
}
