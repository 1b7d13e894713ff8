import type { ActivityTypeId, BoroughId, CommissionId, PartnerId, ProgramId, SchoolId } from "../shared/id.ts";
import type { PartnershipSnapshot } from "./partnership-snapshot.ts";

/** A school's programs in one sector, and what partners did with them. */
export interface EngagementGroup {
  schoolId: SchoolId;
  boroughId: BoroughId | undefined;
  commissionId: CommissionId | undefined;
  programs: number;
  had: Map<ActivityTypeId, number>;
  partners: Set<PartnerId>;
  engagements: number;
}

/** Programs by school and sector, and each program's group: one pass over each list, whatever their sizes. */
export function engagementGroups({ schools, programs }: PartnershipSnapshot) {
  const boroughOf = new Map(schools.map(({ id, boroughId }) => [id, boroughId]));
  const groups = new Map<string, EngagementGroup>();
  const groupOf = new Map<ProgramId, EngagementGroup>();
  for (const { id, schoolId, commissionId } of programs) {
    if (!boroughOf.has(schoolId)) continue;
    const key = `${schoolId} ${commissionId ?? ""}`;
    let group = groups.get(key);
    if (!group) {
      group = { schoolId, boroughId: boroughOf.get(schoolId), commissionId, programs: 0, had: new Map(), partners: new Set(), engagements: 0 };
      groups.set(key, group);
    }
    group.programs++;
    groupOf.set(id, group);
  }
  return { groups: [...groups.values()], groupOf };
}
