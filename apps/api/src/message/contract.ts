import { Instant, MessageAudience, MessageId, MessageInput, SignUpId } from "@cte-partnerships/domain";
import * as z from "zod";
import { MessageReach } from "./message.ts";

/** A message, to whom it goes, and whether that is one session's people or those of all the event's sessions. */
export const WriteInput = z
  .strictObject({ message: MessageInput, audience: MessageAudience, reach: MessageReach })
  .refine(({ audience, reach }) => audience.kind === "states" || reach === "session", {
    path: ["reach"],
    error: "must be one session where people are chosen",
  });
export type WriteInput = z.infer<typeof WriteInput>;

export const TestInput = z.strictObject({ message: MessageInput });

/** Why somebody among those asked for gets none. `address_held`: mails to it bounced or were called spam. */
const LeftOutWhy = z.enum(["address_held", "same_address", "withdrawn", "ended_since", "signed_up_later", "sign_up_unknown"]);
export const LeftOut = z.object({ id: SignUpId, name: z.string(), why: LeftOutWhy });
export type LeftOut = z.infer<typeof LeftOut>;

export const MessagePreview = z.object({
  /** People who get it, each of them once; about so many where not everybody was looked at. */
  people: z.int(),
  isPeopleExact: z.boolean(),
  /** The first hundred of those who do not, among the people who were looked at. */
  leftOut: z.array(LeftOut),
  leftOutPeople: z.int(),
  /** As the first of them gets it, with a link that leads nowhere. */
  mail: z.object({ subject: z.string(), text: z.string() }),
  /** The address of whoever asks, where their sign-in vouches for one: a test goes there. */
  testAddress: z.string().optional(),
});
export type MessagePreview = z.infer<typeof MessagePreview>;

export const TestSent = z.object({ address: z.string() });
export type TestSent = z.infer<typeof TestSent>;

export const WrittenMessage = z.object({ id: MessageId, people: z.int() });
export type WrittenMessage = z.infer<typeof WrittenMessage>;

/** A message in the list: what it says is asked for by itself, since the list is asked for again and again while mails go out. */
export const MessageRow = z.object({
  id: MessageId,
  subject: z.string(),
  writtenAt: Instant,
  /** By name; absent where the person is not known any more. */
  writtenBy: z.string().optional(),
  reach: MessageReach,
  /** Absent where people were chosen one by one. */
  states: z.array(z.string()).optional(),
  /** To how many it was to go when it was written; about so many where they were too many to look at. */
  people: z.int(),
  isPeopleExact: z.boolean(),
  made: z.int(),
  sent: z.int(),
  held: z.int(),
  failed: z.int(),
  overtaken: z.int(),
  isFinished: z.boolean(),
});
export type MessageRow = z.infer<typeof MessageRow>;
export const MessageList = z.object({ messages: z.array(MessageRow) });
export type MessageList = z.infer<typeof MessageList>;

export const MessageText = z.object({ id: MessageId, subject: z.string(), text: z.string() });
export type MessageText = z.infer<typeof MessageText>;
