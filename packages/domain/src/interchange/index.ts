export * from "./csv.ts";
export * from "./csv-text.ts";
export * from "./defuse.ts";
