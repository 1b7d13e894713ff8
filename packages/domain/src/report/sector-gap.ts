import type { ActivityTypeId, BoroughId, CommissionId } from "../shared/id.ts";
import type { EngagementGroup } from "./engagement-group.ts";

/** A kind of activity in a sector and borough: how many of the schools with programs there it reached. */
export interface SectorGap {
  boroughId?: BoroughId;
  commissionId?: CommissionId;
  activityTypeId: ActivityTypeId;
  schools: number;
  schoolsReached: number;
  engagements: number;
}

/** A key with its value, or no key where there is none. */
export const known = <Key extends string, Value>(key: Key, value: Value | undefined) => (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

/** Every area and kind of activity. Sorting keeps the order of rows that are alike, so the same snapshot gives the same list. */
export function sectorGaps(groups: readonly EngagementGroup[], activityTypeIds: readonly ActivityTypeId[]): readonly SectorGap[] {
  const areas = new Map<string, EngagementGroup[]>();
  for (const group of groups) {
    const key = `${group.boroughId ?? ""} ${group.commissionId ?? ""}`;
    const area = areas.get(key);
    if (area) area.push(group);
    else areas.set(key, [group]);
  }
  const rows = [...areas.values()].flatMap((area) =>
    activityTypeIds.map((activityTypeId, activity): SectorGap => {
      const counts = area.map(({ had }) => had[activity] ?? 0);
      return {
        ...known("boroughId", area[0]?.boroughId),
        ...known("commissionId", area[0]?.commissionId),
        activityTypeId,
        schools: area.length,
        schoolsReached: counts.filter((count) => count > 0).length,
        engagements: counts.reduce((so, count) => so + count, 0),
      };
    }),
  );
  return rows.sort((one, other) => other.schools - other.schoolsReached - (one.schools - one.schoolsReached));
}
