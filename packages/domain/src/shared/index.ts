export * from "./date.ts";
export * from "./id.ts";
export * from "./instant.ts";
export * from "./result.ts";
export * from "./same.ts";
export * from "./text.ts";
