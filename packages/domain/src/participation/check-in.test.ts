import { describe, expect, it } from "vitest";
import { exampleCancelledSession, exampleSession, exampleSignUp, frozen, moments, sessionId, signUpStates } from "../../test/examples.ts";
import { exampleAbsence, exampleAttendance, exampleCheckIn } from "../../test/participation-examples.ts";
import { minutesAfter } from "../shared/instant.ts";
import { Attendance, AttendanceInput, attendanceTotals, CheckIn } from "./attendance.ts";
import { checkIn, countStudents, markAbsent } from "./check-in.ts";

const session = exampleSession();
const confirmed = frozen(exampleSignUp("confirmed"));
const event = { id: confirmed.eventId };
const { starts } = moments;
const input = { schools: exampleAttendance().schools };

describe("checking in", () => {
  it("writes down who came, by sign-up, with how many", () => {
    const came = checkIn(confirmed, session, 2, undefined, starts);
    expect(came).toEqual({ ok: true, value: exampleCheckIn() });
    expect(came.ok && CheckIn.parse(came.value)).toEqual(exampleCheckIn());
  });

  it("is open from two hours before the start, or as the office sets it", () => {
    expect(checkIn(confirmed, session, 2, undefined, minutesAfter(starts, -121))).toEqual({
      ok: false,
      refusal: { code: "check_in_not_open", opensAt: minutesAfter(starts, -120) },
    });
    expect(checkIn(confirmed, session, 2, undefined, minutesAfter(starts, -120)).ok).toBe(true);
    expect(checkIn(confirmed, session, 2, undefined, minutesAfter(starts, -11), { opensMinutesBefore: 10 }).ok).toBe(false);
    expect(checkIn(confirmed, session, 2, undefined, moments.after).ok).toBe(true);
  });

  it.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
    [1.5, false],
    [Number.NaN, false],
  ])("%d of a party of two: %s", (people, isMade) => {
    const result = checkIn(confirmed, session, people, undefined, starts);
    if (isMade) expect(result.ok).toBe(true);
    else expect(result).toEqual({ ok: false, refusal: { code: "check_in_over_party", partySize: 2 } });
  });

  it("corrects an earlier one, with the next version", () => {
    const again = checkIn(confirmed, session, 1, exampleCheckIn({ version: 4 }), starts);
    expect(again).toMatchObject({ ok: true, value: { people: 1, version: 5 } });
    expect(markAbsent(confirmed, session, exampleCheckIn({ version: 4 }), starts)).toMatchObject({ ok: true, value: { state: "absent", version: 5 } });
  });
});

describe("marking absent", () => {
  it("is possible once the session has begun, and not before", () => {
    expect(markAbsent(confirmed, session, undefined, starts)).toEqual({ ok: true, value: exampleAbsence() });
    expect(CheckIn.parse(exampleAbsence())).toEqual(exampleAbsence());
    expect(markAbsent(confirmed, session, undefined, minutesAfter(starts, -1))).toEqual({
      ok: false,
      refusal: { code: "session_not_started", startsAt: starts },
    });
  });
});

describe.each([
  ["checkIn", (...[signUp, at]: [typeof confirmed, typeof session]) => checkIn(signUp, at, 1, undefined, starts)],
  ["markAbsent", (...[signUp, at]: [typeof confirmed, typeof session]) => markAbsent(signUp, at, undefined, starts)],
])("%s", (_, decide) => {
  it.each(signUpStates.filter((state) => state !== "confirmed"))("takes nobody without a seat: %s", (state) => {
    expect(decide(exampleSignUp(state) as never, session)).toEqual({ ok: false, refusal: { code: "check_in_not_confirmed", state } });
  });

  it("takes nobody of another session, and nobody at one that was cancelled", () => {
    expect(decide(confirmed, exampleSession({ id: sessionId(2) }))).toEqual({ ok: false, refusal: { code: "check_in_other_session" } });
    expect(decide(confirmed, exampleCancelledSession() as never)).toEqual({ ok: false, refusal: { code: "session_cancelled" } });
  });
});

describe("counting students", () => {
  it("keeps counts by school, and corrects them", () => {
    const counted = countStudents(event, session, input, undefined, moments.ends);
    expect(counted).toEqual({ ok: true, value: exampleAttendance() });
    expect(counted.ok && Attendance.parse(counted.value)).toEqual(exampleAttendance());
    expect(countStudents(event, session, { schools: [] }, exampleAttendance({ version: 2 }), moments.ends)).toMatchObject({
      value: { schools: [], version: 3 },
    });
  });

  it("begins with the session, and not where it was cancelled", () => {
    expect(countStudents(event, session, input, undefined, starts).ok).toBe(true);
    expect(countStudents(event, session, input, undefined, minutesAfter(starts, -1))).toEqual({
      ok: false,
      refusal: { code: "session_not_started", startsAt: starts },
    });
    expect(countStudents(event, exampleCancelledSession(), input, undefined, moments.ends)).toEqual({ ok: false, refusal: { code: "session_cancelled" } });
  });

  it.each([
    [{ schools: [] }, true],
    [input, true],
    [{ schools: [...input.schools, ...input.schools] }, false],
    [{ schools: [{ schoolId: "sch_harbor", came: -1, absent: 0 }] }, false],
    [{ schools: [{ schoolId: "sch_harbor", came: 1.5, absent: 0 }] }, false],
    [{ schools: [{ schoolId: "sch_harbor", came: 1, absent: 0, names: ["x"] }] }, false],
    [{ schools: [], students: ["x"] }, false],
  ])("takes counts and no names: %j: %s", (given, isTaken) => {
    expect(AttendanceInput.safeParse(given).success).toBe(isTaken);
  });

  it("sums up students by count and adults by check-in", () => {
    const checkIns = [exampleCheckIn(), exampleCheckIn({ people: 1 }), exampleAbsence()];
    expect(attendanceTotals(exampleAttendance(), checkIns)).toEqual({ students: { came: 25, absent: 2 }, adultsCame: 3, partiesAbsent: 1 });
  });
});
