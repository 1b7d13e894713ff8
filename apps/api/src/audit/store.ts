import type { Instant } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { queryAll, queryPage } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Item, Member } from "../table/transact.ts";
import { writeOne } from "../table/write-one.ts";
import { type AuditRecord, changeIdOf } from "./record.ts";

type Store = Pick<Deps, "table">;

const itemOf = (record: AuditRecord): Item => {
  const order = placeOf(record);
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

const recordFrom = ({ pk: _pk, sk: _sk, _t, listPk: _listPk, listSk: _listSk, ...record }: Item): AuditRecord => record as unknown as AuditRecord;

/** What happened to one subject, oldest first. */
export async function listAuditRecords(deps: Store, subject: string): Promise<AuditRecord[]> {
  const items = await queryAll(deps, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": `AUD#${subject}` }, ConsistentRead: true });
  return items.map(recordFrom);
}

/** Where a record stands among all, latest first. */
export const placeOf = ({ at, changeId }: Pick<AuditRecord, "at" | "changeId">): string => `${at}#${changeId}`;

interface Span {
  from: Instant;
  until: Instant;
  /** Only what stands before this place: what is listed already is not listed again. */
  before?: string | undefined;
}

interface Read {
  records: AuditRecord[];
  hasMore: boolean;
}

/** One read of a subject's records within a span, latest first, and whether there may be more. */
export function readOfSubject(deps: Store, subject: string, span: Span, limit: number): Promise<Read> {
  return latest(deps, { pk: "pk", sk: "sk" }, `AUD#${subject}`, span, limit);
}

/** One read of a day's records (in UTC) within a span, latest first. */
export function readOfDay(deps: Store, day: string, span: Span, limit: number): Promise<Read> {
  return latest(deps, { index: shape.list.name, pk: shape.list.partitionKey, sk: shape.list.sortKey }, `AUDIT#${day}`, span, limit);
}

async function latest(deps: Store, keys: { index?: string; pk: string; sk: string }, partition: string, span: Span, limit: number): Promise<Read> {
  const below = span.before !== undefined && span.before < span.until ? span.before : span.until;
  if (below <= span.from) return { records: [], hasMore: false };
  const { items, lastKey } = await queryPage(deps, {
    ...(keys.index === undefined ? { ConsistentRead: true } : { IndexName: keys.index }),
    KeyConditionExpression: "#pk = :pk AND #sk BETWEEN :from AND :below",
    ExpressionAttributeNames: { "#pk": keys.pk, "#sk": keys.sk },
    ExpressionAttributeValues: { ":pk": partition, ":from": span.from, ":below": below },
    ScanIndexForward: false,
    // One more than is asked for, since the place that was listed last is within.
    Limit: limit + 1,
  });
  return { records: items.map(recordFrom).filter((record) => placeOf(record) < below), hasMore: lastKey !== undefined };
}
