import type { Attendance, AttendanceTotals, SchoolCount } from "../participation/attendance.ts";
import type { EventId, SessionId } from "../shared/id.ts";
import { column } from "./csv.ts";

/** How many students of one school came to a session. */
export interface AttendanceCount {
  attendance: Attendance;
  school: SchoolCount;
}

/**
 * The counts of some sessions, one for each school.
 *
 * @example
 * attendanceCounts([]) // []
 */
export const attendanceCounts = (attendances: readonly Attendance[]): readonly AttendanceCount[] =>
  attendances.flatMap((attendance) => attendance.schools.map((school) => ({ attendance, school })));

/** Attendance as a table, a row a session and school. Small counts stand in it: before it is published, `publishCounts` hides them. */
export const attendanceCountColumns = [
  column("event_id", "text", ({ attendance }: AttendanceCount) => attendance.eventId),
  column("session_id", "text", ({ attendance }: AttendanceCount) => attendance.sessionId),
  column("school_id", "text", ({ school }: AttendanceCount) => school.schoolId),
  column("students_came", "number", ({ school }: AttendanceCount) => school.came),
  column("students_absent", "number", ({ school }: AttendanceCount) => school.absent),
  column("counted_at", "text", ({ attendance }: AttendanceCount) => attendance.countedAt),
] as const;

/** Who came to one session, in numbers. */
export interface SessionAttendance {
  eventId: EventId;
  sessionId: SessionId;
  totals: AttendanceTotals;
}

/** Attendance as a table, a row a session: students and adults. */
export const attendanceTotalColumns = [
  column("event_id", "text", ({ eventId }: SessionAttendance) => eventId),
  column("session_id", "text", ({ sessionId }: SessionAttendance) => sessionId),
  column("students_came", "number", ({ totals }: SessionAttendance) => totals.students.came),
  column("students_absent", "number", ({ totals }: SessionAttendance) => totals.students.absent),
  column("adults_came", "number", ({ totals }: SessionAttendance) => totals.adultsCame),
  column("parties_absent", "number", ({ totals }: SessionAttendance) => totals.partiesAbsent),
] as const;
