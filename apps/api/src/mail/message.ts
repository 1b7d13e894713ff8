import type { CalendarPurpose } from "@cte-partnerships/interchange/calendar";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Config } from "../deps.ts";
import { calendarFile } from "./calendar.ts";
import { mailHtml } from "./html.tsx";
import type { Mail } from "./mail.ts";
import { oneLine } from "./one-line.ts";
import { mailText } from "./plain-text.ts";
import { type MailFacts, wordsOf } from "./words.ts";

export type MessageFacts = MailFacts & {
  mail: Pick<Mail, "id" | "wasConfirmed">;
  config: Pick<Config, "publicOrigin" | "mailFrom">;
};

/** A finished message (RFC 5322): HTML and plain text, and a calendar file where an entry has to come, move or go. */
export async function messageOf(facts: MessageFacts): Promise<Uint8Array> {
  const { event, signUp, agency, config, mail, at } = facts;
  const words = wordsOf(facts);
  const purpose = calendarPurposeOf(facts);
  const composer = new MailComposer({
    from: { name: oneLine(agency.office.title), address: config.mailFrom },
    // The address alone: a name in a header is one more way in, and mail programs know the person by the address.
    to: { name: "", address: signUp.email },
    ...(event.contact.email ? { replyTo: { name: oneLine(event.contact.title), address: event.contact.email } } : {}),
    // What begins an encoded word (RFC 2047) would be decoded by the reader's program, line ends and all.
    subject: words.subject.replaceAll("=?", "= ?"),
    text: mailText(words),
    html: mailHtml(words),
    ...(purpose ? { icalEvent: { method: purpose.toUpperCase(), filename: "event.ics", content: calendarFile(facts, purpose) } } : {}),
    date: new Date(at),
    messageId: `<${mail.id}@${new URL(config.publicOrigin).hostname}>`,
    // No out-of-office answer comes back to a machine (RFC 3834).
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "win",
  });
  return composer.compile().build();
}

function calendarPurposeOf({ kind, signUp, mail }: MessageFacts): CalendarPurpose | undefined {
  // A message changes nothing of anybody's sign-up.
  if (kind === "message" || kind === "message_test") return undefined;
  if (signUp.state === "confirmed") return kind === "link" ? undefined : "request";
  const hasEnded = signUp.state === "withdrawn" || signUp.state === "declined" || signUp.state === "cancelled";
  return hasEnded && mail.wasConfirmed ? "cancel" : undefined;
}
