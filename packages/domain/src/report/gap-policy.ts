/** What an office holds programs to. The two numbers are the city's guidance on approval; the days are the office's own choice. */
export interface GapPolicy {
  industryPartners: number;
  postsecondaryPartners: number;
  /** An approval that ends within so many days is told as expiring. */
  expiringWithinDays: number;
}

/** Two industry partners, one postsecondary partner, and a year's notice of an approval that ends. */
export const defaultGapPolicy: GapPolicy = { industryPartners: 2, postsecondaryPartners: 1, expiringWithinDays: 365 };
