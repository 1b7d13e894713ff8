import * as z from "zod";
import { type DatedTable, datedTable, type ReferenceRow } from "../reference/dated-table.ts";
import { longStanding } from "../reference/long-standing.ts";
import * as approvalGuide from "./approval-guide.ts";
import { officePolicy } from "./approval-guide.ts";

/** What kind of organisation a partner is. */
export const PartnerKind = z.enum(["industry", "postsecondary", "labor", "government", "cbo", "education_provider"]);
export type PartnerKind = z.infer<typeof PartnerKind>;

/** A kind of partner, and what it counts as where a program's approval asks for partners. */
export interface PartnerKindRow extends ReferenceRow<PartnerKind> {
  countsAsIndustry: boolean;
  countsAsPostsecondary: boolean;
}

/**
 * The kinds of partner. The city's guidance says of industry that it counts, and of community organisations and education
 * providers that they do not; of unions and public bodies it says nothing, so there the office decides, and by default they do not.
 */
export const partnerKinds: DatedTable<PartnerKindRow> = datedTable<PartnerKindRow>([
  {
    id: "industry",
    label: "Industry",
    aliases: ["business", "employer", "company"],
    from: longStanding,
    countsAsIndustry: true,
    countsAsPostsecondary: false,
    ...approvalGuide.partnerships,
  },
  {
    id: "postsecondary",
    label: "Postsecondary",
    aliases: ["college", "university", "two-year college", "four-year college"],
    from: longStanding,
    countsAsIndustry: false,
    countsAsPostsecondary: true,
    ...approvalGuide.postsecondary,
  },
  {
    id: "labor",
    label: "Labor",
    aliases: ["union", "trade union"],
    from: longStanding,
    countsAsIndustry: false,
    countsAsPostsecondary: false,
    ...officePolicy,
  },
  {
    id: "government",
    label: "Government",
    aliases: ["public agency", "public authority"],
    from: longStanding,
    countsAsIndustry: false,
    countsAsPostsecondary: false,
    ...officePolicy,
  },
  {
    id: "cbo",
    label: "Community-based organization",
    aliases: ["CBO", "nonprofit", "community organization"],
    from: longStanding,
    countsAsIndustry: false,
    countsAsPostsecondary: false,
    ...approvalGuide.partnerships,
  },
  {
    id: "education_provider",
    label: "Education provider",
    aliases: ["curriculum provider"],
    from: longStanding,
    countsAsIndustry: false,
    countsAsPostsecondary: false,
    ...approvalGuide.partnerships,
  },
]);
