import { type Agency, type Event, type IsoDate, labelOf } from "@cte-partnerships/domain";

/** What kind of engagement an event is, as the catalogue calls it on that day. */
export const activityTitle = (agency: Agency, event: Event, on: IsoDate): string => labelOf(agency.activityTypes, event.activityTypeId, on) ?? "Event";
