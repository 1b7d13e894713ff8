export * from "./access/index.ts";
export * from "./activity/activity-type.ts";
export * from "./agency/agency.ts";
export * from "./event/index.ts";
export * from "./refusal-codes.ts";
export * from "./shared/index.ts";
export * from "./sign-up/index.ts";
