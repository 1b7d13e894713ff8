// What the package's root gives on of this noun. Its solvers, which weigh most and few need, stand behind the noun's own door.
export * from "./barred-work.ts";
export * from "./change-opportunity.ts";
export * from "./clearance.ts";
export * from "./clearance-basis.ts";
export { type AdultRole, type ClearanceFacts, ClearanceRecord, ClearanceStatus } from "./clearance-facts.ts";
export * from "./matching-adapters.ts";
export * from "./matching-facts.ts";
export * from "./matching-policy.ts";
export * from "./matching-rules.ts";
export * from "./minor-band.ts";
export * from "./minor-paper.ts";
export * from "./minors-placement.ts";
export type { MinorsPlacementFacts } from "./minors-placement-facts.ts";
export * from "./opportunity.ts";
export type { OpportunityChange, OpportunityIn, OpportunityRefusal } from "./opportunity-change.ts";
export * from "./school-request.ts";
