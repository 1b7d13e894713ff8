import type { ActivityTypeId, RequestId, SchoolId } from "../shared/id.ts";
import type { Instant } from "../shared/instant.ts";
import type { Opportunity, OpportunityStatus } from "./opportunity.ts";
import { requestsInLine } from "./opportunity.ts";
import type { SchoolRequest } from "./school-request.ts";

/** An opportunity in one of its statuses. */
export type OpportunityIn<Status extends OpportunityStatus> = Extract<Opportunity, { status: Status }>;

/** What a decision comes to: the opportunity as it now is, and the requests that stand no more, whose schools are to be told. */
export interface OpportunityChange<After extends Opportunity = Opportunity> {
  opportunity: After;
  released: readonly SchoolRequest[];
}

/** Why an opportunity stays as it was. */
export type OpportunityRefusal =
  | { code: "offer_expiry_not_ahead"; expiresAt: Instant }
  | { code: "opportunity_expired"; expiredAt: Instant }
  | { code: "opportunity_over"; status: OpportunityStatus }
  | { code: "opportunity_not_offered"; status: OpportunityStatus }
  | { code: "opportunity_not_reviewed"; status: OpportunityStatus }
  | { code: "opportunity_not_open"; status: OpportunityStatus }
  | { code: "opportunity_not_requested"; status: OpportunityStatus }
  | { code: "opportunity_not_matched"; status: OpportunityStatus }
  | { code: "opportunity_not_scheduled"; status: OpportunityStatus }
  | { code: "opportunity_not_held"; status: OpportunityStatus }
  | { code: "opportunity_event_not_over"; endsAt: Instant }
  | { code: "request_activity_differs"; activityTypeId: ActivityTypeId }
  | { code: "request_expired"; expiredAt: Instant }
  | { code: "request_expiry_not_ahead"; expiresAt: Instant }
  | { code: "request_group_outside"; students: number; min: number; max: number }
  | { code: "request_hold_not_ahead"; holdUntil: Instant }
  | { code: "request_repeated"; schoolId: SchoolId }
  | { code: "request_unknown"; requestId: RequestId }
  | { code: "requests_full"; limit: number };

/** What every status holds, without what is its own. A reviewed or open one keeps when it became so. */
export const offerOf = (opportunity: Opportunity) => {
  const { id, partnerId, activityTypeId, title, description, commissionIds, boroughIds, groupSize, place, days, expiresAt, offeredAt, version } = opportunity;
  return { id, partnerId, activityTypeId, title, description, commissionIds, boroughIds, groupSize, place, days, expiresAt, offeredAt, version };
};

/** What an opportunity holds that was in the pool once. */
export const openedOf = (opportunity: Extract<Opportunity, { openedAt: Instant }>) => ({
  ...offerOf(opportunity),
  reviewedAt: opportunity.reviewedAt,
  openedAt: opportunity.openedAt,
});

/** The slot in the pool again: with those who still wait for it, or open; or expired where the offer's time is over. */
export function inPool(opportunity: Extract<Opportunity, { openedAt: Instant }>, line: readonly SchoolRequest[], now: Instant): OpportunityChange {
  const standing = line.filter(({ expiresAt }) => expiresAt > now);
  if (opportunity.expiresAt <= now) return { opportunity: { ...offerOf(opportunity), status: "expired", endedAt: opportunity.expiresAt }, released: line };
  const base = openedOf(opportunity);
  return {
    opportunity: standing.length > 0 ? { ...base, status: "requested", requests: standing } : { ...base, status: "open" },
    released: line.filter(({ expiresAt }) => expiresAt <= now),
  };
}

/** What time alone has made of it, with the version as it was: what every decision begins from. */
export function asOf(opportunity: Opportunity, now: Instant): OpportunityChange {
  switch (opportunity.status) {
    case "offered":
    case "reviewed":
      return opportunity.expiresAt <= now
        ? { opportunity: { ...offerOf(opportunity), status: "expired", endedAt: opportunity.expiresAt }, released: [] }
        : { opportunity, released: [] };
    case "open":
    case "requested":
      return inPool(opportunity, requestsInLine(opportunity), now);
    case "matched": {
      const standing = opportunity.waiting.filter(({ expiresAt }) => expiresAt > now);
      const lapsed = opportunity.waiting.filter(({ expiresAt }) => expiresAt <= now);
      if (opportunity.holdUntil > now) return { opportunity: { ...opportunity, waiting: standing }, released: lapsed };
      const { opportunity: returned, released } = inPool(opportunity, opportunity.waiting, now);
      return { opportunity: returned, released: [opportunity.request, ...released] };
    }
    default:
      return { opportunity, released: [] };
  }
}
