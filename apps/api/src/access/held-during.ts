import type { Instant } from "@cte-partnerships/domain";
import type { KeptGrant } from "./user-store.ts";

/** From when to when a grant was in force; without an end, it is so for good. */
interface Held {
  from: Instant;
  until?: Instant;
}

/**
 * For how long a grant was in force around a span of time: from its history, so that an end that was moved later makes nobody
 * somebody who could see before. Absent where it was not in force at any moment of the span.
 */
export function heldDuring({ terms, takenAt }: Pick<KeptGrant, "terms" | "takenAt">, span: { from: Instant; until: Instant }): Held | undefined {
  const spells: Held[] = [];
  for (const [index, { since, expiresAt }] of terms.entries()) {
    const ends = [terms[index + 1]?.since, expiresAt, takenAt].filter((end) => end !== undefined).sort();
    const until = ends[0];
    if (until !== undefined && until <= since) continue;
    const before = spells.at(-1);
    // An end that was moved while the grant was in force did not interrupt it.
    if (before?.until === since) {
      delete before.until;
      if (until !== undefined) before.until = until;
    } else spells.push({ from: since, ...(until === undefined ? {} : { until }) });
  }
  return spells.find(({ from, until }) => from < span.until && (until === undefined || until > span.from));
}
