export * from "./activity-type.ts";
