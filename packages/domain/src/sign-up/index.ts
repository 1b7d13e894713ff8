export * from "./attention.ts";
export * from "./change.ts";
export * from "./change-seats.ts";
export * from "./message.ts";
export * from "./seats.ts";
export * from "./settle.ts";
export * from "./sign-up.ts";
export * from "./take-in.ts";
