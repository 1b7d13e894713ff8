import { describe, expect, it } from "vitest";
import { at, exampleCancelledSession, exampleEvent, exampleSession, frozen, questions, sessionId } from "../../test/examples.ts";
import { wallTimeIn } from "../shared/wall-clock.ts";
import { copyOfEvent } from "./copy-event.ts";
import { EventInput } from "./event.ts";

const event = frozen(
  exampleEvent("published", {
    details: { firms: 3 },
    questions: [{ ...questions.text, isRetired: true }, questions.choice],
    sessions: [exampleSession({ label: "Morning" }), exampleCancelledSession({ id: sessionId(2) })],
  }),
);

describe("a copy of an event", () => {
  it("is the same event so many days later, by the clock at the venue", () => {
    const copy = copyOfEvent(event, 7);
    expect(EventInput.parse(copy)).toEqual(copy);
    expect(copy).toMatchObject({ title: event.title, venue: event.venue, host: event.host, details: { firms: 3 }, description: event.description });
    const [before, after] = [event.sessions[0], copy.sessions[0]];
    expect(wallTimeIn(event.venue.zone, after?.startsAt as never).slice(10)).toBe(wallTimeIn(event.venue.zone, before?.startsAt as never).slice(10));
    expect(Date.parse(after?.startsAt ?? "") - Date.parse(before?.startsAt ?? "")).toBeGreaterThanOrEqual(7 * 86_400_000 - 3_600_000);
    expect(copy.signUpWindow.closesAt > event.signUpWindow.closesAt).toBe(true);
  });

  it("keeps what begins in the hour that the clocks leap over before what ends after it, sessions and the time for signing up", () => {
    const night = { startsAt: at("2027-03-07T07:30"), endsAt: at("2027-03-07T08:15") };
    const window = { opensAt: night.startsAt, closesAt: night.endsAt };
    const copy = copyOfEvent(exampleEvent("published", { signUpWindow: window, sessions: [exampleSession(night)] }), 7);
    expect(EventInput.parse(copy)).toEqual(copy);
    expect(copy.signUpWindow).toEqual({ opensAt: at("2027-03-14T07:30"), closesAt: at("2027-03-14T08:15") });
    expect(copy.sessions[0]).toMatchObject({ startsAt: at("2027-03-14T07:30"), endsAt: at("2027-03-14T08:15") });
  });

  it("leaves behind what was cancelled, what is asked no more, and every id", () => {
    const copy = copyOfEvent(event, 7);
    expect(copy.sessions).toHaveLength(1);
    expect(copy.sessions[0]).not.toHaveProperty("id");
    expect(copy.questions.map(({ id }) => id)).toEqual([questions.choice.id]);
    for (const gone of ["id", "slug", "version", "status", "series", "publishedAt"]) expect(copy).not.toHaveProperty(gone);
  });

  it("has no session where no day is told", () => {
    expect(copyOfEvent(event).sessions).toEqual([]);
    expect(copyOfEvent(event).signUpWindow).toEqual(event.signUpWindow);
  });
});
