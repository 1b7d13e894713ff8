import { ActivityTypeId, BoroughId, Capacity, Event, EventId, EventInput, Host, Instant, line, Zone } from "@cte-partnerships/domain";
import * as z from "zod";

/** What the console is told of events and sends to change them. Shared by the routes and the typed client. */

/** Seats are people, waiting is parties. `remaining` may be below 0 here: the office sees by how much capacity was undercut. */
export const SeatCounts = z.object({
  capacity: Capacity,
  confirmed: z.int(),
  held: z.int(),
  waiting: z.int(),
  remaining: z.int(),
  waitlistLimit: z.int(),
  isCancelled: z.boolean(),
  version: z.int(),
});
export type SeatCounts = z.infer<typeof SeatCounts>;

export const EventStatus = z.enum(["draft", "published", "closed", "done", "cancelled"]);
export type EventStatus = z.infer<typeof EventStatus>;

/** One row of the console's list. `startsAt` and `endsAt` span all sessions; a draft may have none. */
export const EventRow = z.object({
  id: EventId,
  slug: z.string(),
  title: z.string(),
  status: EventStatus,
  activityTypeId: ActivityTypeId,
  host: Host,
  boroughId: BoroughId.optional(),
  zone: Zone,
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  sessionCount: z.int(),
  capacity: z.int(),
  /** People with a seat, and those whose seat is held until it is decided. */
  taken: z.int(),
  /** Of those taken, the people to decide on. */
  held: z.int(),
  waiting: z.int(),
});
export type EventRow = z.infer<typeof EventRow>;

export const EventList = z.object({ items: z.array(EventRow), nextCursor: z.string().optional() });
export type EventList = z.infer<typeof EventList>;

/** Filters of the list, as they stand in the console's address bar. `host` is a commission's or school's id, or `office`. */
export const EventListQuery = z.strictObject({
  q: line(100).optional(),
  status: EventStatus.optional(),
  activityType: ActivityTypeId.optional(),
  borough: BoroughId.optional(),
  host: z.string().max(80).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  order: z.enum(["soonest", "latest"]).optional(),
  cursor: z.string().max(2000).optional(),
});
export type EventListQuery = z.infer<typeof EventListQuery>;

/** What stands in the way of publishing, beside the field. */
export const PublishFault = z.object({
  path: z.array(z.union([z.string(), z.int()])),
  reason: z.enum(["no_sessions", "session_in_the_past", "description_missing", "window_closed", "window_closes_after_last_start"]),
});

/** An event with the truth about its seats, and what this actor may do with it. */
export const EventDetail = z.object({
  event: Event,
  /** By session id; absent for an event that was never published. */
  seats: z.record(z.string(), SeatCounts),
  publishFaults: z.array(PublishFault),
  /**
   * Sessions that may only be cancelled, and questions that may only be retired. Telling reads every roster, so both are
   * empty where the event was asked `for=watch`.
   */
  sessionsWithSignUps: z.array(z.string()),
  answeredQuestions: z.array(z.string()),
  may: z.array(z.string()),
});
export type EventDetail = z.infer<typeof EventDetail>;

/** Whoever only watches the seats says so, time and again: what an editor needs is left out. */
export const EventDetailQuery = z.object({ for: z.literal("watch").optional() });

/** A save names the version that it was made from; another version there by then is answered 409 `version_conflict`. */
export const EventSave = z.strictObject({ version: z.int().min(1), event: EventInput });
export const VersionOnly = z.strictObject({ version: z.int().min(1) });
export const CancelInput = z.strictObject({ version: z.int().min(1), reason: line(300) });
export const CapacityInput = z.strictObject({ version: z.int().min(1), capacity: Capacity });
