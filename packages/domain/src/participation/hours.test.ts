import { describe, expect, it } from "vitest";
import { exampleCancelledSession, exampleSession, frozen, moments, sessionId, signUpId } from "../../test/examples.ts";
import { exampleAbsence, exampleCheckIn, exampleHours, host, hoursId, hoursStates } from "../../test/participation-examples.ts";
import { minutesAfter } from "../shared/instant.ts";
import { confirmedMinutes, confirmHours, Hours, HoursInput, logHours, returnHours, sessionMinutes } from "./hours.ts";

const session = exampleSession();
const { ends, after } = moments;
const log = (lengthMinutes: number, { checkIn = exampleCheckIn(), before = [] as Hours[], now = ends } = {}) =>
  logHours({ lengthMinutes, note: "" }, hoursId(), checkIn, session, before, now);

describe("hours", () => {
  it.each(hoursStates)("that are %s are kept as they are", (state) => {
    expect(Hours.parse(exampleHours(state))).toEqual(exampleHours(state));
  });

  it.each([
    [{ lengthMinutes: 1, note: "" }, true],
    [{ lengthMinutes: 0, note: "" }, false],
    [{ lengthMinutes: 1.5, note: "" }, false],
    [{ lengthMinutes: 60 * 24 * 31, note: "" }, true],
    [{ lengthMinutes: 60 * 24 * 31 + 1, note: "" }, false],
    [{ lengthMinutes: 60, note: "", studentId: "1" }, false],
  ])("as they are sent: %j: %s", (given, isTaken) => {
    expect(HoursInput.safeParse(given).success).toBe(isTaken);
  });
});

describe("logging hours", () => {
  it("is for whoever came, once the session is over", () => {
    expect(log(120)).toEqual({ ok: true, value: exampleHours("logged") });
    expect(log(120, { now: minutesAfter(ends, -1) })).toEqual({ ok: false, refusal: { code: "hours_session_not_over", endsAt: ends } });
    for (const checkIn of [exampleAbsence(), exampleCheckIn({ sessionId: sessionId(2) })])
      expect(log(120, { checkIn })).toEqual({ ok: false, refusal: { code: "hours_not_checked_in" } });
    expect(logHours({ lengthMinutes: 1, note: "" }, hoursId(), undefined, session, [], ends)).toMatchObject({ refusal: { code: "hours_not_checked_in" } });
  });

  it("is not for a session that was cancelled, though somebody was checked in before", () => {
    expect(logHours({ lengthMinutes: 1, note: "" }, hoursId(), exampleCheckIn(), exampleCancelledSession(), [], ends)).toEqual({
      ok: false,
      refusal: { code: "session_cancelled" },
    });
  });

  it("leaves nothing, and never less, where the session was made shorter than what was logged", () => {
    const before = [exampleHours("confirmed", { id: hoursId(2), lengthMinutes: 200 })];
    expect(log(1, { before })).toEqual({ ok: false, refusal: { code: "hours_over_session", limitMinutes: 0 } });
  });

  it("is for no longer than the session was, in all", () => {
    expect(sessionMinutes(session)).toBe(180);
    expect([log(180).ok, log(181)]).toEqual([true, { ok: false, refusal: { code: "hours_over_session", limitMinutes: 180 } }]);
    const before = [exampleHours("confirmed", { id: hoursId(2) })];
    expect([log(60, { before }).ok, log(61, { before })]).toEqual([true, { ok: false, refusal: { code: "hours_over_session", limitMinutes: 60 } }]);
  });

  it("does not count what was sent back, nor what others logged or what was elsewhere", () => {
    const before = [
      exampleHours("returned", { id: hoursId(2) }),
      exampleHours("confirmed", { id: hoursId(3), signUpId: signUpId(2) }),
      exampleHours("confirmed", { id: hoursId(4), sessionId: sessionId(2) }),
    ];
    expect(log(180, { before }).ok).toBe(true);
  });
});

describe("the host", () => {
  it.each(hoursStates)("confirms or sends back what is logged, and nothing else: %s", (state) => {
    const hours = frozen(exampleHours(state));
    const [confirmed, returned] = [confirmHours(hours, host, after), returnHours(hours, "You left at noon", host, after)];
    if (state !== "logged") {
      for (const result of [confirmed, returned]) expect(result).toEqual({ ok: false, refusal: { code: "hours_not_logged", state } });
      return;
    }
    expect(confirmed).toEqual({ ok: true, value: exampleHours("confirmed", { version: 2 }) });
    expect(returned).toEqual({ ok: true, value: exampleHours("returned", { version: 2 }) });
  });

  it("what is confirmed is what counts", () => {
    expect(
      confirmedMinutes([exampleHours("confirmed"), exampleHours("logged"), exampleHours("returned"), exampleHours("confirmed", { lengthMinutes: 30 })]),
    ).toBe(150);
  });
});
