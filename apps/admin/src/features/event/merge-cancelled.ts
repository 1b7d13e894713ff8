import { type Event, isSame } from "@cte-partnerships/domain";
import { type EventFormValues, newRowKey, type SessionFormValues } from "./event-form-values.ts";
import type { BothChanged, MergeRow } from "./merge-row.ts";

/** Which sessions are cancelled. A form does not hold it: it is no field, and a cancelled session's row takes nothing any more. */
export interface Cancelled {
  now: ReadonlySet<string>;
  /** When the second clerk began; absent where nobody knows any more. */
  before?: ReadonlySet<string>;
}
export const noneCancelled: Cancelled = { now: new Set() };

export const cancelledIn = (event: Event): ReadonlySet<string> => new Set(event.sessions.filter(({ status }) => status === "cancelled").map(({ id }) => id));

export interface CancelledMerge {
  /** The second one's sessions without what no save would take. */
  mine: SessionFormValues[];
  /** Sessions that the first cancelled while the second changed them: stay cancelled, or are made anew as the second has them. */
  both: BothChanged[];
  /** Sessions that the first cancelled and the second has not touched. */
  onlyTheirs: MergeRow[];
}

/** What the first clerk cancelled, and what becomes of that which the second typed in the same sessions. */
export function mergeCancelled(base: EventFormValues, own: EventFormValues, { now, before }: Cancelled): CancelledMerge {
  const both: BothChanged[] = [];
  const mine = own.sessions.map((session): SessionFormValues => {
    const was = base.sessions.find(({ id }) => id === session.id);
    if (!now.has(session.id) || was === undefined || isSame(was, session)) return session;
    both.push({ id: `sessions/${session.id}`, path: ["sessions", session.id], base: was, theirs: was, mine: session, follows: [], isCancelled: true });
    return was;
  });
  const asked = new Set(both.map(({ id }) => id));
  const onlyTheirs = base.sessions
    .filter(({ id }) => before !== undefined && now.has(id) && !before.has(id) && !asked.has(`sessions/${id}`))
    .map(({ id }): MergeRow => ({ id: `sessions/${id}/status`, path: ["sessions", id, "status"], base: "scheduled", theirs: "cancelled", follows: [] }));
  return { mine, both, onlyTheirs };
}

/** The sessions of the form with what is made anew behind what stays cancelled. */
export const withMadeAnew = (sessions: readonly SessionFormValues[], made: readonly BothChanged[]): SessionFormValues[] =>
  sessions.flatMap((session) => {
    const anew = made.find(({ path }) => path[1] === session.id);
    return anew ? [session, { ...(anew.mine as SessionFormValues), id: "", key: newRowKey() }] : [session];
  });
