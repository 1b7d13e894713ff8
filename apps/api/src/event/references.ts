import {
  type Agency,
  calendarMonthsAtMost,
  type DetailFault,
  dateIn,
  type Event,
  type EventInput,
  faultsInDetails,
  hasHost,
  type Instant,
  type IsoDate,
  isSame,
  sessionsBeyondMonths,
} from "@cte-partnerships/domain";
import { activityTypeOf } from "./activity-type-of.ts";

export type ReferenceRefusal =
  | { code: "reference_unknown"; paths: string[] }
  | { code: "details_invalid"; faults: DetailFault[] }
  | { code: "sessions_in_too_many_months"; most: number };

/**
 * What of an event does not fit: something that this agency does not have, details that the activity type does not take, or sessions
 * that no calendar has room for. The schema asks the last of what is typed; a copy that is moved by days is asked here.
 */
export function refusalOfInput(agency: Agency, input: EventInput, now: Instant, before?: Event): ReferenceRefusal | undefined {
  const on = dateIn(agency.zone, now);
  const paths = unknownReferences(agency, input, on, before);
  if (paths.length > 0) return { code: "reference_unknown", paths };
  if (sessionsBeyondMonths(input.sessions, input.venue.zone).length > 0) return { code: "sessions_in_too_many_months", most: calendarMonthsAtMost };
  // Details that stood already may stay, as the rest of an old event may: its type may have come to be asked about otherwise.
  if (before && before.activityTypeId === input.activityTypeId && isSame(before.details, input.details)) return undefined;
  // What is missing is asked for when it is published, and not taken away after: a draft is saved as far as it has come.
  const mayLack = before === undefined || before.status === "draft";
  const faults = faultsInDetails(activityTypeOf(agency, input, on), input.details).filter(({ reason }) => !(mayLack && reason === "detail_missing"));
  return faults.length > 0 ? { code: "details_invalid", faults } : undefined;
}

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
