import * as z from "zod";
import { ActivityTypeId, CommissionId, EventId, SchoolId, SeriesId } from "../shared/id.ts";
import { Instant, Zone } from "../shared/instant.ts";
import { hasEachOnce } from "../shared/is-each-once.ts";
import { EmailAddress, line, paragraphs } from "../shared/text.ts";
import { calendarMonthsAtMost, sessionsBeyondMonths } from "./calendar-month.ts";
import { Details } from "./details.ts";
import { Question } from "./question.ts";
import { seriesTimes } from "./series-dates.ts";
import { limits, Session, SessionInput } from "./session.ts";
import { Venue } from "./venue.ts";

/** Who holds the event: the office itself, a sector commission, or a school. Grants are scoped by it. */
export const Host = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("office") }),
  z.strictObject({ kind: z.literal("commission"), commissionId: CommissionId }),
  z.strictObject({ kind: z.literal("school"), schoolId: SchoolId }),
]);
export type Host = z.infer<typeof Host>;

/** Who an event is for. Students never sign up here: a school brings them, and only counts are kept. */
export const Audience = z.enum(["industry_partners", "teachers", "school_leaders", "advisory_members", "everyone"]);
export type Audience = z.infer<typeof Audience>;

const facts = {
  title: line(140),
  activityTypeId: ActivityTypeId,
  /** What this kind of activity is asked about, as its type defines it: `faultsInDetails` says whether they fit. */
  details: Details.optional(),
  description: paragraphs(4000),
  host: Host,
  venue: Venue,
  audience: Audience,
  /** An office title. Names of living people are deployment data, not the event's. */
  contact: z.strictObject({ title: line(120), email: EmailAddress.optional(), phone: line(40).optional() }),
  /** Between these two moments the public form takes people in; each session closes at its own start at the latest. */
  signUpWindow: z.strictObject({ opensAt: Instant, closesAt: Instant }),
  /** The office decides on each sign-up; until then the seat is held. */
  needsApproval: z.boolean(),
  /** One person may hold a place at one session of this event only. */
  oneSessionPerPerson: z.boolean(),
  questions: z.array(Question).max(limits.questions).refine(hasEachOnce("id"), "has the same question id twice"),
};

const windowIsForward = (event: { signUpWindow: { opensAt: string; closesAt: string } }) => event.signUpWindow.closesAt > event.signUpWindow.opensAt;

const isMoment = (text: string) => Instant.safeParse(text).success;

const beyondMonths = `is beyond the ${calendarMonthsAtMost} months in which sessions of one event can be: make another event for it`;

/** An event as the office writes it. */
export const EventInput = z
  .strictObject({
    ...facts,
    sessions: z
      .array(SessionInput)
      .max(limits.sessionsPerEvent, `has room for at most ${limits.sessionsPerEvent} sessions`)
      .refine(hasEachOnce("id"), "has the same session twice"),
  })
  .refine(windowIsForward, { path: ["signUpWindow", "closesAt"], error: "must be after sign-ups open" })
  .superRefine(({ sessions, venue }, context) => {
    // Asked also where a field below is at fault already: of what is no moment or no zone there are no months.
    if (!Zone.safeParse(venue.zone).success || sessions.some(({ startsAt, endsAt }) => !isMoment(startsAt) || !isMoment(endsAt))) return;
    for (const { index, field } of sessionsBeyondMonths(sessions, venue.zone)) {
      context.addIssue({ code: "custom", path: ["sessions", index, field], message: beyondMonths });
    }
  });
export type EventInput = z.infer<typeof EventInput>;

/** The last part of the event's public address, made once from title and date. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120)
  .brand("Slug");
export type Slug = z.infer<typeof Slug>;

const made = {
  id: EventId,
  slug: Slug,
  ...facts,
  sessions: z.array(Session).max(limits.sessionsPerEvent),
  /** Which of the events that were planned together: 3 of 6. Each is an event of its own, and is changed by itself. */
  series: z.strictObject({ id: SeriesId, firstEventId: EventId, number: seriesTimes, of: seriesTimes }).optional(),
  /** Rises with every change; a save must name the version that it was made from. */
  version: z.int().min(1),
  createdAt: Instant,
};
const published = { ...made, publishedAt: Instant };

/**
 * A scheduled occurrence of an activity type: draft → published → closed → done, or cancelled. Closed takes nobody in
 * and still happens; done is over.
 */
export const Event = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("draft"), ...made }),
  z.strictObject({ status: z.literal("published"), ...published }),
  z.strictObject({ status: z.literal("closed"), ...published, closedAt: Instant }),
  z.strictObject({ status: z.literal("done"), ...published, doneAt: Instant }),
  z.strictObject({ status: z.literal("cancelled"), ...made, publishedAt: Instant.optional(), cancelledAt: Instant, reason: line(300) }),
]);
export type Event = z.infer<typeof Event>;
/** Where an event is in its life: draft → published → closed → done, or cancelled. */
export type EventStatus = Event["status"];
