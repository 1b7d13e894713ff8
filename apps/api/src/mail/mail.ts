import { EventId, Instant, MessageId, SessionId, SignUpId } from "@cte-partnerships/domain";
import * as z from "zod";
import { SignUpState } from "../sign-up/contract.ts";
import { SuppressionReason } from "./suppression.ts";

/** Why a mail is sent: what happened, in the office's words. */
export const MailKind = z.enum([
  /** Taken in, and after a minute still without an answer. */
  "received",
  "confirmed",
  "pending",
  "waitlisted",
  /** Moved up from the waitlist, to a seat that is confirmed or, where the office approves, held. */
  "promoted",
  "refused",
  "declined",
  "withdrawn",
  /** Another time or venue. */
  "session_changed",
  "cancelled",
  /** The address signed up again: its holder gets the link to the sign-up that stands. */
  "link",
  /** What somebody of the office wrote, to one of the people concerned, or as a test to themselves. */
  "message",
  "message_test",
]);
export type MailKind = z.infer<typeof MailKind>;

/**
 * A mail to be sent, as references only. Who gets it and what it says is read when it is sent, so that no address is
 * kept twice and no stale word goes out.
 */
export const MailDraft = z.object({
  id: z.string(),
  kind: MailKind,
  eventId: EventId,
  sessionId: SessionId,
  /** Whose sign-up it is about; in a test, one that is pretended. */
  signUpId: SignUpId,
  /** The state that the mail tells of. By the time it is sent another one may stand: then it is overtaken. */
  tells: SignUpState.optional(),
  /** The person had a confirmed seat before: an entry in their calendar has to go. */
  wasConfirmed: z.boolean(),
  /** The session's sequence that a `session_changed` tells of. */
  sequence: z.int().optional(),
  /** The message that it carries. */
  messageId: MessageId.optional(),
  createdAt: Instant,
  /** Not before: mails to many let others by. */
  sendAfter: Instant.optional(),
});
export type MailDraft = z.infer<typeof MailDraft>;

/** `held`: nothing is sent to its address (`suppression.ts`). `dead`: delivering was tried for the last time. */
export const MailState = z.enum(["queued", "sent", "overtaken", "held", "dead"]);
export const Mail = MailDraft.extend({ state: MailState, claimedBy: z.string().optional(), claimedUntil: Instant.optional(), attempts: z.int() });
export type Mail = z.infer<typeof Mail>;

/** A mail that nobody got: given up, or held, and then for what its address did. One that was held long ago does not say for what. */
export const FailedMail = Mail.extend({ state: z.enum(["held", "dead"]), heldFor: SuppressionReason.optional() });
export type FailedMail = z.infer<typeof FailedMail>;
