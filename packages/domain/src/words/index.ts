export { verdictWords } from "../rule/explain.ts";
export * from "./csv-fault-words.ts";
export * from "./fault-words.ts";
export * from "./refusal-words.ts";
export * from "./say.ts";
export * from "./words.ts";
