import type { Deps } from "../deps.ts";
import { writeOne } from "../table/write-one.ts";

/**
 * Counts one more under a key, unless the cap is reached: one conditional write, so that of any number at once no more
 * than the cap get through. Throws `Unavailable` where the table does not answer: a limit that gave way to a busy table
 * would be none when it is needed.
 */
export async function countUpTo({ table }: Pick<Deps, "table">, name: string, cap: number, expires: number): Promise<boolean> {
  const counted = await writeOne(
    { table },
    {
      Update: {
        TableName: table.name,
        Key: { pk: `RATE#${name}`, sk: "RATE" },
        UpdateExpression: "ADD #count :one SET #expires = :expires",
        ConditionExpression: "attribute_not_exists(#count) OR #count < :cap",
        ExpressionAttributeNames: { "#count": "count", "#expires": "expires" },
        ExpressionAttributeValues: { ":one": 1, ":cap": cap, ":expires": expires },
      },
    },
  );
  return counted.ok;
}
