import { ActivityTypeId, Audience, BoroughId, EventId, Instant, Question, SessionId, Slug, Zone } from "@cte-partnerships/domain";
import * as z from "zod";

/** What the public is told of events. Fields are only ever added: others build on these shapes. */

export const PublicSession = z.object({
  id: SessionId,
  startsAt: Instant,
  endsAt: Instant,
  zone: Zone,
  capacity: z.int(),
  /** Seats nobody has or holds; never below 0. */
  remaining: z.int().min(0),
  /** Whether people may wait in line for a seat. */
  waitlist: z.boolean(),
  signUps: z.enum(["open", "not_yet", "closed"]),
});

export const PublicEvent = z.object({
  id: EventId,
  slug: Slug,
  title: z.string(),
  activityType: ActivityTypeId,
  sessions: z.array(PublicSession),
});
export type PublicEvent = z.infer<typeof PublicEvent>;

export const PublicEventList = z.object({ items: z.array(PublicEvent), nextCursor: z.string().optional() });
export type PublicEventList = z.infer<typeof PublicEventList>;

/** A place as it is told to everybody; how to join online is told to people with a seat alone. */
export const PublicVenue = z.object({
  kind: z.enum(["place", "virtual", "place_and_virtual"]),
  place: z
    .object({
      name: z.string(),
      street: z.string(),
      city: z.string(),
      region: z.string(),
      postalCode: z.string(),
      boroughId: BoroughId,
      directions: z.string().optional(),
    })
    .optional(),
});

/** One of the activity type's own facts that an event's page tells, under the name and the words that its type gives it. */
export const PublicDetail = z.object({
  name: z.string(),
  title: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
});

export const PublicEventDetail = PublicEvent.extend({
  sessions: z.array(PublicSession.extend({ label: z.string().optional(), partySizeLimit: z.int() })),
  description: z.string(),
  /** In the type's own order. What its definition keeps for those who prepare the activity is not among them. */
  details: z.array(PublicDetail),
  status: z.enum(["published", "closed", "done", "cancelled"]),
  host: z.string(),
  audience: Audience,
  venue: PublicVenue,
  contact: z.object({ title: z.string(), email: z.string().optional(), phone: z.string().optional() }),
  signUpWindow: z.object({ opensAt: Instant, closesAt: Instant }),
  needsApproval: z.boolean(),
  /** Whether somebody who stands in one session is kept out of the others. */
  oneSessionPerPerson: z.boolean(),
  /** What the form asks beyond name, address and party. Retired questions are left out. */
  questions: z.array(Question),
});
export type PublicEventDetail = z.infer<typeof PublicEventDetail>;

/** Filters of the list. Days are days in the event's own zone, both included. */
export const PublicEventQuery = z.strictObject({
  activityType: ActivityTypeId.optional(),
  borough: BoroughId.optional(),
  from: z.iso.date("must be a day such as 2026-11-24").optional(),
  to: z.iso.date("must be a day such as 2026-11-24").optional(),
  cursor: z.string().max(2000).optional(),
});
export type PublicEventQuery = z.infer<typeof PublicEventQuery>;
