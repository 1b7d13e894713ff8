export * from "./event.ts";
export * from "./make.ts";
export * from "./question.ts";
export * from "./session.ts";
export * from "./venue.ts";
