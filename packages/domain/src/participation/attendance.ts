import * as z from "zod";
import { PartySize } from "../event/session.ts";
import { EventId, SchoolId, SessionId, SignUpId } from "../shared/id.ts";
import { Instant } from "../shared/instant.ts";
import { hasEachOnce } from "../shared/is-each-once.ts";

const headcount = z.int("must be a whole number").min(0, "must be at least 0").max(10_000, "must be at most 10000");

/** How many students of a school came, and how many of those expected did not. Counts, and never who. */
export const SchoolCount = z.strictObject({ schoolId: SchoolId, came: headcount, absent: headcount });
export type SchoolCount = z.infer<typeof SchoolCount>;

/** The schools of a session, each once. */
const SchoolCounts = z.array(SchoolCount).max(200).refine(hasEachOnce("schoolId"), "names a school twice");

/** What somebody counted at a session, as it is sent. */
export const AttendanceInput = z.strictObject({ schools: SchoolCounts });
export type AttendanceInput = z.infer<typeof AttendanceInput>;

/** How many students came to a session, by school. */
export const Attendance = z.strictObject({
  eventId: EventId,
  sessionId: SessionId,
  schools: SchoolCounts,
  countedAt: Instant,
  /** Rises with every correction. */
  version: z.int().min(1),
});
export type Attendance = z.infer<typeof Attendance>;

const seen = {
  signUpId: SignUpId,
  sessionId: SessionId,
  eventId: EventId,
  at: Instant,
  /** Rises with every correction. */
  version: z.int().min(1),
};

/** Whether an adult who had a seat came: by sign-up, with how many of the party. Where nobody wrote it down, there is none. */
export const CheckIn = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("came"), ...seen, people: PartySize }),
  z.strictObject({ state: z.literal("absent"), ...seen }),
]);
export type CheckIn = z.infer<typeof CheckIn>;

/** A session's attendance in numbers: students by count, adults by check-in. */
export interface AttendanceTotals {
  students: { came: number; absent: number };
  /** People, those who came along included; and of parties that were absent nobody. */
  adultsCame: number;
  /** Sign-ups that were marked absent. */
  partiesAbsent: number;
}

/**
 * Sums up who came to a session.
 *
 * @example
 * attendanceTotals(undefined, []) // { students: { came: 0, absent: 0 }, adultsCame: 0, partiesAbsent: 0 }
 */
export function attendanceTotals(attendance: Attendance | undefined, checkIns: readonly CheckIn[]): AttendanceTotals {
  const sum = (key: "came" | "absent") => (attendance?.schools ?? []).reduce((total, school) => total + school[key], 0);
  return {
    students: { came: sum("came"), absent: sum("absent") },
    adultsCame: checkIns.reduce((total, one) => total + (one.state === "came" ? one.people : 0), 0),
    partiesAbsent: checkIns.filter(({ state }) => state === "absent").length,
  };
}
