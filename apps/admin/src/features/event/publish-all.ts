import type { PublishedMany, SeriesMember } from "../../lib/api/event.ts";
import { ApiProblem } from "../../lib/api-error.ts";

export type Outcome = PublishedMany["outcomes"][number];

/**
 * Publishes all of them, request after request: what the server's time did not reach is asked for again. Where an answer is lost after
 * others came, those stand, and each of the rest says why it is not known to be published.
 */
export async function publishAll(events: readonly SeriesMember[], publish: (some: readonly SeriesMember[]) => Promise<PublishedMany>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let left = events; left.length > 0; ) {
    const some = left;
    const answered = await publish(some).catch((error: unknown) => {
      if (outcomes.length === 0) throw error;
      return { outcomes: some.map(({ id }) => ({ id, refusal: error instanceof ApiProblem ? error.code : "unavailable" })) };
    });
    const again = new Set(answered.outcomes.filter(({ refusal }) => refusal === "not_reached").map(({ id }) => id));
    outcomes.push(...answered.outcomes.filter(({ id }) => !again.has(id)));
    left = some.filter(({ id }) => again.has(id));
  }
  return outcomes;
}
