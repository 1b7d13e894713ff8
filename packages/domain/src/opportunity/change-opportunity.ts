import type { EventId, OpportunityId, RequestId } from "../shared/id.ts";
import type { Instant } from "../shared/instant.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import { hasEnded, type OfferInput, type Opportunity, type OpportunityStatus, requestsInLine } from "./opportunity.ts";
import { asOf, inPool, type OpportunityChange, type OpportunityIn, type OpportunityRefusal, offerOf, openedOf } from "./opportunity-change.ts";
import { opportunityLimits, type SchoolRequest, type SchoolRequestInput } from "./school-request.ts";

type Changed<Status extends OpportunityStatus> = Result<OpportunityChange<OpportunityIn<Status>>, OpportunityRefusal>;

/** The next version of it. Whatever time alone released on the way is released with it. */
const change = <After extends Opportunity>(before: Opportunity, after: After, released: readonly SchoolRequest[]) =>
  accept({ opportunity: { ...after, version: before.version + 1 }, released });

/** An opportunity whose time is over says so; any other says which status it is in. */
const refuseIn = (
  opportunity: Opportunity,
  code: Extract<OpportunityRefusal, { status: OpportunityStatus }>["code"],
): { ok: false; refusal: OpportunityRefusal } =>
  opportunity.status === "expired" ? refuse({ code: "opportunity_expired", expiredAt: opportunity.endedAt }) : refuse({ code, status: opportunity.status });

/**
 * A partner's offer, which the office has not looked at yet.
 *
 * @example
 * makeOffer(offerInput, opportunity.id, offerInput.expiresAt).refusal.code // "offer_expiry_not_ahead"
 */
export function makeOffer(input: OfferInput, id: OpportunityId, now: Instant): Result<OpportunityIn<"offered">, OpportunityRefusal> {
  if (input.expiresAt <= now) return refuse({ code: "offer_expiry_not_ahead", expiresAt: input.expiresAt });
  return accept({ status: "offered", id, ...input, offeredAt: now, version: 1 });
}

/**
 * The office has looked at the offer and takes it.
 *
 * @example
 * reviewOffer(opportunity, now).value.opportunity.status // "reviewed"
 */
export function reviewOffer(opportunity: Opportunity, now: Instant): Changed<"reviewed"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (current.status !== "offered") return refuseIn(current, "opportunity_not_offered");
  return change(opportunity, { ...current, status: "reviewed", reviewedAt: now }, released);
}

/**
 * The office does not take the offer. The partner is told why.
 *
 * @example
 * declineOffer(opportunity, "We have no program in this field", now).value.opportunity.status // "declined"
 */
export function declineOffer(opportunity: Opportunity, reason: string, now: Instant): Changed<"declined"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (current.status !== "offered" && current.status !== "reviewed") return refuseIn(current, "opportunity_not_offered");
  return change(opportunity, { ...offerOf(current), status: "declined", endedAt: now, reason }, released);
}

/**
 * The offer goes into the pool: schools may ask for it.
 *
 * @example
 * openOpportunity(opportunity, now).refusal // { code: "opportunity_not_reviewed", status: "offered" }
 */
export function openOpportunity(opportunity: Opportunity, now: Instant): Changed<"open"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (current.status !== "reviewed") return refuseIn(current, "opportunity_not_reviewed");
  return change(opportunity, { ...current, status: "open", openedAt: now }, released);
}

/**
 * A school asks for it, until a moment that the office sets. Each school stands in line once.
 *
 * @example
 * requestOpportunity(opportunity, requestInput, { id: request.id, expiresAt: request.expiresAt }, now).refusal // { code: "opportunity_not_open", status: "offered" }
 */
export function requestOpportunity(
  opportunity: Opportunity,
  input: SchoolRequestInput,
  { id, expiresAt }: { id: RequestId; expiresAt: Instant },
  now: Instant,
): Changed<"requested" | "matched"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (current.status !== "open" && current.status !== "requested" && current.status !== "matched") return refuseIn(current, "opportunity_not_open");
  const { min, max } = current.groupSize;
  const line = requestsInLine(current);
  const known = current.status === "matched" ? [current.request, ...line] : line;
  if (expiresAt <= now) return refuse({ code: "request_expiry_not_ahead", expiresAt });
  if (input.activityTypeId !== current.activityTypeId) return refuse({ code: "request_activity_differs", activityTypeId: current.activityTypeId });
  if (input.students < min || input.students > max) return refuse({ code: "request_group_outside", students: input.students, min, max });
  if (known.some((request) => request.schoolId === input.schoolId || request.id === id)) return refuse({ code: "request_repeated", schoolId: input.schoolId });
  if (line.length >= opportunityLimits.requests) return refuse({ code: "requests_full", limit: opportunityLimits.requests });
  const longer = [...line, { id, ...input, requestedAt: now, expiresAt }];
  if (current.status === "matched") return change(opportunity, { ...current, waiting: longer }, released);
  return change(opportunity, { ...openedOf(current), status: "requested", requests: longer }, released);
}

/**
 * A school takes its request back, also where it has the slot already.
 *
 * @example
 * withdrawRequest(opportunity, request.id, now).refusal // { code: "request_unknown", requestId: request.id }
 */
export function withdrawRequest(opportunity: Opportunity, requestId: RequestId, now: Instant): Changed<"requested" | "open" | "matched" | "expired"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (hasEnded(current)) return refuseIn(current, "opportunity_over");
  if (current.status === "matched" && current.request.id === requestId) return returnToPool(opportunity, now);
  const line = requestsInLine(current);
  const taken = line.find(({ id }) => id === requestId);
  if (!taken) return refuseRequest(opportunity, requestId, now);
  const rest = line.filter((request) => request !== taken);
  if (current.status === "matched") return change(opportunity, { ...current, waiting: rest }, [...released, taken]);
  if (current.status !== "requested") return refuseRequest(opportunity, requestId, now);
  return change(opportunity, inPool(current, rest, now).opportunity as OpportunityIn<"requested" | "open">, [...released, taken]);
}

/** A request that is not in line: its time is over, or nobody knows it. */
function refuseRequest(opportunity: Opportunity, requestId: RequestId, now: Instant): { ok: false; refusal: OpportunityRefusal } {
  const lapsed = asOf(opportunity, now).released.find(({ id }) => id === requestId);
  return lapsed ? refuse({ code: "request_expired", expiredAt: lapsed.expiresAt }) : refuse({ code: "request_unknown", requestId });
}

/**
 * The office gives the slot to one of those who asked, until `holdUntil`; by then it is scheduled, or goes back to the pool.
 *
 * @example
 * matchOpportunity(opportunity, request.id, request.expiresAt, now).refusal // { code: "opportunity_not_requested", status: "offered" }
 */
export function matchOpportunity(opportunity: Opportunity, requestId: RequestId, holdUntil: Instant, now: Instant): Changed<"matched"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  // The last request may have lapsed: that is what to say, not that nobody asks any more.
  if (released.some(({ id }) => id === requestId)) return refuseRequest(opportunity, requestId, now);
  if (current.status !== "requested") return refuseIn(current, "opportunity_not_requested");
  const request = current.requests.find(({ id }) => id === requestId);
  if (!request) return refuse({ code: "request_unknown", requestId });
  if (holdUntil <= now) return refuse({ code: "request_hold_not_ahead", holdUntil });
  const waiting = current.requests.filter((one) => one !== request);
  return change(opportunity, { ...openedOf(current), status: "matched", request, matchedAt: now, holdUntil, waiting }, released);
}

/**
 * The match has an event. Whoever still waited is told that the slot is gone.
 *
 * @example
 * scheduleOpportunity(opportunity, { eventId: event.id, endsAt: session.endsAt }, now).refusal // { code: "opportunity_not_matched", status: "offered" }
 */
export function scheduleOpportunity(opportunity: Opportunity, { eventId, endsAt }: { eventId: EventId; endsAt: Instant }, now: Instant): Changed<"scheduled"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (current.status !== "matched") return refuseIn(current, "opportunity_not_matched");
  const { waiting, holdUntil: _holdUntil, ...kept } = current;
  return change(opportunity, { ...kept, status: "scheduled", eventId, endsAt }, [...released, ...waiting]);
}

/**
 * It happened. Not before its event has ended.
 *
 * @example
 * completeOpportunity(opportunity, now).refusal // { code: "opportunity_not_scheduled", status: "offered" }
 */
export function completeOpportunity(opportunity: Opportunity, now: Instant): Changed<"done"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (current.status !== "scheduled") return refuseIn(current, "opportunity_not_scheduled");
  if (current.endsAt > now) return refuse({ code: "opportunity_event_not_over", endsAt: current.endsAt });
  return change(opportunity, { ...current, status: "done", doneAt: now }, released);
}

/**
 * A match or an event fell through: the slot is free for others again, as long as the offer stands.
 *
 * @example
 * returnToPool(opportunity, now).refusal // { code: "opportunity_not_held", status: "offered" }
 */
export function returnToPool(opportunity: Opportunity, now: Instant): Changed<"requested" | "open" | "expired"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (current.status !== "matched" && current.status !== "scheduled") return refuseIn(current, "opportunity_not_held");
  const returned = inPool(current, requestsInLine(current), now);
  return change(opportunity, returned.opportunity as OpportunityIn<"requested" | "open" | "expired">, [...released, current.request, ...returned.released]);
}

/**
 * The partner takes the offer back, at any time before it is done. Every school that asked is told.
 *
 * @example
 * withdrawOpportunity(opportunity, "We have moved", now).value.opportunity.status // "withdrawn"
 */
export function withdrawOpportunity(opportunity: Opportunity, reason: string, now: Instant): Changed<"withdrawn"> {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (hasEnded(current)) return refuseIn(current, "opportunity_over");
  const holder = "request" in current ? [current.request] : [];
  const all = [...released, ...holder, ...requestsInLine(current)];
  return change(opportunity, { ...offerOf(current), status: "withdrawn", endedAt: now, reason }, all);
}

/**
 * What time alone does: requests, holds and the offer itself end when their time is over, and the slot goes back to the pool.
 * Absent where nothing ended.
 *
 * @example
 * lapseOpportunity(opportunity, now) // undefined
 * lapseOpportunity(opportunity, opportunity.expiresAt).opportunity.status // "expired"
 */
export function lapseOpportunity(opportunity: Opportunity, now: Instant): OpportunityChange | undefined {
  const { opportunity: current, released } = asOf(opportunity, now);
  if (current.status === opportunity.status && released.length === 0) return undefined;
  return { opportunity: { ...current, version: opportunity.version + 1 }, released };
}
