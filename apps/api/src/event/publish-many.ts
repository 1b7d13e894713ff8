import { type Actor, type EventId, may, type PublishFault } from "@cte-partnerships/domain";
import { beginsWithin } from "../begins-within.ts";
import type { Deps } from "../deps.ts";
import { Unavailable } from "../table/unavailable.ts";
import { findEventWithinReach } from "./get-event.ts";
import { publishEvent } from "./publish-event.ts";

export type PublishOutcome = { id: EventId } & ({ status: "published"; version: number } | { refusal: string; faults?: readonly PublishFault[] });

/**
 * Publishes events one after the other, each with its own outcome: one that cannot be published stops none of the others. What the
 * time does not reach is `not_reached`: nothing was done about it, and it may be asked for again.
 */
export async function publishMany(
  deps: Deps,
  { actor, events }: { actor: Actor; events: readonly { id: EventId; version: number }[] },
  within?: number,
): Promise<PublishOutcome[]> {
  const hasTime = beginsWithin(within);
  const outcomes: PublishOutcome[] = [];
  for (const { id, version } of events) {
    if (!hasTime()) {
      outcomes.push({ id, refusal: "not_reached" });
      continue;
    }
    try {
      outcomes.push({ id, ...(await publishOne(deps, actor, id, version)) });
    } catch (error) {
      // Those before are published: whoever asked must hear so, whatever becomes of this one.
      if (!(error instanceof Unavailable)) throw error;
      outcomes.push({ id, refusal: "unavailable" });
    }
  }
  return outcomes;
}

async function publishOne(deps: Deps, actor: Actor, id: EventId, version: number) {
  const event = await findEventWithinReach(deps, actor, id);
  if (!event) return { refusal: "event_unknown" };
  if (!may(actor, "publish_event", { kind: "event", host: event.host }, deps.now())) return { refusal: "forbidden" };
  const published = await publishEvent(deps, { eventId: id, version, by: { kind: "user", userId: actor.userId } });
  if (published.ok) return { status: "published" as const, version: published.value.version };
  const { refusal } = published;
  return { refusal: refusal.code, ...(refusal.code === "event_not_ready" ? { faults: refusal.faults } : {}) };
}
