import { readFileSync } from "node:fs";
import { join } from "node:path";
import { shape } from "../src/table/shape.ts";

/**
 * What each deployed function may do at the table: the evaluated policies of the deployment, as its own tests write them down.
 * Read as a file, since the code knows nothing of the deployment.
 */
const goldenFile = join(import.meta.dirname, "../../../infra/test/golden/policies.txt");

export type Deployed = "PublicApi" | "AdminApi" | "Stream" | "Mailer" | "Schedule" | "Bounces";

/** `GetItem`, at `table` or `index list`, of partitions such as `SES#*`. */
export interface Grant {
  action: string;
  place: string;
  partition: string;
}

export const wordsOf = ({ action, place, partition }: Grant): string => `${action} ${place} ${partition}`;

export const grantsOf: ReadonlyMap<Deployed, readonly Grant[]> = new Map(
  readFileSync(goldenFile, "utf8")
    .trim()
    .split("\n\n")
    .map((block) => {
      const [name = "", ...rows] = block.split("\n");
      return [name as Deployed, rows.flatMap(grantsIn)];
    }),
);

function grantsIn(row: string): Grant[] {
  const [action = "", place = "", partitions = ""] = row.trim().split(/ {2,}/);
  if (!action.startsWith("dynamodb:") || place === "stream") return [];
  return partitions.split(" ").map((partition) => ({ action: action.replace("dynamodb:", ""), place, partition }));
}

/** What a command asks of the table, one entry for each partition that it reaches. */
export function askedBy({ constructor: { name }, input }: { constructor: { name: string }; input: object }): Grant[] {
  const command = input as any;
  switch (name) {
    case "GetCommand":
      return [atTable("GetItem", command.Key)];
    case "BatchGetCommand":
      return Object.values<{ Keys: Keyed[] }>(command.RequestItems).flatMap(({ Keys }) => Keys.map((key) => atTable("BatchGetItem", key)));
    case "QueryCommand":
      return [{ action: "Query", place: command.IndexName ? `index ${command.IndexName}` : "table", partition: partitionAsked(command) }];
    case "TransactWriteCommand":
      return command.TransactItems.flatMap((member: object) => Object.entries(member).map(([kind, write]) => writing(kind, write)));
    case "PutCommand":
    case "UpdateCommand":
    case "DeleteCommand":
      return [writing(name.replace("Command", ""), command)];
    default:
      return [{ action: name.replace("Command", ""), place: "table", partition: "" }];
  }
}

type Keyed = Record<string, unknown>;

const writing = (kind: string, { Key, Item }: { Key?: Keyed; Item?: Keyed }): Grant =>
  atTable(kind === "ConditionCheck" ? "ConditionCheckItem" : `${kind}Item`, Item ?? Key);

const atTable = (action: string, key: Keyed | undefined): Grant => ({ action, place: "table", partition: String(key?.[shape.partitionKey]) });

/** A query names its partition first, as `pk = :pk`; one that does not would be refused. */
function partitionAsked(query: {
  KeyConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues: Keyed;
  IndexName?: string;
}): string {
  const [, named = "", value = ""] = /^\s*([#\w]+)\s*=\s*(:\w+)/.exec(query.KeyConditionExpression) ?? [];
  const key = query.ExpressionAttributeNames?.[named] ?? named;
  const index = [shape.list, shape.host].find(({ name }) => name === query.IndexName);
  return key === (index?.partitionKey ?? shape.partitionKey) ? String(query.ExpressionAttributeValues[value]) : "";
}

/** The grant that allows this, if there is one. */
export const allowing = (name: Deployed, { action, place, partition }: Grant): Grant | undefined =>
  grantsOf.get(name)?.find((grant) => grant.action === action && grant.place === place && isLike(grant.partition, partition));

/** As IAM reads `StringLike`: a star stands for any text, wherever it is. */
function isLike(pattern: string, partition: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return partition !== "" && new RegExp(`^${parts.join(".*")}$`, "s").test(partition);
}
