import { EventId, Instant, SessionId } from "@cte-partnerships/domain";
import * as z from "zod";
import { CalendarSession } from "../event/calendar-contract.ts";
import { SuppressionReason } from "../mail/suppression.ts";

/** People whom no mail reaches, of one event and for one reason. */
export const UnreachedPeople = z.object({
  eventId: EventId,
  title: z.string(),
  /** `dead`: the mail service did not take it. Else what the address did; one that was held long ago does not say. */
  why: z.enum(["dead", "held", ...SuppressionReason.options]),
  /** People and not mails: one whom three mails did not reach is one. */
  count: z.int(),
  latestAt: Instant,
  /** Where they signed up, the soonest first. */
  sessionIds: z.array(SessionId),
  /** Some of them, the latest first, for whoever may see who signed up. */
  people: z.array(z.object({ sessionId: SessionId, name: z.string(), email: z.string() })),
});
export type UnreachedPeople = z.infer<typeof UnreachedPeople>;

/** What wants somebody of the office today, within their reach. Sessions stand once, and are named by their ids. */
export const Today = z.object({
  at: Instant,
  /** The day that it is for the agency. */
  day: z.iso.date(),
  /** Sessions were looked at until this day; for people to decide on, all that are to come. */
  until: z.iso.date(),
  /** There are more sessions than were looked at: the later ones are not told of. */
  isCut: z.boolean(),
  /** What the agency wants to be told of, as its policy says. */
  policy: z.object({
    shortWithinDays: z.int(),
    shortUnderShare: z.number(),
    lineWithinDays: z.int(),
    comesFreeShare: z.number(),
    closingWithinDays: z.int(),
    draftWithinDays: z.int(),
  }),
  sessions: z.array(CalendarSession),
  /** Sessions with people to decide on, the soonest first, also of those after `until`, and since when the first of them waits. */
  decisions: z.array(z.object({ sessionId: SessionId, oldestAt: Instant.optional() })),
  short: z.array(SessionId),
  lines: z.array(z.object({ sessionId: SessionId, trouble: z.enum(["seats_free", "full", "over_full"]) })),
  unreached: z.array(UnreachedPeople),
  /** More mails failed than were looked at, the newest first: there may be more such people, and more of each line. */
  isUnreachedCut: z.boolean(),
  closing: z.array(z.object({ eventId: EventId, closesAt: Instant, sessionIds: z.array(SessionId) })),
  drafts: z.array(z.object({ eventId: EventId, sessionIds: z.array(SessionId) })),
  /** This day and the six that follow; one that lasts longer stands in each. Drafts are left out. */
  week: z.array(z.object({ day: z.iso.date(), sessionIds: z.array(SessionId) })),
});
export type Today = z.infer<typeof Today>;
