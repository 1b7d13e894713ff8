import { type PartnerTables, partnerTables } from "../partner/partner-present.ts";
import type { DateSpan, IsoDate } from "../shared/date.ts";
import { isWithin } from "../shared/date.ts";
import type { ActivityTypeId, BoroughId, CommissionId, PartnerId, SchoolId } from "../shared/id.ts";
import { type Concentration, concentrationOf } from "./concentration.ts";
import { engagementGroups } from "./engagement-group.ts";
import { defaultGapPolicy, type GapPolicy } from "./gap-policy.ts";
import type { PartnershipSnapshot } from "./partnership-snapshot.ts";
import { type ProgramGaps, programGaps } from "./program-gaps.ts";
import { known, type SectorGap, sectorGaps } from "./sector-gap.ts";

/** What a school's programs in a sector had, and which kinds of activity nobody did with them. Absent keys are not known. */
export interface SchoolGap {
  schoolId: SchoolId;
  boroughId?: BoroughId;
  commissionId?: CommissionId;
  programs: number;
  engagements: number;
  partners: number;
  /** Engagements by kind of activity, the kinds that took place. */
  had: ReadonlyMap<ActivityTypeId, number>;
  missing: readonly ActivityTypeId[];
}

/** Where partnerships are missing. */
export interface GapAnalysis extends ProgramGaps {
  on: IsoDate;
  /** A row a school and sector, in the order of the snapshot's programs. */
  bySchool: readonly SchoolGap[];
  /** A row a borough, sector and kind of activity: the widest gap first. */
  bySector: readonly SectorGap[];
  concentration: { all: Concentration; bySector: ReadonlyMap<CommissionId | undefined, Concentration> };
  /** Engagements with a program or school that the snapshot does not have: counted nowhere. */
  unplaced: number;
}

/** What a gap analysis is asked. */
export interface GapQuestion {
  on: IsoDate;
  /** Only what took place in these days; everything where absent. */
  within?: DateSpan;
  policy?: GapPolicy;
  tables?: PartnerTables;
}

const bump = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);

/**
 * Where a city's partnerships are missing: by sector, borough, school and kind of activity; which programs lack partners or are about
 * to lose their approval; and how far all of it hangs on few partners. One pass over each list: a whole city takes a few
 * hundredths of a second. Parse what comes from outside by `PartnershipSnapshot` first.
 *
 * @example
 * gapAnalysis({ schools: [], programs: [], partners: [], engagements: [], activityTypeIds: [] }, { on: "2026-11-24" }).concentration.all.partners // 0
 */
export function gapAnalysis(snapshot: PartnershipSnapshot, { on, within, policy = defaultGapPolicy, tables = partnerTables }: GapQuestion): GapAnalysis {
  const { groups, groupOf } = engagementGroups(snapshot);
  const all = new Map<PartnerId, number>();
  const sectors = new Map<CommissionId | undefined, Map<PartnerId, number>>();
  let unplaced = 0;
  for (const { partnerId, programId, activityTypeId, on: day } of snapshot.engagements) {
    if (within && !isWithin(within, day)) continue;
    const group = groupOf.get(programId);
    if (!group) {
      unplaced++;
      continue;
    }
    group.engagements++;
    group.partners.add(partnerId);
    bump(group.had, activityTypeId);
    bump(all, partnerId);
    const sector = sectors.get(group.commissionId) ?? new Map<PartnerId, number>();
    sectors.set(group.commissionId, sector);
    bump(sector, partnerId);
  }
  return {
    on,
    bySchool: groups.map(({ schoolId, boroughId, commissionId, programs, engagements, partners, had }) => ({
      schoolId,
      ...known("boroughId", boroughId),
      ...known("commissionId", commissionId),
      programs,
      engagements,
      partners: partners.size,
      had,
      missing: snapshot.activityTypeIds.filter((id) => !had.has(id)),
    })),
    bySector: sectorGaps(groups, snapshot.activityTypeIds),
    concentration: { all: concentrationOf(all), bySector: new Map([...sectors].map(([id, counts]) => [id, concentrationOf(counts)])) },
    unplaced,
    ...programGaps(snapshot, on, policy, tables),
  };
}
