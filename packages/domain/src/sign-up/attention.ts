import type { Event } from "../event/event.ts";
import type { Session } from "../event/session.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import { remainingSeats, type Seats } from "./seats.ts";

/**
 * From when on an office wants to be told of a session. No law and no guidance says any of it: each number is the office's own habit,
 * and an agency that has others says so in its policies.
 */
export interface AttentionPolicy {
  /** A session is looked at for too few people from so many days before it starts. */
  readonly shortWithinDays: number;
  /** It is short of people where less than this share of its seats is taken, 0 to 1. */
  readonly shortUnderShare: number;
  /** A line is looked at from so many days before its session starts. */
  readonly lineWithinDays: number;
  /** The share of confirmed seats that usually come free again before a session, 0 to 1. */
  readonly comesFreeShare: number;
  /** Sign-ups that close within so many days are told. */
  readonly closingWithinDays: number;
  /** A draft is told from so many days before a session of it. */
  readonly draftWithinDays: number;
}

/** The habits of an office that has said nothing else: a week, half of the seats, a month, one in ten, three days, two weeks. */
export const defaultAttentionPolicy: AttentionPolicy = {
  shortWithinDays: 7,
  shortUnderShare: 0.5,
  lineWithinDays: 31,
  comesFreeShare: 0.1,
  closingWithinDays: 3,
  draftWithinDays: 14,
};

/** Whether a moment is still to come, and within so many days. */
const isWithinDays = (moment: Instant, days: number, now: Instant): boolean => now < moment && moment <= minutesAfter(now, days * 24 * 60);

type Counted = Pick<Seats, "startsAt" | "capacity" | "confirmed" | "held" | "waiting" | "waitlistLimit">;

/**
 * Whether a session that is near has so few people that the office wants to know. Seats held until they are decided count as taken.
 *
 * @example
 * isShortOfPeople({ ...seats, confirmed: 0, held: 0 }, defaultAttentionPolicy, now) // false
 */
export function isShortOfPeople(seats: Counted, policy: AttentionPolicy, now: Instant): boolean {
  return isWithinDays(seats.startsAt, policy.shortWithinDays, now) && seats.confirmed + seats.held < seats.capacity * policy.shortUnderShare;
}

/**
 * What is wrong with a line:
 * - `seats_free`: parties wait though seats are free, since the first of them is larger than what is left
 * - `full`: the line has no room, so whoever signs up now is turned away
 * - `over_full`: more parties wait than seats may still come free
 */
export type LineTrouble = "seats_free" | "full" | "over_full";

/**
 * What is wrong with the line of a session that is near, the worst first; absent where nothing is. Seats that may still come free are
 * those held until they are decided, and the share of the confirmed that usually does.
 *
 * @example
 * lineTrouble({ ...seats, confirmed: 10, held: 0, waiting: 5, waitlistLimit: 5 }, { ...defaultAttentionPolicy, lineWithinDays: 60 }, now) // "full"
 */
export function lineTrouble(seats: Counted, policy: AttentionPolicy, now: Instant): LineTrouble | undefined {
  if (seats.waiting === 0 || !isWithinDays(seats.startsAt, policy.lineWithinDays, now)) return undefined;
  if (remainingSeats(seats) > 0) return "seats_free";
  if (seats.waiting >= seats.waitlistLimit) return "full";
  return seats.waiting > seats.held + Math.floor(seats.confirmed * policy.comesFreeShare) ? "over_full" : undefined;
}

/**
 * Whether sign-ups of what the public sees close in so few days that the office wants to know.
 *
 * @example
 * isClosingSoon({ status: "published" }, now, defaultAttentionPolicy, now) // false
 */
export const isClosingSoon = (event: Pick<Event, "status">, closesAt: Instant, policy: AttentionPolicy, now: Instant): boolean =>
  event.status === "published" && isWithinDays(closesAt, policy.closingWithinDays, now);

/**
 * Whether this is a draft of which a session is so near that people should hear of it. What has begun or was called off hides no
 * later session: a draft with a day behind it is the one that waits longest to be published.
 *
 * @example
 * isDraftNear({ status: "draft", sessions: [session] }, { ...defaultAttentionPolicy, draftWithinDays: 60 }, now) // true
 */
export const isDraftNear = (
  event: Pick<Event, "status"> & { sessions: readonly Pick<Session, "status" | "startsAt">[] },
  policy: AttentionPolicy,
  now: Instant,
): boolean =>
  event.status === "draft" && event.sessions.some(({ status, startsAt }) => status === "scheduled" && isWithinDays(startsAt, policy.draftWithinDays, now));
