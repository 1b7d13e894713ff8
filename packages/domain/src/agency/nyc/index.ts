import type { Zone } from "../../shared/instant.ts";
import type { Agency } from "../agency.ts";
import { defineAgency } from "../define-agency.ts";
import { activityTypes } from "./activity-types/index.ts";
import { boroughs } from "./boroughs.ts";
import { calendar } from "./calendar.ts";
import { commissions } from "./commissions.ts";

export { sectorClusters, sectorIndustries } from "./sectors.ts";

/**
 * New York City Public Schools' industry-partnerships office, without its rules: what a function needs that starts often. With its
 * rules it is `nycWithRules`, an entry of its own.
 */
export const nyc: Agency<Record<never, never>> = defineAgency({
  id: "nyc",
  title: "New York City Public Schools",
  office: { title: "Office of Industry Partnerships" },
  // Written by hand and parsed by a test, not whenever a function starts: the first check of a zone alone loads all of Intl.
  zone: "America/New_York" as Zone,
  boroughs,
  commissions,
  schools: [],
  activityTypes,
  calendar,
});
