import { createHash } from "node:crypto";
import { EventId, Instant, MessageId, SessionId, SignUpId, type SignUpState as State } from "@cte-partnerships/domain";
import * as z from "zod";
import { crockford } from "../ids.ts";
import { SignUpState } from "../sign-up/contract.ts";
import type { TableChange } from "../table/table-change.ts";
import type { MailDraft, MailKind } from "./mail.ts";
import { pretendedId } from "./pretended-sign-up.ts";

/** What of a sign-up's item decides about mails. Nothing personal is looked at. */
const SignUpImage = z.object({
  sk: z.string(),
  id: SignUpId,
  sessionId: SessionId,
  eventId: EventId,
  state: SignUpState,
  receivedMailDueAt: Instant.optional(),
  linkAskedAt: Instant.optional(),
  _at: Instant,
});
type SignUpImage = z.infer<typeof SignUpImage>;

const TestImage = z.object({ id: MessageId, eventId: EventId, sessionId: SessionId, writtenAt: Instant });

/** One mail's id: a mail is made once however often its change is delivered, and one change makes at most one of a kind for a sign-up. */
export const mailIdFor = (changeId: string, kind: MailKind, signUpId: string): string =>
  crockford(createHash("sha256").update(`mail\n${changeId}\n${kind}\n${signUpId}`).digest().subarray(0, 16));

/**
 * The mails that a change of a sign-up makes, or a test that somebody sends themselves: none, or one. Pure, so that the same change
 * makes the same mails always.
 * Throws where an item that calls itself a sign-up is none: such a record belongs in the dead letters.
 */
export function mailsFor(change: TableChange): MailDraft[] {
  if (change.after?._t === "message-test" && change.before === undefined) return testOf(TestImage.parse(change.after));
  if (change.after?._t !== "sign-up") return [];
  const after = SignUpImage.parse(change.after);
  // The history of somebody who signed up again: what happened to it was told when it happened.
  if (after.sk.startsWith("OLD#")) return [];
  const imageBefore = change.before === undefined ? undefined : SignUpImage.parse(change.before);
  // The same address after a withdrawal is a new sign-up in the same place of the table.
  const before = imageBefore?.id === after.id ? imageBefore : undefined;
  const kind = kindOf(before, after);
  if (!kind) return [];
  return [
    {
      id: mailIdFor(change.id, kind, after.id),
      kind,
      eventId: after.eventId,
      sessionId: after.sessionId,
      signUpId: after.id,
      ...(kind === "link" ? {} : { tells: after.state }),
      wasConfirmed: before?.state === "confirmed",
      createdAt: after._at,
    },
  ];
}

const testOf = ({ id, eventId, sessionId, writtenAt }: z.infer<typeof TestImage>): MailDraft[] => [
  {
    id: mailIdFor(id, "message_test", ""),
    kind: "message_test",
    eventId,
    sessionId,
    signUpId: pretendedId,
    messageId: id,
    wasConfirmed: false,
    createdAt: writtenAt,
  },
];

function kindOf(before: SignUpImage | undefined, after: SignUpImage): MailKind | undefined {
  if (before?.state !== after.state) return mailOfStep(before?.state, after.state);
  if (after.linkAskedAt !== undefined && after.linkAskedAt > (before.linkAskedAt ?? "")) return "link";
  if (after.state === "received" && after.receivedMailDueAt !== undefined && before.receivedMailDueAt === undefined) return "received";
  return undefined;
}

/** Which mail tells somebody that their sign-up went from one state to another; also asked before a decision, to show it. */
export function mailOfStep(from: State | undefined, to: State): MailKind | undefined {
  // Most are settled within a second: only the sweeper, after a minute, says that somebody is told "received".
  if (to === "received") return undefined;
  if (from === "waitlisted" && (to === "confirmed" || to === "pending")) return "promoted";
  return to;
}
