/** How many points each thing is worth at the most; whole numbers, 0 where it shall not count. */
export interface MatchWeights {
  sectors: number;
  clusters: number;
  days: number;
  filling: number;
  near: number;
  waiting: number;
  fewer: number;
}

/** What an agency decides for itself about matching. */
export interface MatchingPolicy {
  /** Its grade bands, and the grades in each. */
  gradeBands: Readonly<Record<string, { readonly lowest: number; readonly highest: number }>>;
  /** How near is near enough, where people meet in person. */
  reach: { readonly by: "borough" } | { readonly by: "distance"; readonly kilometresAtMost: number };
  /** What must be shared: a sector, as the commissions are, or a career cluster. */
  field: "sector" | "cluster";
  weights: MatchWeights;
  /** From so many days in common on, more add nothing. */
  daysAtMost: number;
  /** From so many days of waiting on, more add nothing. */
  waitingDaysAtMost: number;
}

/** By borough and sector. Whoever waited long or had little goes before a better fit of the subject: those are the largest weights. */
export const defaultMatchingPolicy: MatchingPolicy = {
  gradeBands: { "6-8": { lowest: 6, highest: 8 }, "9-10": { lowest: 9, highest: 10 }, "11-12": { lowest: 11, highest: 12 } },
  reach: { by: "borough" },
  field: "sector",
  weights: { sectors: 15, clusters: 10, days: 10, filling: 15, near: 10, waiting: 20, fewer: 20 },
  daysAtMost: 10,
  waitingDaysAtMost: 30,
};
