import { EventId, EventInput, Instant, SessionId } from "@cte-partnerships/domain";
import * as z from "zod";
import { MailKind } from "../mail/mail.ts";

/** What the console is shown before it is saved: who would hear of it, and how it would look. Nothing here changes anything. */

/** A mail as an invented person would get it. */
export const MailSample = z.object({
  kind: MailKind,
  /** What the person has: a mail of one kind says something else to somebody in line. */
  state: z.enum(["received", "confirmed", "pending", "waitlisted", "refused", "declined", "withdrawn", "cancelled"]),
  subject: z.string(),
  text: z.string(),
});
export type MailSample = z.infer<typeof MailSample>;

/** Sign-ups (not people) that are told of a session's change, by what they have. */
export const ToldCounts = z.object({ received: z.int(), confirmed: z.int(), pending: z.int(), waitlisted: z.int() });

export const SessionTold = z.object({
  sessionId: SessionId,
  label: z.string().optional(),
  /** What changed for them. */
  changes: z.array(z.enum(["time", "place"])),
  before: z.object({ startsAt: Instant, endsAt: Instant }),
  after: z.object({ startsAt: Instant, endsAt: Instant }),
  /** Who gets the mail `session_changed`. */
  told: ToldCounts,
  /**
   * `seats`: so many signed up to the event that they were not gone through one by one. Then `told` counts people in seats, of whom
   * several may have signed up as one party and get one mail.
   */
  countedIn: z.enum(["sign_ups", "seats"]),
});
export type SessionTold = z.infer<typeof SessionTold>;

/** Sign-ups that would move up from the line, since the session gets more seats: they get the mail `promoted`. `isAtLeast`: the line was not read to its end. */
export const SessionMovesUp = z.object({ sessionId: SessionId, label: z.string().optional(), confirmed: z.int(), pending: z.int(), isAtLeast: z.boolean() });
export type SessionMovesUp = z.infer<typeof SessionMovesUp>;

/** What a save would do beside saving. All empty: nobody gets a mail. */
export const EditPreview = z.object({
  sessions: z.array(SessionTold),
  movesUp: z.array(SessionMovesUp),
  /** Mails in all; about so many where it is not exact. */
  mailCount: z.int(),
  isMailCountExact: z.boolean(),
  /** One of each kind and state that would go out, written with the event as it would then stand. */
  samples: z.array(MailSample),
});
export type EditPreview = z.infer<typeof EditPreview>;

/** What stands in the editor, saved or not, and of which event: what that one names already may be named still. */
export const UnsavedEvent = z.strictObject({ eventId: EventId.optional(), event: EventInput });

/** Pages as text, to be shown in a frame that may do nothing (`sandbox`), and every mail that this event can send. */
export const EventPreview = z.object({
  page: z.string(),
  /** The forms of the first sessions that take place, by start: as they are while sign-ups are open. */
  forms: z.array(z.object({ label: z.string().optional(), startsAt: Instant, html: z.string() })),
  mails: z.array(MailSample),
});
export type EventPreview = z.infer<typeof EventPreview>;
