import type { Reason } from "../rule/finding.ts";
import { addDays, daysBetween, type IsoDate } from "../shared/date.ts";
import type { MatchOffer, MatchRequest } from "./matching-facts.ts";
import type { MatchingPolicy, MatchWeights } from "./matching-policy.ts";

/** One part of a score: which, how many points of how many, and why. Where its facts are missing it has none, and says so. */
export interface MatchReason extends Reason {
  criterion: keyof MatchWeights;
  points: number;
  most: number;
}

/** How well a request fits an offer, and why: the points of its reasons together. */
export interface MatchScore {
  score: number;
  reasons: readonly MatchReason[];
}

/** How much of its points a criterion gives, from 0 to 1; or the facts that it would need. */
type Share = { of: number; facts: Reason["facts"] } | { missing: readonly string[] };

/** What is shared, in part of what is asked for. Who asks for anything gets all; who is offered "any" gets nothing made for them. */
function overlap(offered: readonly string[] | undefined, asked: readonly string[] | undefined, key: string): Share {
  const missing = [...(offered ? [] : [`offer.${key}`]), ...(asked ? [] : [`request.${key}`])];
  if (!offered || !asked) return { missing };
  const shared = asked.filter((id) => offered.includes(id));
  return { of: asked.length === 0 ? 1 : shared.length / asked.length, facts: { shared: shared.length, asked: asked.length } };
}

function daysInCommon(offer: MatchOffer, request: MatchRequest, most: number): Share {
  if (!offer.days || !request.days) return { missing: [...(offer.days ? [] : ["offer.days"]), ...(request.days ? [] : ["request.days"])] };
  const spans = request.days;
  const common = offer.days.flatMap((one) => spans.flatMap((other) => inBoth(one, other))).sort((one, other) => (one.from < other.from ? -1 : 1));
  let days = 0;
  let counted: IsoDate | undefined;
  // Spans of one list may overlap: a day counts once.
  for (const { from, to } of common) {
    const first = counted !== undefined && counted >= from ? addDays(counted, 1) : from;
    days += Math.max(0, daysBetween(first, to) + 1);
    if (counted === undefined || to > counted) counted = to;
  }
  return { of: upTo(most, days), facts: { days, most } };
}

type Span = NonNullable<MatchOffer["days"]>[number];

/** The days that are in two spans. A span without both of its ends adds nothing. */
function inBoth(one: Span, other: Span): { from: IsoDate; to: IsoDate }[] {
  if (!one.from || !one.to || !other.from || !other.to) return [];
  let [from, to] = [one.from, one.to];
  if (other.from > from) from = other.from;
  if (other.to < to) to = other.to;
  return from <= to ? [{ from, to }] : [];
}

/** All from so much on, and in part before. */
const upTo = (most: number, have: number): number => (have >= most ? 1 : have / most);

function filling(offer: MatchOffer, request: MatchRequest): Share {
  const most = offer.groupSize?.max;
  if (most === undefined || request.students === undefined) {
    return { missing: [...(most === undefined ? ["offer.groupSize.max"] : []), ...(request.students === undefined ? ["request.students"] : [])] };
  }
  return { of: upTo(most, request.students), facts: { students: request.students, most } };
}

function near(offer: MatchOffer, request: MatchRequest): Share {
  if (!offer.boroughIds || !request.boroughIds) {
    return { missing: [...(offer.boroughIds ? [] : ["offer.boroughIds"]), ...(request.boroughIds ? [] : ["request.boroughIds"])] };
  }
  const shared = request.boroughIds.filter((id) => offer.boroughIds?.includes(id));
  return { of: shared.length > 0 ? 1 : 0, facts: { shared } };
}

function waiting(request: MatchRequest, on: IsoDate, most: number): Share {
  if (!request.requestedOn) return { missing: ["request.requestedOn"] };
  const days = Math.max(0, daysBetween(request.requestedOn, on));
  return { of: upTo(most, days), facts: { days, most } };
}

const fewer = ({ pastMatches: have }: MatchRequest): Share =>
  have === undefined ? { missing: ["request.pastMatches"] } : { of: 1 / (1 + have), facts: { have } };

/**
 * How well a request fits an offer. It looks at the two alone, so no other request can change it.
 *
 * @example
 * scoreMatch({ id: "opp_1" }, { id: "req_1", pastMatches: 1 }, "2026-11-24", defaultMatchingPolicy).score // 10
 */
export function scoreMatch(offer: MatchOffer, request: MatchRequest, on: IsoDate, policy: MatchingPolicy): MatchScore {
  const shares: Record<keyof MatchWeights, Share> = {
    sectors: overlap(offer.commissionIds, request.commissionIds, "commissionIds"),
    clusters: overlap(offer.clusterIds, request.clusterIds, "clusterIds"),
    days: daysInCommon(offer, request, policy.daysAtMost),
    filling: filling(offer, request),
    near: near(offer, request),
    waiting: waiting(request, on, policy.waitingDaysAtMost),
    fewer: fewer(request),
  };
  const reasons = (Object.keys(shares) as (keyof MatchWeights)[]).map((criterion): MatchReason => {
    const most = policy.weights[criterion];
    const share = shares[criterion];
    if ("missing" in share) return { criterion, code: "not_known", verdict: "unknown", facts: { missing: share.missing }, points: 0, most };
    return {
      criterion,
      code: `match_points_${criterion}`,
      verdict: share.of > 0 ? "met" : "unmet",
      facts: share.facts,
      points: Math.round(most * share.of),
      most,
    };
  });
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), reasons };
}
