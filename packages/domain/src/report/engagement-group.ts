import { type DateSpan, isWithin } from "../shared/date.ts";
import type { BoroughId, CommissionId, SchoolId } from "../shared/id.ts";
import type { PartnershipSnapshot } from "./partnership-snapshot.ts";

/** Ids as small numbers, in the order in which they first came: a city's engagements are counted by number, and by name once. */
class Numbering<Id> {
  readonly ids: Id[] = [];
  readonly #numbers = new Map<Id, number>();

  constructor(ids: Iterable<Id> = []) {
    for (const id of ids) this.numberOf(id);
  }

  numberOf(id: Id): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    this.#numbers.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }
}

/** A school's programs in one sector, and what partners did with them. */
export interface EngagementGroup {
  schoolId: SchoolId;
  boroughId: BoroughId | undefined;
  commissionId: CommissionId | undefined;
  programs: number;
  engagements: number;
  /** Engagements by the number of the kind of activity. */
  had: number[];
  /** Numbers of partners. */
  partners: Set<number>;
  /** Engagements by the number of the partner: one list for all groups of the sector. */
  sector: number[];
}

/** Engagements by school and sector, and by partner: one pass over each list, whatever their sizes. */
export function groupEngagements({ schools, programs, engagements, activityTypeIds }: PartnershipSnapshot, within: DateSpan | undefined) {
  const boroughOf = new Map(schools.map(({ id, boroughId }) => [id, boroughId]));
  const groups = new Map<string, EngagementGroup>();
  const sectors = new Map<CommissionId | undefined, number[]>();
  const groupOf = new Map<string, EngagementGroup>();
  for (const { id, schoolId, commissionId } of programs) {
    if (!boroughOf.has(schoolId)) continue;
    const key = `${schoolId} ${commissionId ?? ""}`;
    let group = groups.get(key);
    if (!group) {
      const sector = sectors.get(commissionId) ?? [];
      sectors.set(commissionId, sector);
      group = { schoolId, boroughId: boroughOf.get(schoolId), commissionId, programs: 0, engagements: 0, had: [], partners: new Set(), sector };
      groups.set(key, group);
    }
    group.programs++;
    groupOf.set(id, group);
  }

  const activities = new Numbering(activityTypeIds);
  const partners = new Numbering<(typeof engagements)[number]["partnerId"]>();
  const byPartner: number[] = [];
  let unplaced = 0;
  for (const { partnerId, programId, activityTypeId, on } of engagements) {
    if (within && !isWithin(within, on)) continue;
    const group = groupOf.get(programId);
    if (!group) {
      unplaced++;
      continue;
    }
    const partner = partners.numberOf(partnerId);
    const activity = activities.numberOf(activityTypeId);
    group.engagements++;
    group.had[activity] = (group.had[activity] ?? 0) + 1;
    group.partners.add(partner);
    group.sector[partner] = (group.sector[partner] ?? 0) + 1;
    byPartner[partner] = (byPartner[partner] ?? 0) + 1;
  }
  return { groups: [...groups.values()], sectors, activities: activities.ids, partners: partners.ids, byPartner, unplaced };
}
