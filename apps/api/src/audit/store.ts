import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { queryAll } from "../table/read.ts";
import type { Item, Member } from "../table/transact.ts";
import { writeOne } from "../table/write-one.ts";
import { type AuditRecord, changeIdOf } from "./record.ts";

type Store = Pick<Deps, "table">;

const itemOf = (record: AuditRecord): Item => {
  const order = `${record.at}#${record.changeId}`;
  return { pk: `AUD#${record.subject}`, sk: order, _t: "audit-record", listPk: `AUDIT#${record.at.slice(0, 10)}`, listSk: order, ...record };
};

const putOf = ({ table }: Store, record: AuditRecord) => ({ TableName: table.name, Item: itemOf(record), ConditionExpression: "attribute_not_exists(pk)" });

/** Files a record, once: delivered again it changes nothing. Records are never changed and never deleted. */
export async function fileAuditRecord(deps: Store, record: AuditRecord): Promise<void> {
  await writeOne(deps, { Put: putOf(deps, record) });
}

/**
 * Member of a transaction, for what must not happen without its record: grants, exports, approvals. The stream makes no
 * second one of the same change, since both stand under the same key.
 *
 * @param facts `item` is the item that the change writes, with its version after the change; absent where a reading is
 *   audited, such as an export. `changed`, `before` and `after` must say nothing personal.
 */
export function auditWrite(
  deps: Pick<Deps, "table" | "ids">,
  facts: {
    subject: string;
    item?: { pk: string; sk: string; version?: number };
    change: Change;
    changed?: string[];
    before?: Record<string, unknown>;
    after?: Record<string, unknown>;
  },
): Member {
  const { at, op } = facts.change;
  const record: AuditRecord = {
    subject: facts.subject,
    changeId: facts.item ? changeIdOf(facts.item, at, op) : deps.ids.ulid(),
    at,
    by: stamp(facts.change)._by,
    op,
    changed: facts.changed ?? [],
    before: facts.before ?? {},
    after: facts.after ?? {},
  };
  return { Put: putOf(deps, record) };
}

/** What happened to one subject, oldest first. */
export async function listAuditRecords(deps: Store, subject: string): Promise<AuditRecord[]> {
  const items = await queryAll(deps, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": `AUD#${subject}` }, ConsistentRead: true });
  return items.map(({ pk: _pk, sk: _sk, _t, listPk: _listPk, listSk: _listSk, ...record }) => record as unknown as AuditRecord);
}
