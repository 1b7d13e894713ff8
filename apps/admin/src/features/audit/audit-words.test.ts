import { describe, expect, it } from "vitest";
import type { Me } from "../../lib/api/session.ts";
import { actorInWords, fieldInWords, operationInWords, valueInWords } from "./audit-words.ts";

const agency = {
  title: "New York City",
  office: "The office",
  zone: "America/New_York",
  boroughs: [],
  commissions: [{ id: "cms_health", title: "Health" }],
  schools: [],
  activityTypes: [],
} as Me["agency"];

describe("a change in words", () => {
  it("names operations, people and fields as a clerk does, and shows what it does not know by its code", () => {
    expect([operationInWords("grant.take"), operationInWords("new.thing")]).toEqual(["Ended a role", "new.thing"]);
    expect([{ by: "usr_1", byName: "Dana" }, { by: "person" }, { by: "system:stream" }, { by: "unknown" }, { by: "usr_2" }].map(actorInWords)).toEqual([
      "Dana",
      "Somebody by form or link",
      "The system",
      "Not known",
      "usr_2",
    ]);
    expect(["sessions.ses_01.capacity", "needsApproval", "takenAt", "sessions.ses_01.startsAt"].map(fieldInWords)).toEqual([
      "session capacity",
      "needs approval",
      "ended",
      "session start",
    ]);
  });

  it("writes moments in the agency's zone, places by name, and leaves text as it is", () => {
    expect(valueInWords(agency, "takenAt", "2027-03-10T15:00:00.000Z")).toBe("Wed, Mar 10, 2027, 10:00 AM");
    expect(valueInWords(agency, "scope", '{"kind":"commission","commissionId":"cms_health"}')).toBe("Health");
    expect(valueInWords(agency, "host", '{"kind":"office"}')).toBe("The office");
    expect(valueInWords(agency, "role", "school_coordinator")).toBe("School coordinator");
    expect(valueInWords(agency, "signUpWindow", '{"opensAt":"2027-03-10T15:00:00.000Z"}')).toBe("opens at Wed, Mar 10, 2027, 10:00 AM");
    expect(["true", "{not json", "=1+1"].map((value) => valueInWords(agency, "title", value))).toEqual(["yes", "{not json", "=1+1"]);
  });
});
