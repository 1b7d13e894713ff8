import { dateIn } from "../shared/date.ts";
import type { Zone } from "../shared/instant.ts";
import type { MatchOffer, MatchRequest } from "./matching-facts.ts";
import type { Opportunity } from "./opportunity.ts";
import type { SchoolRequest } from "./school-request.ts";

/** What an opportunity says of itself that matching asks. */
export type MatchableOffer = Pick<Opportunity, "id" | "activityTypeId" | "commissionIds" | "boroughIds" | "groupSize" | "place" | "days">;

/**
 * An opportunity as an offer to be matched. What it does not say of itself (grades, clusters, clearance, the point on the map) is
 * added by whoever knows; what nobody adds is asked for.
 *
 * @example
 * matchOffer({ id: "opp_1", activityTypeId: "act_career-day", commissionIds: [], boroughIds: [], groupSize: { min: 1, max: 30 }, place: "school", days: [] }, { isCleared: true }).isCleared // true
 */
export function matchOffer(offer: MatchableOffer, more: Pick<MatchOffer, "gradeBandIds" | "clusterIds" | "isCleared" | "point"> = {}): MatchOffer {
  const { id, activityTypeId, commissionIds, boroughIds, groupSize, place, days } = offer;
  return { id, activityTypeId, commissionIds, boroughIds, groupSize, place, days, ...more };
}

/** What a school's request says of itself that matching asks. */
export type MatchableRequest = Pick<SchoolRequest, "id" | "activityTypeId" | "commissionIds" | "boroughIds" | "students" | "places" | "days" | "requestedAt">;

/**
 * A school's request to be matched. Its day is that of the agency's zone.
 *
 * @example
 * matchRequest({ id: "req_1", activityTypeId: "act_career-day", commissionIds: [], boroughIds: [], students: 20, places: ["school"], days: [], requestedAt: "2026-11-24T03:00:00.000Z" }, "America/New_York").requestedOn // "2026-11-23"
 */
export function matchRequest(
  request: MatchableRequest,
  zone: Zone,
  more: Pick<MatchRequest, "gradeBandIds" | "clusterIds" | "needsClearance" | "pastMatches" | "point"> = {},
): MatchRequest {
  const { id, activityTypeId, commissionIds, boroughIds, students, places, days, requestedAt } = request;
  return { id, activityTypeId, commissionIds, boroughIds, students, places, days, requestedOn: dateIn(zone, requestedAt), ...more };
}
