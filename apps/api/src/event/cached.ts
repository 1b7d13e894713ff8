import type { Event, EventId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findEvent, findEventBySlug } from "./store.ts";

const keptForMilliseconds = 1000;
const keptAtMost = 500;

interface Kept {
  until: number;
  event: Promise<Event | undefined>;
}

// By table, so that two tables in one process (tests, mostly) never answer for each other.
const keptByTable = new WeakMap<Deps["table"], Map<string, Kept>>();

/**
 * An event as it was at most a second ago: for the public's reads and the look before a sign-up. What must be true to the
 * instant (seats, cancelled) stands on the seat item, which is never kept.
 */
export const cachedEvent = (deps: Pick<Deps, "table">, eventId: EventId): Promise<Event | undefined> =>
  kept(deps, `id ${eventId}`, () => findEvent(deps, eventId));

export const cachedEventBySlug = (deps: Pick<Deps, "table">, slug: string): Promise<Event | undefined> =>
  kept(deps, `slug ${slug}`, () => findEventBySlug(deps, slug));

/** What this process changed itself, it shows at once. */
export function forgetEvent({ table }: Pick<Deps, "table">, { id, slug }: Pick<Event, "id" | "slug">): void {
  const all = keptByTable.get(table);
  all?.delete(`id ${id}`);
  all?.delete(`slug ${slug}`);
}

function kept({ table }: Pick<Deps, "table">, name: string, read: () => Promise<Event | undefined>): Promise<Event | undefined> {
  const all = keptByTable.get(table) ?? new Map<string, Kept>();
  keptByTable.set(table, all);
  const now = performance.now();
  const known = all.get(name);
  if (known && now < known.until) return known.event;
  const event = read();
  const entry = { until: now + keptForMilliseconds, event };
  all.delete(name);
  all.set(name, entry);
  // The oldest goes first: names made up by strangers cannot fill the memory.
  for (const oldest of all.keys()) {
    if (all.size <= keptAtMost) break;
    all.delete(oldest);
  }
  // A failure is not kept: the next reader tries again.
  event.catch(() => {
    if (all.get(name) === entry) all.delete(name);
  });
  return event;
}
