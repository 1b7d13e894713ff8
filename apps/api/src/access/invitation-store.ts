import { UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { sign } from "../secrets.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, readItem } from "../table/read.ts";
import type { Member } from "../table/transact.ts";

type Store = Pick<Deps, "table" | "secrets">;

/** Beside the subjects of providers, and like these a hash: here of the address, with a key. */
const key = ({ secrets }: Pick<Store, "secrets">, address: string): Key => ({
  pk: `SUB#${sign(secrets.addressKey, "invited", address).toString("hex")}`,
  sk: "SUB",
});

/** Who was invited by this address, whether or not they came. */
export async function findInvited(deps: Store, address: string): Promise<UserId | undefined> {
  const item = await readItem(deps, key(deps, address));
  const userId = UserId.safeParse(item?.userId);
  return userId.success ? userId.data : undefined;
}

export const newInvitationWrite = (deps: Store, address: string, userId: UserId, change: Change): Member => ({
  Put: {
    TableName: deps.table.name,
    Item: { ...key(deps, address), _t: "invitation", userId, ...stamp(change) },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
