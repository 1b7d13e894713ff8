import { type ActivityType, type Agency, dateIn, type Event, type Instant } from "@cte-partnerships/domain";

/** The event's activity type as it stands now, or as it last stood where the agency has it no more: an old event can still be corrected. */
export const activityTypeOf = (agency: Agency, { activityTypeId }: Pick<Event, "activityTypeId">, now: Instant): ActivityType | undefined =>
  agency.activityTypes.find(activityTypeId, dateIn(agency.zone, now)) ?? agency.activityTypes.history(activityTypeId).at(-1);
