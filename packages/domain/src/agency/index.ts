export * from "./agency.ts";
export * from "./all-subjects.ts";
export * from "./define-agency.ts";
export * from "./names-of.ts";
export * from "./policies.ts";
export * from "./rule-changes.ts";
export * from "./subjects-of.ts";
export * from "./written-agency.ts";
