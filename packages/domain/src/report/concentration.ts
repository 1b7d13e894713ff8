import type { PartnerId } from "../shared/id.ts";

/** How far engagements hang on few partners. */
export interface Concentration {
  engagements: number;
  partners: number;
  /** The partner with the most of them; of several, the first by its id. Absent where there is none. */
  topPartnerId?: PartnerId;
  /** Its share, 0 to 1. */
  topShare: number;
  /** Herfindahl-Hirschman index: the sum of the squared shares, from near 0 (many alike) to 1 (one alone). 0 where there is nothing. */
  hhi: number;
}

/**
 * How concentrated engagements are, from how many each partner has.
 *
 * @example
 * concentrationOf(new Map([["prt_a", 3], ["prt_b", 1]])).hhi // 0.625
 */
export function concentrationOf(engagementsByPartner: ReadonlyMap<PartnerId, number>): Concentration {
  let engagements = 0;
  let squares = 0;
  let top: [PartnerId, number] | undefined;
  for (const [partner, count] of engagementsByPartner) {
    engagements += count;
    squares += count * count;
    if (!top || count > top[1] || (count === top[1] && partner < top[0])) top = [partner, count];
  }
  if (!top) return { engagements: 0, partners: 0, topShare: 0, hhi: 0 };
  return { engagements, partners: engagementsByPartner.size, topPartnerId: top[0], topShare: top[1] / engagements, hhi: squares / engagements ** 2 };
}
