import { type Event, isSame, type Seats, type Session, type StandingState, standingStates } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { countByState } from "../sign-up/state-counts-store.ts";
import type { SessionTold } from "./preview-contract.ts";

/** So many sign-ups are counted one by one at the most; beyond them the seats tell, which are counted already. */
const countedAtMost = 4000;

/** Who of each session hears that its time or place changes. */
export async function toldOfEdit(deps: Deps, before: Event, after: Event, sessions: readonly Session[], most = countedAtMost): Promise<SessionTold[]> {
  const seats = await readSeats(
    deps,
    sessions.map(({ id }) => id),
  );
  const told: SessionTold[] = [];
  let left = most;
  for (const session of sessions) {
    const { confirmed = 0, held = 0, waiting = 0 } = seats.get(session.id) ?? {};
    // Nobody is read who could not all be read: what is left may do for a smaller session.
    const counted = confirmed + held + waiting <= left ? await countByState(deps, session.id, left) : undefined;
    left -= counted?.looked ?? 0;
    const isCounted = counted?.isWhole === true;
    const numbers = Object.fromEntries(standingStates.map((state) => [state, counted?.counts.get(state) ?? 0])) as Record<StandingState, number>;
    told.push({
      sessionId: session.id,
      ...(session.label === undefined ? {} : { label: session.label }),
      ...changesOf(before, after, session),
      told: isCounted ? numbers : countedBySeats({ confirmed, held, waiting }),
      countedIn: isCounted ? "sign_ups" : "seats",
    });
  }
  return told;
}

/** Whoever was not settled yet stands in no seat: there are seconds of them. */
const countedBySeats = ({ confirmed, held, waiting }: Pick<Seats, "confirmed" | "held" | "waiting">): Record<StandingState, number> => ({
  received: 0,
  confirmed,
  pending: held,
  waitlisted: waiting,
});

function changesOf(before: Event, after: Event, session: Session): Pick<SessionTold, "changes" | "before" | "after"> {
  const was = before.sessions.find(({ id }) => id === session.id) ?? session;
  const isMoved = was.startsAt !== session.startsAt || was.endsAt !== session.endsAt;
  return {
    changes: [...(isMoved ? (["time"] as const) : []), ...(isSame(before.venue, after.venue) ? [] : (["place"] as const))],
    before: { startsAt: was.startsAt, endsAt: was.endsAt },
    after: { startsAt: session.startsAt, endsAt: session.endsAt },
  };
}
