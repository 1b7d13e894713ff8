import type { EmailAddress, Instant } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { crockford } from "../ids.ts";
import { sign } from "../secrets.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, readItem, readItems } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item } from "../table/transact.ts";
import { writeOne } from "../table/write-one.ts";
import { endOf, isInForce, type Suppression, SuppressionReason } from "./suppression.ts";

type Store = Pick<Deps, "table" | "secrets">;

const key = ({ secrets }: Store, email: EmailAddress): Key => ({
  pk: `SUP#${crockford(sign(secrets.addressKey, "suppression", email).subarray(0, 16))}`,
  sk: "SUP",
});

/** Why nothing is sent to this address now; absent where mails go to it. */
export async function findSuppression(deps: Store, email: EmailAddress, now: Instant): Promise<Suppression | undefined> {
  const item = await readItem(deps, key(deps, email));
  return item && suppressionIn(item, now);
}

/** The addresses among these that nothing is sent to now, with why. */
export async function findSuppressions(deps: Store, emails: readonly EmailAddress[], now: Instant): Promise<Map<EmailAddress, Suppression>> {
  const byPartition = new Map(emails.map((email) => [key(deps, email).pk, email]));
  const items = await readItems(
    deps,
    [...byPartition.values()].map((email) => key(deps, email)),
  );
  return new Map(
    items.flatMap((item) => {
      const [email, suppression] = [byPartition.get(String(item.pk)), suppressionIn(item, now)];
      return email && suppression ? [[email, suppression] as const] : [];
    }),
  );
}

function suppressionIn(item: Item, now: Instant): Suppression | undefined {
  const suppression = { reason: SuppressionReason.parse(item.reason), since: item.since as Instant };
  // The table forgets late: a bounce that has run out may stand for days yet.
  return isInForce(suppression, now) ? suppression : undefined;
}

/** From here on nothing is sent to this address. A bounce never shortens what a complaint asked for. */
export async function suppress(deps: Store, email: EmailAddress, suppression: Suppression, change: Change): Promise<void> {
  const end = endOf(suppression);
  const expires = end === undefined ? {} : { [shape.expiresAttribute]: Math.ceil(Date.parse(end) / 1000) };
  await writeOne(deps, {
    Put: {
      TableName: deps.table.name,
      Item: { ...key(deps, email), _t: "suppression", ...suppression, ...expires, ...stamp(change) },
      ConditionExpression: "attribute_not_exists(pk) OR reason <> :complaint OR :reason = :complaint",
      ExpressionAttributeValues: { ":complaint": "complaint", ":reason": suppression.reason },
    },
  });
}

/** Mails go to this address again. True where they did not before. */
export async function liftSuppression(deps: Store, email: EmailAddress): Promise<boolean> {
  const lifted = await writeOne(deps, { Delete: { TableName: deps.table.name, Key: { ...key(deps, email) }, ConditionExpression: "attribute_exists(pk)" } });
  return lifted.ok;
}
