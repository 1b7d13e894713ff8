import { standingOf } from "../rule/evaluate.ts";
import type { Reason } from "../rule/finding.ts";
import { type RulesOn, rulesOn, type Subject } from "../rule/rule.ts";
import type { IsoDate } from "../shared/date.ts";
import type { OpportunityId, RequestId } from "../shared/id.ts";
import { accept, type Result, refuse } from "../shared/result.ts";
import type { MatchFacts, MatchOffer, MatchRequest } from "./matching-facts.ts";
import { defaultMatchingPolicy, type MatchingPolicy } from "./matching-policy.ts";
import { matching } from "./matching-rules.ts";
import { type MatchScore, scoreMatch } from "./matching-score.ts";

/** How to match: as of a day, by a policy, and by rules (those of the policy, where an agency has no others). */
export interface MatchingTerms {
  on: IsoDate;
  policy?: MatchingPolicy;
  subject?: Subject<MatchFacts>;
}

/** A request that fits, with its score and the reasons of it. */
export interface RankedRequest extends MatchScore {
  requestId: RequestId;
}

/** What becomes of every request, for one offer. */
export interface Ranking {
  offerId: OpportunityId;
  /** The best first; of those with the same score, the one whose id comes first. */
  matched: readonly RankedRequest[];
  /** Those of which a rule cannot tell: what would have to be known. In order of ids. */
  cannotTell: readonly { requestId: RequestId; missing: readonly string[] }[];
  /** Those that do not fit, with every rule that says so. In order of ids. */
  ruledOut: readonly { requestId: RequestId; because: readonly Reason[] }[];
}

/** The same request or offer stands twice. */
export type MatchingRefusal = { code: "match_id_repeated"; id: string };

/** Whether they fit: with a score, or what is missing, or why not. */
export type Fit = { verdict: "met"; match: MatchScore } | { verdict: "unknown"; missing: readonly string[] } | { verdict: "unmet"; because: readonly Reason[] };

/** What was asked for, with the rules of the day. */
export interface Matcher {
  on: IsoDate;
  policy: MatchingPolicy;
  rules: RulesOn<MatchFacts>;
}

/** Makes a matcher of its terms. */
export function matcherOf({ on, policy = defaultMatchingPolicy, subject = matching(policy) }: MatchingTerms): Matcher {
  return { on, policy, rules: rulesOn(subject, on) };
}

/**
 * Whether one request fits one offer. It looks at the two alone. What comes to "no" may be left at the first rule that says so:
 * whoever compares everything with everything needs no more of it.
 */
export function fitOf(offer: MatchOffer, request: MatchRequest, { on, policy, rules }: Matcher, { isBrief = false } = {}): Fit {
  const facts = { offer, request };
  const counting = rules.rules.filter((rule) => standingOf(rule) === "counts");
  const because: Reason[] = [];
  const missing = new Set<string>();
  // As with every evaluation: where no rule counts, nothing is known.
  let isKnown = counting.length > 0;
  for (const rule of counting) {
    const finding = rule.check(facts, on);
    if (finding.verdict === "unmet") because.push(...finding.because);
    if (finding.verdict === "unmet" && isBrief) break;
    if (finding.verdict !== "unknown") continue;
    isKnown = false;
    for (const path of finding.missing) missing.add(path);
  }
  if (because.length > 0) return { verdict: "unmet", because };
  return isKnown ? { verdict: "met", match: scoreMatch(offer, request, on, policy) } : { verdict: "unknown", missing: [...missing] };
}

/** Order of ids as text, the same on every machine. */
export const byId = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The first id that stands twice. */
export function repeatedIn(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

/**
 * What becomes of every request for an offer: first the rules that no score makes up for, then the score. A request of which
 * something is missing is listed as such and never matched in silence. Each is looked at by itself: others that come or go
 * change neither its score nor its place before or after a third one, and the order that they are given in does not matter.
 *
 * @example
 * rankRequests({ id: "opp_1", activityTypeId: "act_career-day" }, [{ id: "req_1", activityTypeId: "act_internship" }], { on: "2026-11-24" }).value.ruledOut[0].because // [{ code: "match_activity", verdict: "unmet", facts: { offered: "act_career-day", asked: "act_internship" } }]
 */
export function rankRequests(offer: MatchOffer, requests: readonly MatchRequest[], terms: MatchingTerms): Result<Ranking, MatchingRefusal> {
  const repeated = repeatedIn(requests.map(({ id }) => id));
  if (repeated !== undefined) return refuse({ code: "match_id_repeated", id: repeated });
  const matcher = matcherOf(terms);
  const fits = requests
    .map((request) => ({ requestId: request.id, fit: fitOf(offer, request, matcher) }))
    .sort((one, other) => byId(one.requestId, other.requestId));
  return accept({
    offerId: offer.id,
    // The sort is stable: those with the same score stay in order of ids.
    matched: fits.flatMap(({ requestId, fit }) => (fit.verdict === "met" ? [{ requestId, ...fit.match }] : [])).sort((one, other) => other.score - one.score),
    cannotTell: fits.flatMap(({ requestId, fit }) => (fit.verdict === "unknown" ? [{ requestId, missing: fit.missing }] : [])),
    ruledOut: fits.flatMap(({ requestId, fit }) => (fit.verdict === "unmet" ? [{ requestId, because: fit.because }] : [])),
  });
}
