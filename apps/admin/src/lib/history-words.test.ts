import { expect, test } from "vitest";
import { sampleMe } from "../../test/sample-event.ts";
import { deedOf, doerOf, fieldOf, valueInWords } from "./history-words.ts";

test("what was done is told in words, and what is not known by its code", () => {
  expect([deedOf({ op: "sign_up.approve" }), deedOf({ op: "new.deed" })]).toEqual(["Approved", "new.deed"]);
});

test("somebody of the office is named, and of the public nobody is", () => {
  const words = [{ by: "usr_1", byName: "Dana" }, { by: "person" }, { by: "system:settling" }, { by: "usr_gone" }].map(doerOf);
  expect(words).toEqual(["Dana", "The person, by form or link", "The system", "usr_gone"]);
});

test("values are told in words, and moments in the zone of the place with its name where it is another than the agency's", () => {
  const { agency } = sampleMe;
  const told = (field: string, value: string, zone: string = agency.zone) => valueInWords(field, value, { zone, agency });
  expect(told("startsAt", "2026-12-06T14:00:00.000Z")).toBe("Sun, Dec 6, 2026, 9:00 AM");
  expect(told("startsAt", "2026-12-06T14:00:00.000Z", "America/Los_Angeles")).toBe("Sun, Dec 6, 2026, 6:00 AM PST");
  expect([told("needsApproval", "true"), told("state", "pending")]).toEqual(["yes", "pending"]);
  expect([told("activityTypeId", "act_career-day"), told("activityTypeId", "act_gone")]).toEqual(["Career Day", "act_gone"]);
  expect(told("host", '{"kind":"commission","commissionId":"cms_information-technology"}')).toBe("Information Technology");
  expect(told("signUpWindow", '{"opensAt":"2026-12-06T14:00:00.000Z","closesAt":"2026-12-07T14:00:00.000Z"}')).toBe(
    "open Sun, Dec 6, 2026, 9:00 AM, close Mon, Dec 7, 2026, 9:00 AM",
  );
  expect(['{"place":{"name":"Harbor Heights"}}', '["a"]', "{cut off"].map((value) => told("venue", value))).toEqual(["set", "set", "set"]);
});

test("a field within a session is told by its own name", () => {
  expect([fieldOf("sessions.ses_1.capacity"), fieldOf("partySize"), fieldOf("needsApproval")]).toEqual(["capacity", "party", "needs approval"]);
});
