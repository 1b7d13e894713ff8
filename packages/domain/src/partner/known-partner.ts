import type { DatedTable, ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import { type SharedKey, sourcedTable } from "../reference/sourced.ts";
import * as approvalGuide from "./approval-guide.ts";
import type { PartnerKind } from "./partner-kind.ts";

/** An organisation whose kind is laid down by name, whatever somebody lists it as. */
export interface KnownPartnerRow extends ReferenceRow {
  kind: PartnerKind;
}

/** The organisations that the city's guidance names as examples of what is not an industry partner. */
export const knownPartners: DatedTable<KnownPartnerRow> = sourcedTable<KnownPartnerRow, SharedKey | "kind">(
  { ...approvalGuide.partnerships, aliases: [], from: longStanding, kind: "education_provider" },
  [
    { id: "naf", label: "NAF", aliases: ["National Academy Foundation"] },
    {
      id: "virtual-enterprise",
      label: "Virtual Enterprise International",
      aliases: ["Virtual Enterprise", "Virtual Enterprises", "Virtual Enterprises International", "Virtual Enterprise Int'l"],
    },
    { id: "justice-resource-center", label: "Justice Resource Center", aliases: ["The Justice Resource Center"] },
    { id: "pltw", label: "Project Lead the Way", aliases: ["PLTW", "Project Lead the Way (PLTW)", "Project Lead the Way, Inc."] },
  ],
);
