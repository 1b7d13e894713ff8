import {
  type Actor,
  accept,
  type Event,
  type EventId,
  type EventInput,
  type Instant,
  isSame,
  type Result,
  refuse,
  type Session,
  type SessionId,
  type StandingState,
  sessionsToTell,
  settle,
  standingStates,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type SampleMail, sampleMail } from "../mail/sample-mail.ts";
import { findSeats } from "../sign-up/seats-store.ts";
import { countByState } from "../sign-up/state-counts-store.ts";
import { listWaiting } from "../sign-up/store.ts";
import { decideEdit, type EditRefusal, withMoreSeats } from "./decide-edit.ts";
import type { EditPreview, SessionMovesUp, SessionTold } from "./preview-contract.ts";
import { findEvent } from "./store.ts";

/** Who would get which mail if this were saved, as everything stands now. Refused as the save would be. Changes nothing. */
export async function previewEdit(
  deps: Deps,
  { actor, eventId, version, input }: { actor: Actor; eventId: EventId; version: number; input: EventInput },
): Promise<Result<EditPreview, EditRefusal>> {
  const before = await findEvent(deps, eventId);
  if (!before) return refuse({ code: "event_unknown" });
  if (before.version !== version) return refuse({ code: "version_conflict", current: before.version });
  const now = deps.now();
  const decided = await decideEdit(deps, { actor, event: before, input, now });
  if (!decided.ok) return decided;
  const after = decided.value;
  const [sessions, movesUp] = await Promise.all([
    Promise.all(sessionsToTell(before, after).map((session) => toldOf(deps, before, after, session))),
    before.status === "draft" ? [] : Promise.all(withMoreSeats(after, before).map((sessionId) => movesUpIn(deps, after, sessionId, now))),
  ]);
  const moving = movesUp.filter(({ confirmed, pending }) => confirmed + pending > 0);
  return accept({
    sessions,
    movesUp: moving,
    mailCount:
      sessions.reduce((sum, { told }) => sum + standingStates.reduce((ofSession, state) => ofSession + told[state], 0), 0) +
      moving.reduce((sum, { confirmed, pending }) => sum + confirmed + pending, 0),
    samples: samplesOf(deps, after, sessions, moving, now),
  });
}

async function toldOf(deps: Deps, before: Event, after: Event, session: Session): Promise<SessionTold> {
  const was = before.sessions.find(({ id }) => id === session.id) ?? session;
  const counts = await countByState(deps, session.id);
  const told = Object.fromEntries(standingStates.map((state) => [state, counts.get(state) ?? 0])) as Record<StandingState, number>;
  const isMoved = was.startsAt !== session.startsAt || was.endsAt !== session.endsAt;
  return {
    sessionId: session.id,
    ...(session.label === undefined ? {} : { label: session.label }),
    changes: [...(isMoved ? (["time"] as const) : []), ...(isSame(before.venue, after.venue) ? [] : (["place"] as const))],
    before: { startsAt: was.startsAt, endsAt: was.endsAt },
    after: { startsAt: session.startsAt, endsAt: session.endsAt },
    told,
  };
}

/** By the same decision that would seat them, asked until nobody more moves. */
async function movesUpIn(deps: Deps, after: Event, sessionId: SessionId, now: Instant): Promise<SessionMovesUp> {
  const session = sessionIn(after, sessionId);
  const [stored, waiting] = await Promise.all([findSeats(deps, sessionId), listWaiting(deps, sessionId)]);
  const moved = { confirmed: 0, pending: 0 };
  if (stored) {
    let line = waiting;
    let seats = { ...stored.seats, startsAt: session.startsAt, capacity: session.capacity, needsApproval: after.needsApproval };
    for (let hasMore = true; hasMore; ) {
      const settled = settle(seats, line, [], now);
      const seated = new Set(settled.outcomes.map(({ id }) => id));
      for (const { to } of settled.outcomes) if (to === "confirmed" || to === "pending") moved[to] += 1;
      line = line.filter(({ id }) => !seated.has(id));
      seats = settled.seats;
      hasMore = settled.hasMore && seated.size > 0;
    }
  }
  return { sessionId, ...(session.label === undefined ? {} : { label: session.label }), ...moved };
}

const sessionIn = (event: Event, sessionId: SessionId): Session => {
  const session = event.sessions.find(({ id }) => id === sessionId);
  if (!session) throw new Error("a session that changes is not in its event");
  return session;
};

/** One mail of each kind and state that would go out. */
function samplesOf(deps: Deps, event: Event, told: readonly SessionTold[], movesUp: readonly SessionMovesUp[], at: Instant): SampleMail[] {
  const changed = standingStates.flatMap((state) => {
    const first = told.find((session) => session.told[state] > 0);
    return first ? [sampleMail(deps, { kind: "session_changed", state, event, session: sessionIn(event, first.sessionId), at })] : [];
  });
  const promoted = (["confirmed", "pending"] as const).flatMap((state) => {
    const first = movesUp.find((session) => session[state] > 0);
    return first ? [sampleMail(deps, { kind: "promoted", state, event, session: sessionIn(event, first.sessionId), at })] : [];
  });
  return [...changed, ...promoted];
}
