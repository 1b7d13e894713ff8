import { ActivityTypeId, BoroughId, EventId, Host, Instant, SessionId, Zone } from "@cte-partnerships/domain";
import * as z from "zod";
import { EventStatus, HostWord } from "./contract.ts";

/** A session as a calendar shows it: when, of what, and how full. Days are those of its own place. */
export const CalendarSession = z.object({
  id: SessionId,
  eventId: EventId,
  title: z.string(),
  label: z.string().optional(),
  startsAt: Instant,
  endsAt: Instant,
  zone: Zone,
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  /** The event's. */
  status: EventStatus,
  /** The session's own, or with its event. */
  isCancelled: z.boolean(),
  host: Host,
  activityTypeId: ActivityTypeId,
  /** Absent where it is online only. */
  boroughId: BoroughId.optional(),
  capacity: z.int(),
  /** People with a seat (those held until it is decided among them), people to decide on, and parties in line. Absent where nobody counted. */
  seats: z.object({ taken: z.int(), held: z.int(), waiting: z.int() }).optional(),
});
export type CalendarSession = z.infer<typeof CalendarSession>;

export const Calendar = z.object({
  /** By their start. One that lasts over several days stands here once. */
  sessions: z.array(CalendarSession),
  /** There are more than one answer holds: fewer days, or a filter. */
  isCut: z.boolean(),
});
export type Calendar = z.infer<typeof Calendar>;

/** Two months and a day: what a month's page shows of its neighbours fits as well. */
export const calendarDaysAtMost = 62;

/** Days (`2026-11-24`) at each session's own place, both included. */
export const CalendarQuery = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  host: HostWord.optional(),
  borough: BoroughId.optional(),
  activityType: ActivityTypeId.optional(),
  status: EventStatus.optional(),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;
