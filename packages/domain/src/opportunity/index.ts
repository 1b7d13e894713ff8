export * from "./everyday.ts";
export { type MatchingRefusal, type MatchingTerms, type RankedRequest, type Ranking, rankRequests } from "./matching.ts";
export * from "./matching-assignment.ts";
export * from "./matching-score.ts";
