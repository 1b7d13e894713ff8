import type { OpportunityId, RequestId } from "../shared/id.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import { byId, fitOf, type MatchingRefusal, type MatchingTerms, matcherOf, repeatedIn } from "./matching.ts";
import type { MatchOffer, MatchRequest } from "./matching-facts.ts";
import type { MatchScore } from "./matching-score.ts";

/** An offer and the request that gets it. */
export interface AssignedPair extends MatchScore {
  offerId: OpportunityId;
  requestId: RequestId;
}

/** Why a request got nothing: others had a better claim to all that fits, or it fits nothing, or that cannot be told. */
export interface UnassignedRequest {
  requestId: RequestId;
  code: "match_all_taken" | "match_nothing_fits" | "match_cannot_tell";
  facts: { fitting: number; untold: number };
}

/** Which request gets which offer. */
export interface Assignment {
  /** The best pair first. */
  assigned: readonly AssignedPair[];
  unassigned: readonly UnassignedRequest[];
  openOfferIds: readonly OpportunityId[];
  /** Pairs of which a rule cannot tell, with what would have to be known: of offers and requests that are left over. */
  cannotTell: readonly { offerId: OpportunityId; requestId: RequestId; missing: readonly string[] }[];
}

/**
 * Gives offers to requests, one each. The result is stable: there is no offer and no request that would both rather have one
 * another than what they got, so nobody has a reason to go round the office. Both sides go by the same score, and ties by the
 * order of ids; then the best pair of all must be together in every stable result, and the best of those left after it, and so
 * on. So there is exactly one, whichever side were to propose first, and taking the best pair again and again finds it. It may
 * serve fewer requests than could be served at all, by half at the most.
 *
 * @example
 * assignRequests([{ id: "opp_1" }], [{ id: "req_1" }], { on: "2026-11-24" }).value.unassigned // [{ requestId: "req_1", code: "match_cannot_tell", facts: { fitting: 0, untold: 1 } }]
 */
export function assignRequests(offers: readonly MatchOffer[], requests: readonly MatchRequest[], terms: MatchingTerms): Result<Assignment, MatchingRefusal> {
  const repeated = repeatedIn(offers.map(({ id }) => id)) ?? repeatedIn(requests.map(({ id }) => id));
  if (repeated !== undefined) return refuse({ code: "match_id_repeated", id: repeated });
  const matcher = matcherOf(terms);
  const fitting: AssignedPair[] = [];
  const untold: { offerId: OpportunityId; requestId: RequestId; missing: readonly string[] }[] = [];
  const sorted = { offers: inOrder(offers), requests: inOrder(requests) };
  for (const offer of sorted.offers) {
    for (const request of sorted.requests) {
      const fit = fitOf(offer, request, matcher, { isBrief: true });
      if (fit.verdict === "met") fitting.push({ offerId: offer.id, requestId: request.id, ...fit.match });
      if (fit.verdict === "unknown") untold.push({ offerId: offer.id, requestId: request.id, missing: fit.missing });
    }
  }
  // Stable: pairs with the same score stay in order of the offer's id, then of the request's.
  const best = fitting.toSorted((one, other) => other.score - one.score);
  const [given, served] = [new Set<OpportunityId>(), new Set<RequestId>()];
  const assigned = best.filter(({ offerId, requestId }) => {
    if (given.has(offerId) || served.has(requestId)) return false;
    given.add(offerId);
    served.add(requestId);
    return true;
  });
  const [fits, doubts] = [countsOf(fitting), countsOf(untold)];
  return accept({
    assigned,
    unassigned: sorted.requests.filter(({ id }) => !served.has(id)).map(({ id }) => whyNot(id, { fitting: fits.get(id) ?? 0, untold: doubts.get(id) ?? 0 })),
    openOfferIds: sorted.offers.map(({ id }) => id).filter((id) => !given.has(id)),
    cannotTell: untold.filter(({ offerId, requestId }) => !given.has(offerId) && !served.has(requestId)),
  });
}

const inOrder = <Row extends { id: string }>(rows: readonly Row[]): readonly Row[] => rows.toSorted((one, other) => byId(one.id, other.id));

function countsOf(pairs: readonly { requestId: RequestId }[]): ReadonlyMap<RequestId, number> {
  const counts = new Map<RequestId, number>();
  for (const { requestId } of pairs) counts.set(requestId, (counts.get(requestId) ?? 0) + 1);
  return counts;
}

function whyNot(requestId: RequestId, facts: UnassignedRequest["facts"]): UnassignedRequest {
  const code = facts.fitting > 0 ? "match_all_taken" : facts.untold > 0 ? "match_cannot_tell" : "match_nothing_fits";
  return { requestId, code, facts };
}
