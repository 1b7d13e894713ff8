export * from "./give.ts";
export * from "./grant.ts";
export * from "./may.ts";
