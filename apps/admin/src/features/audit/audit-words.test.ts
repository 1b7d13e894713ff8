import { expect, it } from "vitest";
import { actorInWords, operationInWords, subjectInWords } from "./audit-words.ts";

it("names operations and people as a clerk does, and shows what it does not know by its code", () => {
  expect([operationInWords("grant.take"), operationInWords("new.thing")]).toEqual(["Ended a role", "new.thing"]);
  expect([{ by: "usr_1", byName: "Dana" }, { by: "person" }, { by: "system:stream" }, { by: "unknown" }, { by: "usr_2" }].map(actorInWords)).toEqual([
    "Dana",
    "Somebody by form or link",
    "The system",
    "Not known",
    "usr_2",
  ]);
});

it("names what was changed: events by their titles, sessions with their start, sign-ups by no more than tells them apart", () => {
  const zone = "America/New_York";
  const subjects = [
    { subject: "evt_01k0", subjectName: "Career Day" },
    { subject: "ses_01k0", subjectName: "Career Day", subjectStartsAt: "2027-03-10T15:00:00.000Z" as never },
    { subject: "sgn_0123456789abcdef" },
    { subject: "evt_0123456789abcdef" },
    { subject: "usr_01k0", subjectName: "Dana Example" },
    { subject: "audit" },
  ];
  expect(subjects.map((row) => subjectInWords(row, zone))).toEqual([
    "Career Day",
    "Career Day, Wed, Mar 10, 2027, 10:00 AM",
    "Sign-up …abcdef",
    "Event …abcdef",
    "Dana Example",
    "The log",
  ]);
});
