import type { DecidedMany, RosterRow } from "../../lib/api/roster.ts";
import { isPassing } from "../../lib/api-error.ts";

/** Somebody about whom it was not done. `why`: the code of a refusal, or the error that kept it from being asked for. */
export interface NotDone {
  person: RosterRow;
  why: string | Error;
}

interface Asking {
  decide: (people: readonly RosterRow[]) => Promise<DecidedMany>;
  /** Reads the roster anew; then tells how somebody stands. */
  readAgain: () => Promise<(person: RosterRow) => RosterRow | undefined>;
  /** The state that the step leads to. */
  leadsTo: RosterRow["state"];
  onProgress: (decided: number) => void;
  pause?: (milliseconds: number) => Promise<void>;
}

/** So many does one request decide on. */
export const perRequest = 25;
/** So often in a row is an answer waited for in vain. */
const mostLost = 4;
const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Decides on all of them, request after request, and says about whom it was not done and why. Whom the server's time did not
 * reach is asked for again. Where no answer comes nobody knows what was done, and "not done" would be a guess: the roster is
 * read again, whoever stands as wanted is done, and who stands as before is asked for once more, a few times.
 */
export async function decideOnAll(people: readonly RosterRow[], asking: Asking): Promise<{ done: number; notDone: NotDone[] }> {
  const { decide, readAgain, leadsTo, onProgress, pause = wait } = asking;
  // Those in line first, as within one request: nobody is promoted only to be declined.
  let left = people.toSorted((a, b) => Number(b.state === "waitlisted") - Number(a.state === "waitlisted"));
  const notDone: NotDone[] = [];
  let done = 0;
  let lost = 0;
  let wasEverLost = false;

  while (left.length > 0) {
    const some = left.slice(0, perRequest);
    const rest = left.slice(perRequest);
    const answered = await decide(some).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    const error = answered instanceof Error ? answered : undefined;
    const outcomes = new Map(answered instanceof Error ? [] : answered.outcomes.map((outcome) => [outcome.id, outcome]));
    const again: RosterRow[] = [];
    const unknown: RosterRow[] = [];
    for (const person of some) {
      const outcome = outcomes.get(person.id);
      if (!outcome) unknown.push(person);
      else if ("state" in outcome) done += 1;
      else if (outcome.refusal === "not_reached") again.push(person);
      // Somebody else's change, or our own whose answer was lost.
      else if (outcome.refusal === "unavailable" || (outcome.refusal === "version_conflict" && wasEverLost)) unknown.push(person);
      else notDone.push({ person, why: outcome.refusal });
    }

    if (unknown.length > 0) {
      lost += 1;
      wasEverLost = true;
      const givesUp = lost >= mostLost || (error !== undefined && !isPassing(error));
      if (!givesUp) await pause(400 * 2 ** lost);
      const standing = await readAgain().catch(() => undefined);
      for (const person of unknown) {
        const now = standing?.(person);
        if (now && now.version !== person.version && now.state === leadsTo) done += 1;
        else if (now && now.version !== person.version) notDone.push({ person, why: "version_conflict" });
        else if (givesUp) notDone.push({ person, why: error ?? "unavailable" });
        else again.push(person);
      }
      if (givesUp && error) return { done, notDone: [...notDone, ...[...again, ...rest].map((person) => ({ person, why: error }))] };
    } else lost = 0;
    left = [...again, ...rest];
    onProgress(people.length - left.length);
  }
  return { done, notDone };
}
