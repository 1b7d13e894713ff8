export * from "./grant.ts";
export * from "./may.ts";
