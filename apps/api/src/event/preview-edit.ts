import {
  type Actor,
  accept,
  type Event,
  type EventId,
  type EventInput,
  type Instant,
  type Result,
  refuse,
  sessionsToTell,
  standingStates,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { type SampleMail, sampleMail } from "../mail/sample-mail.ts";
import { decideEdit, type EditRefusal, withMoreSeats } from "./decide-edit.ts";
import { movesUp } from "./moves-up.ts";
import type { EditPreview, SessionMovesUp, SessionTold } from "./preview-contract.ts";
import { sessionIn } from "./session-in.ts";
import { findEvent } from "./store.ts";
import { toldOfEdit } from "./told-of-edit.ts";

/**
 * Who would get which mail if this were saved, as everything stands now. Refused as the save would be. Changes nothing. It reads so
 * many sign-ups and no more, however many the event has: beyond them the numbers are about right, and say so.
 */
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
  const [sessions, moving] = await Promise.all([
    toldOfEdit(deps, before, after, sessionsToTell(before, after)),
    before.status === "draft" ? [] : movesUp(deps, after, withMoreSeats(after, before), now),
  ]);
  return accept({
    sessions,
    movesUp: moving,
    mailCount:
      sessions.reduce((sum, { told }) => sum + standingStates.reduce((ofSession, state) => ofSession + told[state], 0), 0) +
      moving.reduce((sum, { confirmed, pending }) => sum + confirmed + pending, 0),
    isMailCountExact: sessions.every(({ countedIn }) => countedIn === "sign_ups") && !moving.some(({ isAtLeast }) => isAtLeast),
    samples: samplesOf(deps, after, sessions, moving, now),
  });
}

/** One mail of each kind and state that would go out. */
function samplesOf(deps: Deps, event: Event, told: readonly SessionTold[], moving: readonly SessionMovesUp[], at: Instant): SampleMail[] {
  const changed = standingStates.flatMap((state) => {
    const first = told.find((session) => session.told[state] > 0);
    return first ? [sampleMail(deps, { kind: "session_changed", state, event, session: sessionIn(event, first.sessionId), at })] : [];
  });
  const promoted = (["confirmed", "pending"] as const).flatMap((state) => {
    const first = moving.find((session) => session[state] > 0);
    return first ? [sampleMail(deps, { kind: "promoted", state, event, session: sessionIn(event, first.sessionId), at })] : [];
  });
  return [...changed, ...promoted];
}
