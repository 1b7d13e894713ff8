import { type Instant, millisecondsOf, type UserId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { type Key, readItem } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Member } from "../table/transact.ts";
import type { FormDraft, FormSubject } from "./contract.ts";

const keptForSeconds = 30 * 86_400;
const secondsOf = (instant: Instant) => Math.floor(millisecondsOf(instant) / 1000);

// A partition of its own, and not the person's: that one is read whole at every request, and nothing may delete from it.
const key = (userId: UserId, subject: FormSubject): Key => ({ pk: `FORM#${userId}`, sk: `DRAFT#${subject}` });

/** What is kept of a form. The table removes what has expired some days later, so that is looked at here. */
export async function findFormDraft(deps: Pick<Deps, "table">, userId: UserId, subject: FormSubject, now: Instant): Promise<FormDraft | undefined> {
  const item = await readItem(deps, key(userId, subject));
  if (!item || Number(item[shape.expiresAttribute]) <= secondsOf(now)) return undefined;
  return { begunFrom: Number(item.begunFrom), values: JSON.parse(String(item.values)), keptAt: item.keptAt as Instant };
}

/** In place of what was kept before: a person fills a form in one window at a time. As text, so that its depth is nobody's concern. */
export const formDraftWrite = ({ table }: Pick<Deps, "table">, userId: UserId, subject: FormSubject, draft: FormDraft, change: Change): Member => ({
  Put: {
    TableName: table.name,
    Item: {
      ...key(userId, subject),
      _t: "form-draft",
      begunFrom: draft.begunFrom,
      values: JSON.stringify(draft.values),
      keptAt: draft.keptAt,
      [shape.expiresAttribute]: secondsOf(draft.keptAt) + keptForSeconds,
      ...stamp(change),
    },
  },
});

export const droppedFormDraftWrite = ({ table }: Pick<Deps, "table">, userId: UserId, subject: FormSubject): Member => ({
  Delete: { TableName: table.name, Key: key(userId, subject) },
});
