import { EventInput } from "@cte-partnerships/domain";
import { describe, expect, test } from "vitest";
import { sampleEvent } from "../../../test/sample-event.ts";
import { formValuesOf } from "./form-values-of.ts";
import { inputOf, wordFor } from "./input-of.ts";

const saved = () => {
  const { title, activityTypeId, details, description, host, venue, audience, contact, signUpWindow, needsApproval, oneSessionPerPerson, questions } =
    sampleEvent;
  const sessions = sampleEvent.sessions.map(({ id, label, startsAt, endsAt, capacity, partySizeLimit, waitlistLimit }) => ({
    id,
    ...(label === undefined ? {} : { label }),
    startsAt,
    endsAt,
    capacity,
    partySizeLimit,
    waitlistLimit,
  }));
  return { title, activityTypeId, details, description, host, venue, audience, contact, signUpWindow, needsApproval, oneSessionPerPerson, questions, sessions };
};

describe("an event's form", () => {
  test("that is opened and saved again changes nothing, not even in the hour that comes twice", () => {
    expect(EventInput.parse(inputOf(formValuesOf(sampleEvent), sampleEvent))).toEqual(EventInput.parse(saved()));
  });

  test("shows times as a clock at the venue does", () => {
    expect(formValuesOf(sampleEvent).sessions[0]).toMatchObject({ date: "2026-10-31", startsAt: "09:00", endsAt: "11:30", lastDate: "2026-10-31" });
  });

  test("moved to another zone keeps the times on the clock and moves the moments", () => {
    const values = formValuesOf(sampleEvent);
    const moved = inputOf({ ...values, venue: { ...values.venue, zone: "America/Chicago" } }, sampleEvent);
    expect(moved.sessions[0]?.startsAt).toBe("2026-10-31T14:00:00.000Z");
  });

  test("sends only the parts that its kind of venue has", () => {
    const values = formValuesOf(sampleEvent);
    const online = inputOf({ ...values, venue: { ...values.venue, kind: "virtual" } }, sampleEvent);
    expect(online.venue).toEqual({ kind: "virtual", zone: "America/New_York", online: { joinUrl: "https://meet.example.org/day" } });
  });

  test("makes the id of a new question from its wording, and never one that is taken", () => {
    const values = formValuesOf(sampleEvent);
    const added = { key: "new", id: "", kind: "text" as const, label: "Diet", hint: "", required: false, isRetired: false, options: [] };
    const ids = inputOf({ ...values, questions: [...values.questions, added, added] }, sampleEvent).questions.map((question) => question.id);
    expect(ids).toEqual(["diet", "topic", "diet-2", "diet-3"]);
  });

  test.each([
    ["Dietary needs?", "dietary-needs"],
    ["1st choice", "st-choice"],
    ["Où êtes-vous?", "ou-etes-vous"],
    ["???", "question"],
    ["x".repeat(100), "x".repeat(32)],
  ])("names %j %s", (label, word) => {
    expect(wordFor(label, [], "question")).toBe(word);
  });
});
