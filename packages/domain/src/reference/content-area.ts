import type { DatedTable, ReferenceRow } from "./dated-table.ts";
import { longStanding } from "./long-standing.ts";
import { sourcedTable } from "./sourced.ts";

/** A content area of New York State's program approval, as a stable word. */
export type ContentAreaId =
  | "agriculture"
  | "business-and-marketing"
  | "family-and-consumer-sciences"
  | "health-sciences"
  | "technology"
  | "trade-and-technical";

/** The content areas that New York State approves CTE programs in. */
export const contentAreas: DatedTable<ReferenceRow<ContentAreaId>> = sourcedTable<ReferenceRow<ContentAreaId>>(
  {
    aliases: [],
    authority: "state_guidance",
    citation: "Introduction to NYSED CTE Program Approval, CTE Technical Assistance Center of New York",
    url: "https://nyctecenter.org/introduction-to-nysed-cte-program-approval",
    retrievedOn: "2026-11-01",
    confidence: "verified",
    // The page gives no first day; this one is ours, early enough for any program that is approved today.
    from: longStanding,
  },
  [
    { id: "agriculture", label: "Agriculture" },
    { id: "business-and-marketing", label: "Business and Marketing" },
    { id: "family-and-consumer-sciences", label: "Family and Consumer Sciences" },
    { id: "health-sciences", label: "Health Sciences" },
    { id: "technology", label: "Technology" },
    { id: "trade-and-technical", label: "Trade and Technical" },
  ],
);
