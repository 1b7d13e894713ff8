import { ActivityTypeId, BoroughId, Capacity, CommissionId, Event, EventId, EventInput, Host, Instant, line, SchoolId, Zone } from "@cte-partnerships/domain";
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

/**
 * One row of the console's list: what it shows of an event, and what it is found by. `startsAt` and `endsAt` span all sessions, the
 * days likewise in the event's own zone; a draft may have none. How many are taken is asked for the rows that somebody sees.
 */
export const EventRow = z.object({
  id: EventId,
  title: z.string(),
  status: EventStatus,
  activityTypeId: ActivityTypeId,
  host: Host,
  boroughId: BoroughId.optional(),
  place: z.string().optional(),
  city: z.string().optional(),
  zone: Zone,
  startsAt: Instant.optional(),
  endsAt: Instant.optional(),
  firstDay: z.iso.date().optional(),
  lastDay: z.iso.date().optional(),
  sessionCount: z.int(),
  capacity: z.int(),
  /** The title of whom one asks. */
  contact: z.string(),
  /** What its sessions are called. */
  labels: z.array(z.string()).optional(),
  version: z.int(),
});
export type EventRow = z.infer<typeof EventRow>;

/** An event that left the rows within reach: discarded, or handed over to a host out of it. A row of an earlier version is past. */
export const EventRowGone = z.object({ id: EventId, version: z.int() });
export type EventRowGone = z.infer<typeof EventRowGone>;

/** A page of the rows, what changed last first. */
export const EventRowPage = z.object({
  rows: z.array(EventRow),
  next: z.string().optional(),
  /** To follow from the first page on: what changes meanwhile is told there. */
  since: z.string(),
  /** Events that last changed before this day are not among the rows: they are found by the list. */
  from: z.iso.date(),
});
export type EventRowPage = z.infer<typeof EventRowPage>;
export const EventRowPageQuery = z.strictObject({ cursor: z.string().max(2000).optional() });

/** What changed since; rows may come twice, and the newer version stands. */
export const EventRowChanges = z.object({ rows: z.array(EventRow), gone: z.array(EventRowGone), since: z.string(), hasMore: z.boolean() });
export type EventRowChanges = z.infer<typeof EventRowChanges>;
export const EventRowChangesQuery = z.strictObject({ since: z.string().max(2000) });

/** The events whose numbers somebody sees. */
export const EventNumbersInput = z.strictObject({ ids: z.array(EventId).min(1).max(60) });

/** People with a seat (those held until it is decided among them), people to decide on, and parties in line. */
export const EventNumbers = z.object({
  items: z.array(z.object({ id: EventId, capacity: z.int(), taken: z.int(), held: z.int(), waiting: z.int() })),
});
export type EventNumbers = z.infer<typeof EventNumbers>;

export const EventList = z.object({ items: z.array(EventRow), nextCursor: z.string().optional() });
export type EventList = z.infer<typeof EventList>;

/** A host in one word: `office`, or the commission's or school's id. Nothing else, since it names a partition of the table. */
export const HostWord = z.union([z.literal("office"), CommissionId, SchoolId], "must be `office`, or the id of a commission or school");

/** Several of one kind, with commas between them. */
const several = <Id extends z.ZodType<string, string>>(id: Id) =>
  z
    .string()
    .max(1000)
    .transform((text) => text.split(","))
    .pipe(z.array(id).min(1).max(30));

/**
 * Filters of the list, as they stand in the console's address bar.
 * `upcoming`: what begins today or later, soonest first, then what began before, latest first.
 */
export const EventListQuery = z.strictObject({
  q: line(100).optional(),
  status: several(EventStatus).optional(),
  activityType: several(ActivityTypeId).optional(),
  borough: several(BoroughId).optional(),
  host: several(HostWord).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  order: z.enum(["upcoming", "soonest", "latest"]).optional(),
  cursor: z.string().max(2000).optional(),
});
export type EventListQuery = z.infer<typeof EventListQuery>;
/** The same as it stands in an address. */
export type EventListSearch = z.input<typeof EventListQuery>;

/** What stands in the way of publishing, beside the field. */
export const PublishFault = z.object({
  path: z.array(z.union([z.string(), z.int()])),
  reason: z.enum(["no_sessions", "session_in_the_past", "description_missing", "detail_missing", "window_closed", "window_closes_after_last_start"]),
});

/** An event with the truth about its seats, and what this actor may do with it. */
export const EventDetail = z.object({
  event: Event,
  /** By session id; absent for an event that was never published. */
  seats: z.record(z.string(), SeatCounts),
  publishFaults: z.array(PublishFault),
  /**
   * Sessions that may only be cancelled, and questions that may only be retired. Telling reads rosters, so both are empty where the
   * event was asked `for=watch`. A question is here that somebody among the first some thousands answered: of an event with more
   * sign-ups than that, a save may refuse with `answers_not_looked_through` what nothing here forbids.
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
