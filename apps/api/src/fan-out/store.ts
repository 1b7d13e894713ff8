import type { Instant } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type Change, stamp } from "../table/changes.ts";
import { queryAll, readItem } from "../table/read.ts";
import { shape } from "../table/shape.ts";
import type { Member } from "../table/transact.ts";
import { writeOne } from "../table/write-one.ts";
import { FanOut, type FanOutDraft } from "./fan-out.ts";

type Store = Pick<Deps, "table">;

const key = (id: string) => ({ pk: `FAN#${id}`, sk: "FAN" });
const running = "FANS#running";

/** Starts a fan-out, once: started again it changes nothing. */
export async function startFanOut({ table }: Store, draft: FanOutDraft, change: Change): Promise<void> {
  const Item = {
    ...key(draft.id),
    _t: "fan-out",
    state: "running",
    page: 1,
    movedAt: change.at,
    listPk: running,
    listSk: `${change.at}#${draft.id}`,
    ...draft,
    ...stamp(change),
  };
  await writeOne({ table }, { Put: { TableName: table.name, Item, ConditionExpression: "attribute_not_exists(pk)" } });
}

export async function findFanOut(deps: Store, id: string): Promise<FanOut | undefined> {
  const item = await readItem(deps, key(id));
  return item && FanOut.parse(item);
}

/** A page is done, if nobody else did it meanwhile. Without a cursor it was the last. */
export function pageDoneWrite({ table }: Store, { id, page }: FanOut, cursor: string | undefined, change: Change): Member {
  const { _by, _at, _op } = stamp(change);
  const next = cursor === undefined ? "#state = :done" : "#cursor = :cursor";
  return {
    Update: {
      TableName: table.name,
      Key: key(id),
      UpdateExpression: `SET ${next}, page = :next, movedAt = :at, #by = :by, #at = :at, #op = :op${cursor === undefined ? ", #expires = :expires REMOVE listPk, listSk" : ""}`,
      ConditionExpression: "page = :page AND #state = :running",
      ExpressionAttributeNames: {
        "#state": "state",
        "#by": "_by",
        "#at": "_at",
        "#op": "_op",
        ...(cursor === undefined ? { "#expires": shape.expiresAttribute } : { "#cursor": "cursor" }),
      },
      ExpressionAttributeValues: {
        ":page": page,
        ":next": page + 1,
        ":running": "running",
        ":by": _by,
        ":at": _at,
        ":op": _op,
        ...(cursor === undefined ? { ":done": "done", ":expires": Math.floor(Date.parse(change.at) / 1000) + keptForDays * 86_400 } : { ":cursor": cursor }),
      },
    },
  };
}

const keptForDays = 90;

/** Fan-outs whose last page was done before this moment, and that are not at their end: something went wrong on their way. */
export async function listStuckFanOuts(deps: Store, before: Instant): Promise<FanOut[]> {
  const items = await queryAll(deps, {
    IndexName: shape.list.name,
    KeyConditionExpression: "listPk = :running",
    FilterExpression: "movedAt < :before",
    ExpressionAttributeValues: { ":running": running, ":before": before },
  });
  return items.map((item) => FanOut.parse(item));
}
