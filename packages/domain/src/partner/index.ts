export * from "./contact.ts";
export * from "./known-partner.ts";
export * from "./partner.ts";
export * from "./partner-kind.ts";
export * from "./partner-present.ts";
