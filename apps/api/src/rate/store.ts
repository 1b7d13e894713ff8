import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../deps.ts";
import { isPassing } from "../table/retry.ts";

/**
 * Counts one more under a key, unless the cap is reached: one conditional write, so that of any number at once exactly
 * the cap get through. Where the table does not answer nobody is held up here: the write that follows will tell.
 */
export async function countUpTo({ table }: Pick<Deps, "table">, name: string, cap: number, expires: number): Promise<boolean> {
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: `RATE#${name}`, sk: "RATE" },
        UpdateExpression: "ADD #count :one SET #expires = :expires",
        ConditionExpression: "attribute_not_exists(#count) OR #count < :cap",
        ExpressionAttributeNames: { "#count": "count", "#expires": "expires" },
        ExpressionAttributeValues: { ":one": 1, ":cap": cap, ":expires": expires },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
    if (isPassing(error)) return true;
    throw error;
  }
}
