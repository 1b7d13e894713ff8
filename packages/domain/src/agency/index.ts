export * from "./agency.ts";
