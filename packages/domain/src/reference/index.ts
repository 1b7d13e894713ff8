export * from "./dated-table.ts";
export * from "./source.ts";
