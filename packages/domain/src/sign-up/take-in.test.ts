import { describe, expect, it } from "vitest";
import {
  at,
  eventStatuses,
  exampleCancelledSession,
  exampleEvent,
  exampleInput,
  exampleSeats,
  exampleSession,
  frozen,
  moments,
  questions,
  signUpId,
} from "../../test/examples.ts";
import type { Event } from "../event/event.ts";
import { minutesAfter } from "../shared/instant.ts";
import { SignUp } from "./sign-up.ts";
import { signUpsOf, takeIn } from "./take-in.ts";

const facts = (override: Partial<Parameters<typeof takeIn>[0]> = {}): Parameters<typeof takeIn>[0] =>
  frozen({ event: exampleEvent(), session: exampleSession(), seats: exampleSeats(), input: exampleInput(), id: signUpId(1), ...override });

const refusalOf = (override: Partial<Parameters<typeof takeIn>[0]>, now = moments.now) => {
  const result = takeIn(facts(override), now);
  return result.ok ? undefined : result.refusal;
};

describe("signUpsOf", () => {
  const { opens, closes, starts } = moments;

  it.each([
    ["a minute before they open", minutesAfter(opens, -1), { kind: "not_yet", opensAt: opens }],
    ["as they open", opens, { kind: "open" }],
    ["a minute before they close", minutesAfter(closes, -1), { kind: "open" }],
    ["as they close", closes, { kind: "closed", closedAt: closes }],
    ["a minute after they close", minutesAfter(closes, 1), { kind: "closed", closedAt: closes }],
  ])("follows the window: %s", (_, now, kind) => {
    expect(signUpsOf(exampleEvent(), exampleSession(), now)).toEqual(kind);
  });

  it.each([
    ["a minute before the start", minutesAfter(starts, -1), { kind: "open" }],
    ["at the start", starts, { kind: "closed", closedAt: starts }],
  ])("closes at the session's own start where the window is longer: %s", (_, now, kind) => {
    const event = exampleEvent("published", { signUpWindow: { opensAt: opens, closesAt: moments.after } });
    expect(signUpsOf(event, exampleSession(), now)).toEqual(kind);
  });

  it.each([
    ["closed", exampleEvent("closed").closedAt],
    ["cancelled", exampleEvent("cancelled").cancelledAt],
    ["done", exampleEvent("done").doneAt],
  ] as const)("is closed where the event is %s, since then", (status, closedAt) => {
    expect(signUpsOf(exampleEvent(status), exampleSession(), moments.now)).toEqual({ kind: "closed", closedAt });
  });

  it("is closed where the session is cancelled, since then", () => {
    expect(signUpsOf(exampleEvent(), exampleCancelledSession({ cancelledAt: at("2027-02-02T10:00") }), moments.now)).toEqual({
      kind: "closed",
      closedAt: at("2027-02-02T10:00"),
    });
  });

  it("is not open yet for a draft, even within its window", () => {
    expect(signUpsOf(exampleEvent("draft"), exampleSession(), moments.now)).toEqual({ kind: "not_yet", opensAt: opens });
  });
});

describe("takeIn", () => {
  it("takes a person in as received, with everything they sent and nothing else", () => {
    const input = exampleInput({ affiliation: "Example Engines", partySize: 3 });
    const result = takeIn(facts({ input }), moments.now);
    expect(result).toEqual({
      ok: true,
      value: {
        state: "received",
        id: signUpId(1),
        sessionId: exampleSession().id,
        eventId: exampleEvent().id,
        name: "Ada Example",
        email: "ada@example.org",
        affiliation: "Example Engines",
        partySize: 3,
        answers: {},
        receivedAt: moments.now,
        version: 1,
      },
    });
    expect(result.ok && SignUp.safeParse(result.value).success).toBe(true);
  });

  it("leaves an affiliation that was not given away altogether", () => {
    const result = takeIn(facts(), moments.now);
    expect(result.ok && "affiliation" in result.value).toBe(false);
  });

  it.each([
    ["before sign-ups open", { event: exampleEvent() }, minutesAfter(moments.opens, -1), { code: "sign_ups_not_open", opensAt: moments.opens }],
    ["once they have closed", { event: exampleEvent() }, moments.closes, { code: "sign_ups_closed", closedAt: moments.closes }],
    ["at a closed event", { event: exampleEvent("closed") }, moments.now, { code: "sign_ups_closed", closedAt: exampleEvent("closed").closedAt }],
    ["at a cancelled event", { event: exampleEvent("cancelled") }, moments.now, { code: "event_cancelled" }],
    ["in a cancelled session", { session: exampleCancelledSession() }, moments.now, { code: "session_cancelled" }],
    ["where the seats were cancelled a moment ago", { seats: exampleSeats({ status: "cancelled" }) }, moments.now, { code: "session_cancelled" }],
  ] as const)("refuses a person %s", (_, override, now, refusal) => {
    expect(refusalOf(override, now)).toEqual(refusal);
  });

  describe("the office adding a person", () => {
    const tries: [string, Event, typeof moments.now, string | undefined][] = [
      ["before sign-ups open", exampleEvent(), minutesAfter(moments.opens, -1), undefined],
      ["after they have closed", exampleEvent(), moments.closes, undefined],
      ["at a closed event", exampleEvent("closed"), moments.now, undefined],
      ["a minute before the start", exampleEvent(), minutesAfter(moments.starts, -1), undefined],
      ["at the start", exampleEvent(), moments.starts, "sign_ups_closed"],
      ["at a draft", exampleEvent("draft"), moments.now, "sign_ups_not_open"],
      ["at an event that is over", exampleEvent("done"), moments.now, "sign_ups_closed"],
      ["at a cancelled event", exampleEvent("cancelled"), moments.now, "event_cancelled"],
    ];
    it.each(tries)("is not bound to the window but to the start and the event's end: %s", (_, event, now, code) => {
      expect(refusalOf({ event, adder: "office" }, now)?.code).toBe(code);
    });

    it("is bound to seats like everybody", () => {
      expect(refusalOf({ adder: "office", seats: exampleSeats({ confirmed: 10, waitlistLimit: 0 }) })?.code).toBe("session_full");
    });
  });

  it.each([
    [4, 10, undefined],
    [5, 10, { code: "party_too_large", partySizeLimit: 4 }],
    [3, 3, undefined],
    [4, 3, { code: "party_larger_than_session", capacity: 3 }],
    [5, 4, { code: "party_larger_than_session", capacity: 4 }],
  ])("with at most 4 in a party, a party of %i and a capacity of %i", (partySize, capacity, refusal) => {
    expect(refusalOf({ input: exampleInput({ partySize }), seats: exampleSeats({ capacity }) })).toEqual(refusal);
  });

  it.each([
    ["a seat and nobody waiting", { confirmed: 9 }, undefined],
    ["no seat and a place in line", { confirmed: 10, waiting: 4, waitlistLimit: 5 }, undefined],
    ["a seat though the line is full", { confirmed: 9, waiting: 5, waitlistLimit: 5 }, undefined],
    ["no seat and a full line", { confirmed: 6, held: 4, waiting: 5, waitlistLimit: 5 }, { code: "session_full", remaining: 0, waitlist: "full" }],
    ["no seat and no waitlist", { confirmed: 10, waitlistLimit: 0 }, { code: "session_full", remaining: 0, waitlist: "off" }],
    ["capacity lowered under what is taken", { confirmed: 12, waitlistLimit: 0 }, { code: "session_full", remaining: 0, waitlist: "off" }],
  ])("where there is %s", (_, seats, refusal) => {
    expect(refusalOf({ seats: exampleSeats(seats) })).toEqual(refusal);
  });

  it("tells a party that does not fit how many seats are left", () => {
    expect(refusalOf({ seats: exampleSeats({ confirmed: 8, waitlistLimit: 0 }), input: exampleInput({ partySize: 3 }) })).toEqual({
      code: "session_full",
      remaining: 2,
      waitlist: "off",
    });
  });

  it("names what is wrong with the answers", () => {
    const event = exampleEvent("published", { questions: [{ ...questions.text, required: true }] });
    expect(refusalOf({ event })).toEqual({ code: "answers_invalid", faults: [{ questionId: "needs", reason: "required" }] });
    expect(refusalOf({ event, input: exampleInput({ answers: { needs: "a ramp" } }) })).toBeUndefined();
  });

  it("has an answer for every status of an event", () => {
    for (const status of eventStatuses) expect(() => takeIn(facts({ event: exampleEvent(status) }), moments.now)).not.toThrow();
  });
});
