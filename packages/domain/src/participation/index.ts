export * from "./attendance.ts";
export * from "./certificate.ts";
export * from "./check-in.ts";
export * from "./ctle-registration.ts";
export * from "./ctle-requirement.ts";
export * from "./hours.ts";
export * from "./issue-certificate.ts";
export * from "./teacher-training.ts";
