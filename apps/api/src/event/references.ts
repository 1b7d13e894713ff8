import { type Agency, type Event, type EventInput, hasHost, type IsoDate, isSame } from "@cte-partnerships/domain";

export type ReferenceRefusal = { code: "reference_unknown"; paths: string[] };

/**
 * Fields that name something which this agency does not have on a day: a host, an activity type, a borough. What an event named
 * already may stay, also where it is no more: an old event can still be corrected.
 */
export function unknownReferences(agency: Agency, input: EventInput, on: IsoDate, before?: Event): string[] {
  const paths: string[] = [];
  if (input.activityTypeId !== before?.activityTypeId && !agency.activityTypes.find(input.activityTypeId, on)) paths.push("activityTypeId");
  if (!isSame(input.host, before?.host) && !hasHost(agency, input.host, on)) paths.push("host");
  if ("place" in input.venue) {
    const { boroughId } = input.venue.place;
    const was = before && "place" in before.venue ? before.venue.place.boroughId : undefined;
    if (boroughId !== was && !agency.boroughs.find(boroughId, on)) paths.push("venue.place.boroughId");
  }
  return paths;
}
