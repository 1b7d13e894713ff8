export * from "./answer.ts";
export * from "./compare.ts";
export * from "./evaluate.ts";
export * from "./explain.ts";
export * from "./finding.ts";
export * from "./judge.ts";
export * from "./known-facts.ts";
export * from "./rule.ts";
