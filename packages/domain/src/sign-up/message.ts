import * as z from "zod";
import { SignUpId } from "../shared/id.ts";
import type { Instant } from "../shared/instant.ts";
import { isEachOnce } from "../shared/is-each-once.ts";
import { line, paragraphs } from "../shared/text.ts";
import { isStanding, type SignUp } from "./sign-up.ts";

/**
 * States that the office writes to. Not `received`, which lasts a second, and not `withdrawn`: whoever withdrew has said that
 * they want nothing more of it.
 */
export const writableStates = ["confirmed", "pending", "waitlisted", "declined", "refused", "cancelled"] as const satisfies readonly SignUp["state"][];

/** What the office writes to people who signed up: a line and plain text. */
export const MessageInput = z.strictObject({
  subject: line(150),
  text: paragraphs(5000).refine((text) => text !== "", "is needed"),
});
export type MessageInput = z.infer<typeof MessageInput>;

/** So many can be chosen for a message: their ids are a third of what one record holds, and any number is reached by state. */
export const chosenPeopleAtMost = 2000;

/** To whom a message goes: everybody in one of some states when their turn comes, or people who were chosen one by one. */
export const MessageAudience = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("states"),
    states: z.array(z.enum(writableStates)).min(1, "needs at least one state").max(writableStates.length).refine(isEachOnce, "has the same state twice"),
  }),
  z.strictObject({
    kind: z.literal("people"),
    signUpIds: z
      .array(SignUpId)
      .min(1, "needs at least one person")
      .max(chosenPeopleAtMost, "has room for at most 2,000 people")
      .refine(isEachOnce, "has the same person twice"),
  }),
]);
export type MessageAudience = z.infer<typeof MessageAudience>;

/** Why somebody gets no message: they withdrew, are in none of its states, signed up or ended after it was written. */
export type NotWrittenTo = "withdrawn" | "other_state" | "signed_up_later" | "ended_since" | "not_chosen";

/**
 * Whether a message is for this sign-up as it stands now, and else why not. Asked for the preview, and when its mails are made;
 * at the moment in which a mail goes out, `whyNoLongerWrittenTo` is.
 *
 * @example
 * whyNotWrittenTo({ audience: { kind: "states", states: ["pending"] }, writtenAt: now }, signUp) // undefined
 * whyNotWrittenTo({ audience: { kind: "states", states: ["waitlisted"] }, writtenAt: now }, signUp) // "other_state"
 */
export function whyNotWrittenTo({ audience, writtenAt }: { audience: MessageAudience; writtenAt: Instant }, signUp: SignUp): NotWrittenTo | undefined {
  const why = whyNoLongerWrittenTo({ audience, writtenAt }, signUp);
  if (why === "withdrawn" || why === "signed_up_later" || audience.kind === "states") return why;
  return audience.signUpIds.includes(signUp.id) ? why : "not_chosen";
}

/**
 * As `whyNotWrittenTo`, of somebody whose mail was made: they were among its people, so nobody asks any more who was chosen.
 *
 * @example
 * whyNoLongerWrittenTo({ audience: { kind: "people" }, writtenAt: now }, signUp) // undefined
 */
export function whyNoLongerWrittenTo(
  { audience, writtenAt }: { audience: MessageAudience | { kind: "people" }; writtenAt: Instant },
  signUp: SignUp,
): Exclude<NotWrittenTo, "not_chosen"> | undefined {
  if (signUp.state === "withdrawn") return "withdrawn";
  // Whoever came later was no part of what was looked at before it was sent.
  if (signUp.receivedAt > writtenAt) return "signed_up_later";
  if (audience.kind === "states") return (audience.states as readonly string[]).includes(signUp.state) ? undefined : "other_state";
  return !isStanding(signUp) && signUp.endedAt > writtenAt ? "ended_since" : undefined;
}
