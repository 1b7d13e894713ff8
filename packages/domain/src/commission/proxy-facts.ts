import * as z from "zod";
import { PartnerFacts } from "../partner/partner-present.ts";
import { rowsIn } from "../reference/rows-in.ts";
import { IsoDate } from "../shared/date.ts";
import { nameKey } from "../shared/name-key.ts";
import { ReviewRecordKind } from "./review-record-kind.ts";

const count = (title: string) => z.int().min(0).optional().meta({ title });
const day = (title: string) => IsoDate.optional().meta({ title });
const clusterId = z.string().max(60).meta(rowsIn("career_clusters"));

/** A meeting of the commission as a fact: when it was, and how many of the school came. */
export const ProxyMeetingFacts = z.strictObject({
  heldOn: day("Held on"),
  administrators: count("Administrators of the school who came"),
  coordinators: count("Program coordinators of the school who came"),
  teachers: count("Teachers of the school who came"),
});
export type ProxyMeetingFacts = z.infer<typeof ProxyMeetingFacts>;

/** A record of what partners did for the program, as a fact. */
export const ProxyRecordFacts = z.strictObject({
  kind: ReviewRecordKind.optional().meta({ title: "What was done" }),
  on: day("Done on"),
});
export type ProxyRecordFacts = z.infer<typeof ProxyRecordFacts>;

/** The facts that a commission in place of a school's advisory board is judged by. */
export const ProxyFacts = z.strictObject({
  programClusterId: clusterId.optional().meta({ title: "Career cluster of the program" }),
  commissionClusterIds: z.array(clusterId).max(20).optional().meta({ title: "Career clusters of the commission" }),
  period: z
    .strictObject({ from: day("First day"), to: day("Last day") })
    .optional()
    .meta({ title: "Period looked at" }),
  meetings: z.array(ProxyMeetingFacts).max(200).optional().meta({ title: "Meetings of the commission" }),
  partnersAtReview: z.array(PartnerFacts).max(200).optional().meta({ title: "Partners present at the external review" }),
  commissionPartners: z.array(PartnerFacts).max(500).optional().meta({ title: "Partners on the commission" }),
  reviewersOnSelfStudyTeam: count("Reviewers who were on the self-study team"),
  records: z.array(ProxyRecordFacts).max(500).optional().meta({ title: "Records of reviews and validations" }),
});
export type ProxyFacts = z.infer<typeof ProxyFacts>;

/**
 * The change that asks what happens if a partner leaves: it is at no review and on no commission any more. For `whatIf`.
 *
 * @example
 * withoutPartner("PLTW")({ partnersAtReview: [{ name: "PLTW" }, { name: "NAF" }] }) // { partnersAtReview: [{ name: "NAF" }] }
 */
export function withoutPartner(name: string): (facts: ProxyFacts) => ProxyFacts {
  const leaving = nameKey(name);
  const stay = (partners: readonly PartnerFacts[]) => partners.filter((partner) => partner.name === undefined || nameKey(partner.name) !== leaving);
  return ({ partnersAtReview, commissionPartners, ...facts }) => ({
    ...facts,
    ...(partnersAtReview && { partnersAtReview: stay(partnersAtReview) }),
    ...(commissionPartners && { commissionPartners: stay(commissionPartners) }),
  });
}
