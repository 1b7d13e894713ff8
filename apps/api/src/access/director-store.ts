import type { GrantId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Key } from "../table/read.ts";
import type { Member } from "../table/transact.ts";

type Store = Pick<Deps, "table">;

/**
 * The grants that keep an agency from having nobody who may give roles: a director's, over the whole city, without an end, of
 * somebody who has signed in or is known by their provider's name. Changed with these grants in one transaction, so that two
 * directors who each take the other's at once cannot leave none.
 */
const key: Key = { pk: "DIRECTORS", sk: "DIRECTORS" };

export const directorAddedWrite = ({ table }: Store, grantIds: readonly GrantId[]): Member => ({
  Update: {
    TableName: table.name,
    Key: { ...key },
    UpdateExpression: "ADD grantIds :ids SET #kind = :kind",
    ExpressionAttributeNames: { "#kind": "_t" },
    ExpressionAttributeValues: { ":ids": new Set(grantIds), ":kind": "directors" },
  },
});

/** Holds only where the agency never had one. */
export function firstDirectorWrite(deps: Store, grantId: GrantId): Member {
  const { Update } = directorAddedWrite(deps, [grantId]);
  if (!Update) throw new Error("it is an update");
  return { Update: { ...Update, ConditionExpression: "attribute_not_exists(pk)" } };
}

/** Holds only where another one stays. */
export const directorRemovedWrite = ({ table }: Store, grantId: GrantId): Member => ({
  Update: {
    TableName: table.name,
    Key: { ...key },
    UpdateExpression: "DELETE grantIds :ids",
    ConditionExpression: "contains(grantIds, :id) AND size(grantIds) > :one",
    ExpressionAttributeValues: { ":ids": new Set([grantId]), ":id": grantId, ":one": 1 },
  },
});
