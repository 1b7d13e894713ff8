import type { Event } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { write } from "../table/transact.ts";
import { besideEvent } from "./beside-event.ts";
import { decidingOf, readDeciding } from "./deciding-store.ts";
import { readRows } from "./row-store.ts";
import { findStampedEvent, unchangedEventCheck } from "./store.ts";

/**
 * Writes what lists and calendars are drawn from beside those of these events that lack it, or have it of an earlier version:
 * events from before there was such a thing. What is written says when the event last changed, and not that it changed now.
 */
export async function mendBeside(deps: Deps, events: readonly Event[]): Promise<number> {
  const rows = new Map(
    (
      await readRows(
        deps,
        events.map(({ id }) => id),
      )
    ).map(({ row }) => [row.id, row.version]),
  );
  const deciding = events.filter((event) => decidingOf(event) !== undefined).map(({ id }) => id);
  const found = await readDeciding(deps, deciding);
  const lacking = new Set(deciding.filter((id) => !found.has(id)));
  let mended = 0;
  for (const { id, version } of events) {
    if (rows.get(id) === version && !lacking.has(id)) continue;
    const stamped = await findStampedEvent(deps, id);
    if (!stamped) continue;
    const { event, changedAt: at } = stamped;
    const change = { by: { kind: "system", part: "reconcile" }, at, op: "event.mend" } as const;
    // Whoever changes it meanwhile writes the same themselves.
    const written = await write(deps, [unchangedEventCheck(deps, event), ...besideEvent(deps, undefined, event, change)]);
    if (written.ok) mended += 1;
  }
  return mended;
}
