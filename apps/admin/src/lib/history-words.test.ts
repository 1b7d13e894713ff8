import { expect, test } from "vitest";
import { deedOf, doerOf, fieldOf, valueInWords } from "./history-words.ts";

test("what was done is told in words, and what is not known by its code", () => {
  expect([deedOf({ op: "sign_up.approve" }), deedOf({ op: "new.deed" })]).toEqual(["Approved", "new.deed"]);
});

test("somebody of the office is named, and of the public nobody is", () => {
  const words = [{ by: "usr_1", byName: "Dana" }, { by: "person" }, { by: "system:settling" }, { by: "usr_gone" }].map(doerOf);
  expect(words).toEqual(["Dana", "The person, by form or link", "The system", "usr_gone"]);
});

test("values are told in the zone of the place, with its name where it is another than the agency's, and in words", () => {
  const zone = "America/New_York";
  const told = ["2026-12-06T14:00:00.000Z", "true", '{"kind":"office"}', "pending"].map((value) => valueInWords(value, zone, zone));
  expect(told).toEqual(["Sun, Dec 6, 2026, 9:00 AM", "yes", "set", "pending"]);
  expect(valueInWords("2026-12-06T14:00:00.000Z", "America/Los_Angeles", zone)).toBe("Sun, Dec 6, 2026, 6:00 AM PST");
});

test("a field within a session is told by its own name", () => {
  expect([fieldOf("sessions.ses_1.capacity"), fieldOf("partySize"), fieldOf("needsApproval")]).toEqual(["capacity", "party", "needs approval"]);
});
