import { type Agency, type EventInput, hostTitle } from "@cte-partnerships/domain";

export type ReferenceRefusal = { code: "reference_unknown"; paths: string[] };

/** Fields that name something which this agency does not have: a host, an activity type, a borough. */
export function unknownReferences(agency: Agency, input: EventInput): string[] {
  const paths: string[] = [];
  if (!agency.activityTypes.some((type) => type.id === input.activityTypeId)) paths.push("activityTypeId");
  if (hostTitle(agency, input.host) === undefined) paths.push("host");
  if ("place" in input.venue) {
    const { boroughId } = input.venue.place;
    if (!agency.boroughs.some((borough) => borough.id === boroughId)) paths.push("venue.place.boroughId");
  }
  return paths;
}
