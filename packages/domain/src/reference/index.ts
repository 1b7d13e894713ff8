export * from "./ceds-option.ts";
export * from "./cluster.ts";
export * from "./content-area.ts";
export * from "./dated-table.ts";
export * from "./federal-holiday.ts";
export * from "./school-year.ts";
export * from "./source.ts";
export * from "./sourced.ts";
