import { EmailAddress, EventId, Instant, MessageAudience, MessageId, MessageInput, SessionId, SignUpId, UserId } from "@cte-partnerships/domain";
import * as z from "zod";

/** Whose people a message goes to: one session's, or those of all sessions of its event. */
export const MessageReach = z.enum(["session", "event"]);

const [InStates] = MessageAudience.options;

/** What somebody of the office wrote to people of an event. It is kept as it was sent, and never changed. */
export const Message = z.object({
  id: MessageId,
  eventId: EventId,
  reach: MessageReach,
  /** The sessions whose people it goes to, in order: one, or all that the event had when it was written. */
  sessionIds: z.array(SessionId).min(1),
  /** Without who was chosen: that may be long, and every mail of the message reads the message. */
  audience: z.discriminatedUnion("kind", [InStates, z.object({ kind: z.literal("people") })]),
  ...MessageInput.shape,
  /** To how many it would have gone at the moment of writing; about so many where they were too many to look at. */
  people: z.int(),
  isPeopleExact: z.boolean(),
  writtenBy: UserId,
  writtenAt: Instant,
  /** From then on nobody is told of it, whenever the table comes to forget it. */
  forgottenAt: Instant,
});
export type Message = z.infer<typeof Message>;

/** A message with those who were chosen, as it is written, and as its mails are made. */
export type AddressedMessage = Message & { audience: MessageAudience };

/** Who was chosen for a message. */
export const ChosenPeople = z.object({ signUpIds: z.array(SignUpId).min(1) });

/** What a list of messages shows of one, beside its count: neither what it says nor who was chosen, which may be long. */
export const MessageHead = Message.pick({
  id: true,
  eventId: true,
  reach: true,
  sessionIds: true,
  subject: true,
  people: true,
  isPeopleExact: true,
  writtenBy: true,
  writtenAt: true,
  forgottenAt: true,
}).extend({
  /** Absent where people were chosen one by one. */
  states: z.array(z.string()).optional(),
});
export type MessageHead = z.infer<typeof MessageHead>;

/** What has become of a message's mails so far. Kept beside it, since it changes with each mail and the message may be long. */
export const MessageCount = z.object({
  /** Mails that were made, one a person. */
  made: z.int(),
  sent: z.int(),
  /** Nothing is sent to these addresses. */
  held: z.int(),
  /** Tried for the last time. */
  failed: z.int(),
  /** By the time of their turn it was not for them any more. */
  overtaken: z.int(),
  /** When everybody had been gone through; absent: mails are still being made. */
  finishedAt: Instant.optional(),
});
export type MessageCount = z.infer<typeof MessageCount>;

/** What whoever writes a message sends to themselves first. It is forgotten after a day, with the address in it. */
export const TestMessage = z.object({
  id: MessageId,
  eventId: EventId,
  sessionId: SessionId,
  ...MessageInput.shape,
  name: z.string(),
  address: EmailAddress,
  writtenAt: Instant,
});
export type TestMessage = z.infer<typeof TestMessage>;
