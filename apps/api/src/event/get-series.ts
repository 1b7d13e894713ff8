import { type Actor, type Event, may, type SeriesId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { Series } from "./copy-contract.ts";
import { eventIdIn } from "./ids-by-request.ts";
import { readEvents, spanOf } from "./store.ts";

/** The events of a series that are there and within reach, in order. */
export async function getSeries(
  deps: Pick<Deps, "table" | "now">,
  actor: Actor,
  { id, firstEventId, of }: { id: SeriesId; firstEventId: Event["id"]; of: number },
): Promise<Series> {
  const ids = Array.from({ length: of }, (_, index) => (index === 0 ? firstEventId : eventIdIn(id, index + 1)));
  const found = await readEvents(deps, new Set(ids));
  const now = deps.now();
  const events = [...found.values()]
    .filter((event) => event.series?.id === id && may(actor, "view_event", { kind: "event", host: event.host }, now))
    .map((event) => {
      const startsAt = spanOf(event)?.startsAt;
      const { title, status, version } = event;
      return { number: event.series?.number ?? 1, id: event.id, title, status, version, ...(startsAt ? { startsAt } : {}) };
    })
    .sort((a, b) => a.number - b.number);
  return { id, of, events };
}
