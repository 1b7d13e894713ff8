import { longStanding } from "../../reference/long-standing.ts";
import { addDays, type IsoDate } from "../../shared/date.ts";
import type { CommissionRow } from "../agency.ts";
import type { Written } from "../written-agency.ts";
import { officePage } from "./sources.ts";

/**
 * From when on the later list holds: eight commissions, three of them renamed. The later page has no date, so this day is our
 * choice, the beginning of a school year; what is certain is the order of the two lists.
 */
export const laterListFrom: IsoDate = "2023-07-01";

const earlierListTo = addDays(laterListFrom, -1);
const laterPage = {
  authority: "local_guidance",
  citation: "New York City Public Schools, Industry Commissions & Advisory Council, cte.nyc",
  url: "https://cte.nyc/web/about-cte/industry-commissions-advisory-council",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const;

type Row = Written<CommissionRow>;
type Id = `cms_${string}`;

/** One that both lists name alike. */
const kept = <const Word extends Id>(id: Word, label: string): Row => ({ id, label, aliases: [], from: longStanding, ...officePage });

/** One under the name that it had before, and the one it has since. The old name stays an alias. */
const renamed = <const Word extends Id>(id: Word, before: string, since: string): readonly Row[] => [
  { id, label: before, aliases: [], from: longStanding, to: earlierListTo, ...officePage },
  { id, label: since, aliases: [before], from: laterListFrom, ...laterPage },
];

/** The sector commissions: the seven of the office's page under the names it gives them, and the eight of the later list. */
export const commissions: readonly Row[] = [
  kept("cms_automotive-and-transportation", "Automotive and Transportation"),
  kept("cms_business-and-finance", "Business and Finance"),
  kept("cms_construction-and-sustainability", "Construction and Sustainability"),
  ...renamed("cms_culinary-hospitality-and-tourism", "Culinary Arts, Hospitality and Tourism", "Culinary, Hospitality and Tourism"),
  ...renamed("cms_engineering-architecture-and-robotics", "Engineering, Architecture and Robotics", "Engineering and Architecture"),
  { id: "cms_healthcare", label: "Healthcare", aliases: [], from: laterListFrom, ...laterPage },
  kept("cms_information-technology", "Information Technology"),
  ...renamed("cms_media-technology-and-design", "Media Technology and Design", "Media and Design"),
];
