import { type Actor, type Event, may, type SessionId } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { actionsOn, seatCounts } from "../event/get-event.ts";
import type { Roster } from "./contract.ts";
import { arrivedAtMost } from "./roster-mark.ts";
import { findSeats } from "./seats-store.ts";
import { listArrived } from "./store.ts";

/** A session with its seats, and what this actor may see and do: everything of a roster but the people, whatever their number. */
export async function getRoster(deps: Deps, { actor, event, sessionId }: { actor: Actor; event: Event; sessionId: SessionId }): Promise<Roster | undefined> {
  const [storedSeats, arrived] = await Promise.all([findSeats(deps, sessionId), listArrived(deps, sessionId, arrivedAtMost)]);
  const session = event.sessions.find((known) => known.id === sessionId);
  if (!storedSeats || !session) return undefined;
  const now = deps.now();
  const { id, title, status, version, venue, needsApproval, questions } = event;
  const { label, startsAt, endsAt } = session;
  return {
    event: { id, title, status, version, zone: venue.zone, needsApproval, questions },
    session: { id: sessionId, ...(label === undefined ? {} : { label }), startsAt, endsAt, partySizeLimit: storedSeats.seats.partySizeLimit },
    seats: seatCounts(storedSeats.seats),
    unsettled: arrived.length,
    showsPeople: may(actor, "view_people", { kind: "event", host: event.host }, now),
    may: actionsOn(actor, event, now),
  };
}
