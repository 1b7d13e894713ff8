import { type Actor, type EventId, may, remainingSeats } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import type { EventNumbers } from "./contract.ts";
import { readRows } from "./row-store.ts";

/**
 * How many are taken and wait at some events, from the seats themselves. Asked for the events that somebody sees, so a list costs
 * the same however long it is. What is out of reach is left out, as if it were not there.
 */
export async function countEvents(deps: Deps, { actor, ids }: { actor: Actor; ids: readonly EventId[] }): Promise<EventNumbers> {
  const now = deps.now();
  const rows = (await readRows(deps, ids)).filter(({ row }) => may(actor, "view_event", { kind: "event", host: row.host }, now));
  const seats = await readSeats(
    deps,
    rows.flatMap(({ seatsOf }) => seatsOf),
  );
  return {
    items: rows.map(({ row, seatsOf }) => {
      const counted = seatsOf.flatMap((sessionId) => seats.get(sessionId) ?? []);
      const sum = (of: (one: (typeof counted)[number]) => number) => counted.reduce((all, one) => all + of(one), 0);
      return {
        id: row.id,
        // A draft has no seats yet: what it will have stands in its row.
        capacity: counted.length === 0 ? row.capacity : sum(({ capacity }) => capacity),
        taken: sum((one) => one.capacity - remainingSeats(one)),
        held: sum(({ held }) => held),
        waiting: sum(({ waiting }) => waiting),
      };
    }),
  };
}
