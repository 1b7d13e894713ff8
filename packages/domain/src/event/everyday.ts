// What the package's root gives on of this noun. Its solvers, which weigh most and few need, stand behind the noun's own door.
export * from "./calendar-month.ts";
export * from "./copy-event.ts";
export * from "./details.ts";
export * from "./event.ts";
export * from "./make.ts";
export * from "./merge-fields.ts";
export * from "./question.ts";
export { RosterId } from "./roster-id.ts";
export * from "./series-dates.ts";
export * from "./session.ts";
export * from "./told-of-change.ts";
export * from "./venue.ts";
