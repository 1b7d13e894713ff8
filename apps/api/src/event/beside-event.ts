import type { Event } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Change } from "../table/changes.ts";
import type { Member } from "../table/transact.ts";
import { monthWrites } from "./calendar-store.ts";
import { decidingWrites } from "./deciding-store.ts";
import { rowOf } from "./row-of.ts";
import { rowWrites } from "./row-store.ts";

/**
 * What is written beside an event in the same transaction, so that lists and calendars are found without reading events: whoever
 * writes an event writes these, and nobody else does. The event's own condition guards them.
 *
 * @param before absent for an event that is made; `after`: absent for one that is discarded
 */
export const besideEvent = (deps: Pick<Deps, "table">, before: Event | undefined, after: Event | undefined, change: Change): Member[] => [
  ...rowWrites(deps, before, after && { event: after, row: rowOf(after) }, change),
  ...monthWrites(deps, before, after, change),
  ...decidingWrites(deps, before, after, change),
];
