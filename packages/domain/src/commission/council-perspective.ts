import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import type { Source } from "../reference/source.ts";
import { type SharedKey, sourcedTable } from "../reference/sourced.ts";

/** The law on the advisory council. */
export const councilLaw = {
  authority: "state_law",
  citation: "N.Y. Education Law § 4601",
  url: "https://www.nysenate.gov/legislation/laws/EDN/4601",
  retrievedOn: "2026-11-01",
  confidence: "verified",
} as const satisfies Source;

/** What somebody on the council is familiar with or speaks for. Management and labor are one perspective of the law, and both must be there. */
export type CouncilView = "management" | "labor" | "postsecondaryAndAdult" | "manpower" | "disabilities" | "community" | "student";

/** A perspective that the law wants on the council. */
export interface CouncilPerspective extends ReferenceRow<"a" | "b" | "c" | "d" | "e" | "f"> {
  views: readonly CouncilView[];
}

/** The six perspectives that the law names, by its letters. */
export const councilPerspectives: DatedTable<CouncilPerspective> = sourcedTable<CouncilPerspective, SharedKey>(
  { ...councilLaw, aliases: [], from: longStanding },
  [
    { id: "a", label: "Familiar with the needs of management and of labor in the region", views: ["management", "labor"] },
    { id: "b", label: "Familiar with programs of postsecondary and adult education", views: ["postsecondaryAndAdult"] },
    { id: "c", label: "Familiar with the manpower needs of the region", views: ["manpower"] },
    { id: "d", label: "Familiar with the special needs of people with disabilities", views: ["disabilities"] },
    { id: "e", label: "Speaks for the interests of the community", views: ["community"] },
    { id: "f", label: "A student in a CTE program", views: ["student"] },
  ],
);
