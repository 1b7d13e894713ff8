import type { ActivityType, Agency, Event, IsoDate } from "@cte-partnerships/domain";

/** The event's activity type as it is on a day, or as it was last where the agency has it no more: an old event can still be corrected. */
export const activityTypeOf = (
  agency: Pick<Agency, "activityTypes">,
  { activityTypeId }: Pick<Event, "activityTypeId">,
  on: IsoDate,
): ActivityType | undefined => agency.activityTypes.find(activityTypeId, on) ?? agency.activityTypes.history(activityTypeId).at(-1);
