import type { Partner } from "../partner/partner.ts";
import type { PartnerFacts } from "../partner/partner-present.ts";
import type { CteProgram } from "../school/cte-program.ts";
import type { DateSpan } from "../shared/date.ts";
import type { PartnerId } from "../shared/id.ts";
import type { Commission } from "./commission.ts";
import type { CommissionMeeting } from "./commission-meeting.ts";
import type { ProxyFacts } from "./proxy-facts.ts";
import type { ReviewRecord } from "./review-record.ts";

/** The records that the question about a commission in place of a board is asked of. What is left out is not known. */
export interface ProxyRecords {
  program: Pick<CteProgram, "id" | "schoolId" | "clusterId">;
  commission: Pick<Commission, "id" | "clusterIds" | "members">;
  period: Required<DateSpan>;
  /** Every partner that the records name. One that is not here stays on its list, and nothing is known of it. */
  partners: readonly Pick<Partner, "id" | "name" | "kind">[];
  meetings?: readonly CommissionMeeting[];
  records?: readonly ReviewRecord[];
  review?: { partnerIds: readonly PartnerId[]; reviewersOnSelfStudyTeam?: number };
}

/**
 * Facts from the records of the office: who sits on the commission, who of the school came to its meetings, what was reviewed.
 *
 * @example
 * proxyFactsOf({ program: { clusterId: "construction" }, commission: { clusterIds: [], members: [] }, period: { from: "2026-07-01", to: "2027-06-30" }, partners: [] }).commissionPartners // []
 */
export function proxyFactsOf({ program, commission, period, partners, meetings, records, review }: ProxyRecords): ProxyFacts {
  const known = new Map(partners.map(({ id, name, kind }) => [id, { name, kind }]));
  const factsOf = (id: PartnerId): PartnerFacts => known.get(id) ?? {};
  return {
    programClusterId: program.clusterId,
    commissionClusterIds: [...commission.clusterIds],
    period,
    commissionPartners: commission.members.flatMap((member) => (member.from === "partner" ? [factsOf(member.partnerId)] : [])),
    ...(meetings && {
      meetings: meetings.flatMap((meeting) => {
        if (meeting.status !== "held" || meeting.commissionId !== commission.id) return [];
        const own = meeting.attendance.schools.find(({ schoolId }) => schoolId === program.schoolId);
        // The attendance of a meeting that was held is complete: a school that is not in it was not there.
        return [{ heldOn: meeting.on, administrators: own?.administrators ?? 0, coordinators: own?.coordinators ?? 0, teachers: own?.teachers ?? 0 }];
      }),
    }),
    ...(records && { records: records.filter(({ programId }) => programId === program.id).map(({ kind, on }) => ({ kind, on })) }),
    ...(review && {
      partnersAtReview: review.partnerIds.map(factsOf),
      ...(review.reviewersOnSelfStudyTeam !== undefined && { reviewersOnSelfStudyTeam: review.reviewersOnSelfStudyTeam }),
    }),
  };
}
