import type { UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, queryPage } from "../table/read.ts";
import type { Member } from "../table/transact.ts";
import { SavedViews, type ViewedList } from "./contract.ts";

// Beside the person's grants: whoever's account is taken away takes them along.
const key = (userId: UserId, list: ViewedList): Key => ({ pk: `USR#${userId}`, sk: `VIEWS#${list}` });

export async function readViews(deps: Pick<Deps, "table">, userId: UserId, list: ViewedList): Promise<SavedViews> {
  const { pk, sk } = key(userId, list);
  const { items } = await queryPage(deps, {
    KeyConditionExpression: "pk = :pk AND sk = :sk",
    ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
    ConsistentRead: true,
  });
  const [item] = items;
  return item ? SavedViews.parse({ version: item.version, views: item.views }) : { version: 0, views: [] };
}

/** All of a list's views in place of those of the version before. */
export const viewsWrite = (
  { table }: Pick<Deps, "table">,
  userId: UserId,
  list: ViewedList,
  { version, views }: SavedViews,
  change: Change,
): NonNullable<Pick<Member, "Put">> => ({
  Put: {
    TableName: table.name,
    Item: { ...key(userId, list), _t: "views", version, views, ...stamp(change) },
    ConditionExpression: version === 1 ? "attribute_not_exists(pk)" : "#version = :before",
    ...(version === 1 ? {} : { ExpressionAttributeNames: { "#version": "version" }, ExpressionAttributeValues: { ":before": version - 1 } }),
  },
});
