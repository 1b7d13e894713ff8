import type { Instant } from "@cte-partnerships/domain";
import { describe, expect, test } from "vitest";
import { sampleEvent } from "../../../test/sample-event.ts";
import { faultsIn, fieldOf, labelOf, publishFaultsIn } from "./event-form-faults.ts";
import { type EventFormValues, emptyEvent, emptySession } from "./event-form-values.ts";
import { formValuesOf } from "./form-values-of.ts";

const now = "2026-10-01T12:00:00.000Z" as Instant;
const empty = emptyEvent({ zone: "America/New_York", host: "office", office: "The Office", now });
const values = formValuesOf(sampleEvent);
const withSession = (change: Partial<EventFormValues["sessions"][number]>): EventFormValues => ({
  ...values,
  sessions: values.sessions.map((session, index) => (index === 0 ? { ...session, ...change } : session)),
});

describe("faults of an event's form", () => {
  test("are none where it can be saved", () => {
    expect(faultsIn(values, sampleEvent)).toEqual({});
  });

  test("name every field that is needed, at its field", () => {
    expect(faultsIn(empty)).toEqual({
      title: "is needed",
      activityTypeId: "is needed",
      "venue.place.name": "is needed",
      "venue.place.street": "is needed",
      "venue.place.city": "is needed",
      "venue.place.region": "is needed",
      "venue.place.postalCode": "is needed",
      "venue.place.boroughId": "is needed",
      "signUpWindow.closesAt": "is needed",
    });
  });

  test("of a session that was only begun are at its empty fields", () => {
    const faults = faultsIn({ ...values, sessions: [{ ...emptySession, key: "new", capacity: "" }] });
    expect(Object.keys(faults).sort()).toEqual(["sessions.0.capacity", "sessions.0.date", "sessions.0.endsAt", "sessions.0.startsAt"]);
  });

  test("say where a session ends before it starts, and where a party is larger than it", () => {
    expect(faultsIn(withSession({ endsAt: "08:00" }))).toEqual({ "sessions.0.endsAt": "must be after the start" });
    expect(faultsIn(withSession({ partySizeLimit: 41 }))["sessions.0.partySizeLimit"]).toBe("must not be larger than the capacity");
  });

  test("say that an hour leapt over by the clocks does not exist", () => {
    const faults = faultsIn(withSession({ date: "2027-03-14", lastDate: "2027-03-14", startsAt: "02:30", endsAt: "04:00" }));
    expect(faults).toEqual({ "sessions.0.startsAt": "is a time that does not exist on that day, when clocks go forward: choose an hour later" });
  });

  test("are called by the names of their fields", () => {
    expect(labelOf("sessions.1.endsAt")).toBe("Session 2, end");
    expect(labelOf(fieldOf("questions.0.options.2.id"))).toBe("Question 1, option 3");
    expect(labelOf(fieldOf("host.commissionId"))).toBe("Host");
  });
});

describe("what blocks publishing", () => {
  test("is found in what stands in the form, with the session that it is about", () => {
    const past = withSession({ date: "2026-09-30", lastDate: "2026-09-30" });
    expect(publishFaultsIn({ ...past, description: " " }, sampleEvent, now)).toEqual([
      { path: ["description"], reason: "description_missing" },
      { path: ["sessions", 0, "startsAt"], reason: "session_in_the_past" },
    ]);
  });

  test("points at the right session where another one is still empty", () => {
    const sessions = [{ ...emptySession, key: "new" }, ...withSession({ date: "2026-09-30", lastDate: "2026-09-30" }).sessions];
    expect(publishFaultsIn({ ...values, sessions }, sampleEvent, now)).toEqual([{ path: ["sessions", 1, "startsAt"], reason: "session_in_the_past" }]);
  });

  test("is only that there is no session, where there is none", () => {
    expect(publishFaultsIn({ ...values, sessions: [] }, sampleEvent, now).map((fault) => fault.reason)).toEqual(["no_sessions"]);
  });
});
