import type { BoroughId, CommissionId } from "../../shared/id.ts";
import type { Zone } from "../../shared/instant.ts";
import { type Agency, defineAgency } from "../agency.ts";
import { activityTypes } from "./activity-types.ts";

// Written by hand and parsed by a test, not whenever a function starts: the first check of a zone alone loads all of Intl.
const commission = (word: string, title: string) => ({ id: `cms_${word}` as CommissionId, title });
const borough = (word: string, title: string) => ({ id: `bor_${word}` as BoroughId, title });

/** New York City Public Schools' industry-partnerships office. Source: the office's Industry Partnerships page, cte.nyc. */
export const nyc: Agency = defineAgency({
  id: "nyc",
  title: "New York City Public Schools",
  office: { title: "Office of Industry Partnerships" },
  zone: "America/New_York" as Zone,
  boroughs: [
    borough("bronx", "Bronx"),
    borough("brooklyn", "Brooklyn"),
    borough("manhattan", "Manhattan"),
    borough("queens", "Queens"),
    borough("staten-island", "Staten Island"),
  ],
  commissions: [
    commission("automotive-and-transportation", "Automotive and Transportation"),
    commission("business-and-finance", "Business and Finance"),
    commission("construction-and-sustainability", "Construction and Sustainability"),
    commission("culinary-hospitality-and-tourism", "Culinary Arts, Hospitality and Tourism"),
    commission("engineering-architecture-and-robotics", "Engineering, Architecture and Robotics"),
    commission("information-technology", "Information Technology"),
    commission("media-technology-and-design", "Media Technology and Design"),
  ],
  schools: [],
  activityTypes,
});
