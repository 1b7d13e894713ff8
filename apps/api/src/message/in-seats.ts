import type { MessageAudience, Seats } from "@cte-partnerships/domain";

type State = Extract<MessageAudience, { kind: "states" }>["states"][number];

/** Where a session's seats count those in a state: people who have or hold a seat, parties who wait. */
const countedAs = { confirmed: "confirmed", pending: "held", waitlisted: "waiting" } as const satisfies Partial<Record<State, keyof Seats>>;

/**
 * How many of a session are in these states, as its seats count them: nobody is read for it. Whoever is in no seat and in no line any
 * more is not counted there (`areAllCounted`). A session without seats was never open to anybody.
 */
export function inSeats(
  seats: Pick<Seats, "confirmed" | "held" | "waiting"> | undefined,
  states: readonly State[],
): { people: number; areAllCounted: boolean } {
  const isCounted = (state: State): state is keyof typeof countedAs => Object.hasOwn(countedAs, state);
  return {
    people: seats ? states.filter(isCounted).reduce((sum, state) => sum + seats[countedAs[state]], 0) : 0,
    areAllCounted: seats === undefined || states.every(isCounted),
  };
}
