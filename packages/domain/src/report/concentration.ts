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
 * How concentrated engagements are, from how many each partner has: a count beside each id. Where a partner has none its count is 0
 * or absent.
 *
 * @example
 * concentrationOf([3, 1], ["prt_a", "prt_b"]).hhi // 0.625
 */
export function concentrationOf(counts: readonly (number | undefined)[], partnerIds: readonly PartnerId[]): Concentration {
  let [partners, engagements, squares, most] = [0, 0, 0, 0];
  let topPartnerId: PartnerId | undefined;
  // By number and not by iterator: a city has ten thousands of them, once for each sector.
  for (let number = 0; number < partnerIds.length; number++) {
    const count = counts[number] ?? 0;
    if (count === 0) continue;
    partners++;
    engagements += count;
    squares += count * count;
    const id = partnerIds[number];
    if (count < most || (count === most && topPartnerId !== undefined && id !== undefined && id > topPartnerId)) continue;
    most = count;
    topPartnerId = id;
  }
  if (topPartnerId === undefined) return { engagements: 0, partners: 0, topShare: 0, hhi: 0 };
  return { engagements, partners, topPartnerId, topShare: most / engagements, hhi: squares / engagements ** 2 };
}
