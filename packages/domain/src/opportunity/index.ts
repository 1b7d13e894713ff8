export * from "./change-opportunity.ts";
export * from "./opportunity.ts";
export type { OpportunityChange, OpportunityIn, OpportunityRefusal } from "./opportunity-change.ts";
export * from "./school-request.ts";
