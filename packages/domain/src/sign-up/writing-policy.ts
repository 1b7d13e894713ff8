import type { Session } from "../event/session.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";

/**
 * How much an office writes to people who signed up, and how long it keeps what it wrote. No law and no guidance says any of it: an
 * agency that has other habits says so in its policies.
 */
export interface WritingPolicy {
  /** Messages to people of one event within a day. */
  readonly messagesPerEventPerDay: number;
  /** Tests that one person sends themselves within an hour. */
  readonly testsPerPersonPerHour: number;
  /** What was written is forgotten so many days after the event's last session. */
  readonly keptForDays: number;
}

/** The habits of an office that has said nothing else: one message to each of fifty sessions and some more, twenty tests, three months. */
export const defaultWritingPolicy: WritingPolicy = { messagesPerEventPerDay: 60, testsPerPersonPerHour: 20, keptForDays: 90 };

/**
 * When a message is forgotten, with whom it was to go to: so many days after the event's last session ends, or after it was written
 * where that was later. A session that was cancelled counts: people of it were written to.
 *
 * @example
 * messageForgottenAt({ sessions: [] }, now, { ...defaultWritingPolicy, keptForDays: 0 }) === now // true
 */
export function messageForgottenAt(event: { sessions: readonly Pick<Session, "endsAt">[] }, writtenAt: Instant, policy: WritingPolicy): Instant {
  const last = [writtenAt, ...event.sessions.map(({ endsAt }) => endsAt)].sort().at(-1) ?? writtenAt;
  return minutesAfter(last, policy.keptForDays * 24 * 60);
}
