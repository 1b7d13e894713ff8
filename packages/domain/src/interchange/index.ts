export * from "./csv.ts";
export * from "./csv-text.ts";
export * from "./defuse.ts";
export * from "./event-json-ld.ts";
export * from "./local-time.ts";
export * from "./script-safe-json.ts";
