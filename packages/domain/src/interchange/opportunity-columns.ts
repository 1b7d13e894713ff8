import { type Opportunity, requestsInLine } from "../opportunity/opportunity.ts";
import { column } from "./csv.ts";

/** Opportunities as a table, a row an offer. Spans of days are written as ISO 8601 writes intervals: first day, stroke, last day. */
export const opportunityColumns = [
  column("opportunity_id", "text", ({ id }: Opportunity) => id),
  column("partner_id", "text", ({ partnerId }: Opportunity) => partnerId),
  column("activity_type_id", "text", ({ activityTypeId }: Opportunity) => activityTypeId),
  column("title", "text", ({ title }: Opportunity) => title),
  column("status", "text", ({ status }: Opportunity) => status),
  column("commission_ids", "list", ({ commissionIds }: Opportunity) => commissionIds),
  column("borough_ids", "list", ({ boroughIds }: Opportunity) => boroughIds),
  column("place", "text", ({ place }: Opportunity) => place),
  column("least_students", "number", ({ groupSize }: Opportunity) => groupSize.min),
  column("most_students", "number", ({ groupSize }: Opportunity) => groupSize.max),
  column("days", "list", ({ days }: Opportunity) => days.map(({ from, to }) => `${from}/${to}`)),
  column("offered_at", "text", ({ offeredAt }: Opportunity) => offeredAt),
  column("expires_at", "text", ({ expiresAt }: Opportunity) => expiresAt),
  column("waiting_requests", "number", (opportunity: Opportunity) => requestsInLine(opportunity).length),
  column("school_id", "text", (opportunity: Opportunity) => ("request" in opportunity ? opportunity.request.schoolId : undefined)),
  column("event_id", "text", (opportunity: Opportunity) => ("eventId" in opportunity ? opportunity.eventId : undefined)),
  column("ended_at", "text", (opportunity: Opportunity) => ("endedAt" in opportunity ? opportunity.endedAt : undefined)),
] as const;
