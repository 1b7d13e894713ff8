import { type Agency, type Event, type IsoDate, labelOf } from "@cte-partnerships/domain";

/** Where an event is, in a line: the place and its borough, or online. */
export function placeInShort(agency: Agency, { venue }: Event, on: IsoDate): string {
  if (venue.kind === "virtual") return "Online";
  const borough = labelOf(agency.boroughs, venue.place.boroughId, on) ?? venue.place.city;
  return `${venue.place.name}, ${borough}${venue.kind === "place_and_virtual" ? ", and online" : ""}`;
}
