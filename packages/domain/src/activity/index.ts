export * from "./activity-hours.ts";
export * from "./activity-type.ts";
export * from "./ceds-code.ts";
export * from "./duration.ts";
export * from "./federal-work-based-learning.ts";
export * from "./hours.ts";
export * from "./work-based-learning.ts";
export {
  type AwarenessDocument,
  type AwarenessExperience,
  type AwarenessKind,
  type AwarenessRule,
  awarenessDocuments,
  awarenessKinds,
  awarenessRules,
} from "./work-based-learning-awareness.ts";
export { type AwarenessHours, awarenessHoursCounted, creditFor } from "./work-based-learning-credit.ts";
export * from "./work-based-learning-hours.ts";
export * from "./work-based-learning-policy.ts";
export * from "./work-based-learning-type.ts";
