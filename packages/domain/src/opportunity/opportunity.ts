import * as z from "zod";
import { ActivityTypeId, EventId, OpportunityId, PartnerId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { hasEachOnce } from "../shared/is-each-once.ts";
import { line, paragraphs } from "../shared/text.ts";
import { BoroughIds, CommissionIds, DaySpans, MeetingPlace, opportunityLimits, SchoolRequest, StudentCount } from "./school-request.ts";

/** How few and how many students an offer is for. */
export const GroupSize = z.strictObject({ min: StudentCount, max: StudentCount }).refine(({ min, max }) => min <= max, {
  path: ["max"],
  error: "must not be smaller than the smallest group",
});
export type GroupSize = z.infer<typeof GroupSize>;

const offer = {
  partnerId: PartnerId,
  activityTypeId: ActivityTypeId,
  title: line(140),
  description: paragraphs(4000),
  /** The sectors that it is for; empty where any fits. */
  commissionIds: CommissionIds,
  /** Where it is, or where the partner comes to; empty where anywhere. */
  boroughIds: BoroughIds,
  groupSize: GroupSize,
  place: MeetingPlace,
  days: DaySpans,
  /** Until then the offer stands. What is matched or scheduled by then goes on. */
  expiresAt: Instant,
};

/** What a partner offers, as it is sent. */
export const OfferInput = z.strictObject(offer);
export type OfferInput = z.infer<typeof OfferInput>;

/** Requests in the order that they came. */
const Requests = z.array(SchoolRequest).max(opportunityLimits.requests).refine(hasEachOnce("id"), "has the same request twice");

const held = { id: OpportunityId, ...offer, offeredAt: Instant, version: z.int().min(1) };
const reviewed = { ...held, reviewedAt: Instant };
const open = { ...reviewed, openedAt: Instant };
const matched = { ...open, request: SchoolRequest, matchedAt: Instant };
const scheduled = { ...matched, eventId: EventId, endsAt: Instant };
const ended = { ...held, endedAt: Instant };

/**
 * What a partner offers, one slot of it, from the offer to its end:
 * `offered → reviewed → open → requested → matched → scheduled → done`, or `declined` by the office, `withdrawn` by the partner,
 * `expired` where its time ran out. The requests of an open one expire too; a slot that nobody uses goes back to the pool.
 */
export const Opportunity = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("offered"), ...held }),
  z.strictObject({ status: z.literal("reviewed"), ...reviewed }),
  z.strictObject({ status: z.literal("open"), ...open }),
  z.strictObject({ status: z.literal("requested"), ...open, requests: Requests.min(1) }),
  /** One school has it until `holdUntil`, by when it must be scheduled. The others stay in line. */
  z.strictObject({ status: z.literal("matched"), ...matched, holdUntil: Instant, waiting: Requests }),
  z.strictObject({ status: z.literal("scheduled"), ...scheduled }),
  z.strictObject({ status: z.literal("done"), ...scheduled, doneAt: Instant }),
  z.strictObject({ status: z.literal("withdrawn"), ...ended, reason: paragraphs(500) }),
  z.strictObject({ status: z.literal("declined"), ...ended, reason: paragraphs(500) }),
  z.strictObject({ status: z.literal("expired"), ...ended }),
]);
export type Opportunity = z.infer<typeof Opportunity>;
/** Where an opportunity is in its life. */
export type OpportunityStatus = Opportunity["status"];

const endings = ["done", "withdrawn", "declined", "expired"] as const satisfies readonly OpportunityStatus[];
/** A status that nothing follows. */
export type OpportunityEnding = (typeof endings)[number];

/**
 * Whether nothing can follow any more.
 *
 * @example
 * hasEnded({ status: "withdrawn" }) // true
 */
export const hasEnded = ({ status }: Pick<Opportunity, "status">): boolean => (endings as readonly OpportunityStatus[]).includes(status);

/**
 * The requests that stand in line for an opportunity, in the order that they came. The one that has the slot is not in line.
 *
 * @example
 * requestsInLine({ status: "open" }) // []
 */
export const requestsInLine = (opportunity: Opportunity | { status: Exclude<OpportunityStatus, "requested" | "matched"> }): readonly SchoolRequest[] => {
  if (opportunity.status === "requested") return opportunity.requests;
  return opportunity.status === "matched" ? opportunity.waiting : [];
};
