import { EmailAddress, type Instant, minutesAfter } from "@cte-partnerships/domain";
import * as z from "zod";

/** Why nothing is sent to an address any more: its mailbox said that there is no such address, or its holder called a mail spam. */
export const SuppressionReason = z.enum(["bounce", "complaint"]);
export type SuppressionReason = z.infer<typeof SuppressionReason>;

/** No mail goes to an address. It is kept under a keyed hash of the address, never the address itself. */
export interface Suppression {
  reason: SuppressionReason;
  since: Instant;
}

/** A mailbox that is gone may come back, or was misspelt in a list that is right by now; whoever complained meant it. */
const bounceHoldsForDays = 180;

/** When a suppression ends by itself; absent: only by hand. */
export const endOf = ({ reason, since }: Suppression): Instant | undefined =>
  reason === "bounce" ? minutesAfter(since, bounceHoldsForDays * 24 * 60) : undefined;

export const isInForce = (suppression: Suppression, now: Instant): boolean => {
  const end = endOf(suppression);
  return end === undefined || now < end;
};

const Recipients = z.array(z.object({ emailAddress: z.string() }));

/** An event as Amazon's mail service tells it; what else it says is not looked at. */
const MailEvent = z.discriminatedUnion("eventType", [
  z.object({ eventType: z.literal("Bounce"), bounce: z.object({ bounceType: z.string(), bouncedRecipients: Recipients }) }),
  z.object({ eventType: z.literal("Complaint"), complaint: z.object({ complainedRecipients: Recipients }) }),
]);

/**
 * The addresses that nothing is to be sent to after this event. Only a permanent bounce means so: a full mailbox is empty
 * tomorrow. Throws where it is no such event.
 */
export function suppressedBy(event: unknown): { email: EmailAddress; reason: SuppressionReason }[] {
  const told = MailEvent.parse(event);
  if (told.eventType === "Complaint")
    return told.complaint.complainedRecipients.map(({ emailAddress }) => ({ email: addressIn(emailAddress), reason: "complaint" }));
  if (told.bounce.bounceType !== "Permanent") return [];
  return told.bounce.bouncedRecipients.map(({ emailAddress }) => ({ email: addressIn(emailAddress), reason: "bounce" }));
}

/** A recipient may be told with a name before it: `"Alex" <alex@example.org>`. */
const addressIn = (recipient: string): EmailAddress => EmailAddress.parse(/<([^<>]+)>\s*$/.exec(recipient)?.[1] ?? recipient);
