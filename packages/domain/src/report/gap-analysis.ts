import { type PartnerTables, partnerTables } from "../partner/partner-present.ts";
import type { DateSpan, IsoDate } from "../shared/date.ts";
import type { ActivityTypeId, BoroughId, CommissionId, SchoolId } from "../shared/id.ts";
import { type Concentration, concentrationOf } from "./concentration.ts";
import { groupEngagements } from "./engagement-group.ts";
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

/**
 * Where a city's partnerships are missing: by sector, borough, school and kind of activity; which programs lack partners or are about
 * to lose their approval; and how far all of it hangs on few partners. One pass over each list: a whole city takes a few
 * hundredths of a second. Parse what comes from outside by `PartnershipSnapshot` first.
 *
 * @example
 * gapAnalysis({ schools: [], programs: [], partners: [], engagements: [], activityTypeIds: [] }, { on: "2026-11-24" }).concentration.all.partners // 0
 */
export function gapAnalysis(snapshot: PartnershipSnapshot, { on, within, policy = defaultGapPolicy, tables = partnerTables }: GapQuestion): GapAnalysis {
  const { groups, sectors, activities, partners, byPartner, unplaced } = groupEngagements(snapshot, within);
  // Kinds have the numbers in which they first came, so one that is asked for twice is asked for once.
  const asked = [...new Set(snapshot.activityTypeIds)];
  const sharesOf = (counts: readonly number[]) => concentrationOf(counts, partners);
  return {
    on,
    bySchool: groups.map(({ schoolId, boroughId, commissionId, programs, engagements, partners: seen, had }) => ({
      schoolId,
      ...known("boroughId", boroughId),
      ...known("commissionId", commissionId),
      programs,
      engagements,
      partners: seen.size,
      had: byId(had, activities),
      missing: asked.filter((_, activity) => had[activity] === undefined),
    })),
    bySector: sectorGaps(groups, asked),
    concentration: {
      all: sharesOf(byPartner),
      bySector: new Map([...sectors].flatMap(([id, counts]) => (counts.length > 0 ? [[id, sharesOf(counts)]] : []))),
    },
    unplaced,
    ...programGaps(snapshot, on, policy, tables),
  };
}

/** Counts by number as counts by id. */
function byId<Id>(counts: readonly (number | undefined)[], ids: readonly Id[]): ReadonlyMap<Id, number> {
  const named = new Map<Id, number>();
  for (const [number, id] of ids.entries()) {
    const count = counts[number];
    if (count !== undefined) named.set(id, count);
  }
  return named;
}
