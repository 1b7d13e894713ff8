import { randomUUID } from "node:crypto";
import { type Event, isStanding, type Session, type SignUp, whyNoLongerWrittenTo } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findEvent } from "../event/store.ts";
import type { Message, TestMessage } from "../message/message.ts";
import { findMessage, findTestMessage } from "../message/store.ts";
import { personKey } from "../secrets.ts";
import { linkToken } from "../sign-up/link.ts";
import { findSessionTakenOut } from "../sign-up/session-taken-out.ts";
import { findSignUp, findSignUpOf, placeInLine, type StoredSignUp } from "../sign-up/store.ts";
import type { Mail } from "./mail.ts";
import type { MailerDeps } from "./mailer.ts";
import { messageOf } from "./message.ts";
import { pretendedSignUp } from "./pretended-sign-up.ts";
import { buryMail, claimMail, closeMail, findMail, giveUpClaim, holdMail } from "./store.ts";
import { findSuppression } from "./suppression-store.ts";

/** `held`: nothing is sent to its address. `elsewhere`: it is not queued any more, or somebody else is delivering it at this moment. */
export type Delivery = "sent" | "overtaken" | "held" | "elsewhere";

/**
 * Sends one mail, with the words that are true now; one that something later has overtaken is dropped. Throws where the
 * provider does not take it or the table does not answer: the mail stays queued, and the queue tries again. A crash between
 * sending and marking may send a mail twice; nothing loses one.
 */
export async function deliver(deps: MailerDeps, mailId: string): Promise<Delivery> {
  const claimant = randomUUID();
  const mail = await claimMail(deps, mailId, claimant, deps.now());
  if (!mail) return "elsewhere";
  try {
    const facts = await findFacts(deps, mail);
    if (!facts || isOvertaken(mail, facts)) {
      await closeMail(deps, mail, "overtaken", deps.now());
      return "overtaken";
    }
    // Whoever goes on sending to addresses that bounce or complain is soon let send to nobody.
    const suppression = await findSuppression(deps, facts.stored.signUp.email, deps.now());
    if (suppression) {
      await holdMail(deps, mail, { host: facts.event.host, reason: suppression.reason }, deps.now());
      deps.log.info("a mail was held back", { mailId, reason: suppression.reason });
      return "held";
    }
    await deps.mailer.send(await writeMessage(deps, mail, facts));
  } catch (error) {
    await giveUpClaim(deps, mailId, claimant);
    throw error;
  }
  await closeMail(deps, mail, "sent", deps.now());
  return "sent";
}

/** The last try failed: it stands among the dead, where `/healthz` and the alarm count it. */
export async function markDead(deps: Deps, mailId: string): Promise<void> {
  const mail = await findMail(deps, mailId);
  const event = mail && (await findEvent(deps, mail.eventId));
  if (mail && (await buryMail(deps, mail, event?.host, deps.now()))) deps.log.error("a mail was given up", { mailId });
}

interface Facts {
  stored: Pick<StoredSignUp, "signUp" | "linkVersion">;
  event: Event;
  session: Session;
  /** What the office wrote, where the mail carries it. */
  message?: Message | TestMessage | undefined;
}

async function findFacts(deps: Deps, mail: Mail): Promise<Facts | undefined> {
  const { eventId, sessionId, signUpId } = mail;
  const message = await findWritten(deps, mail);
  const [stored, event] = await Promise.all([
    message && "address" in message ? pretended(message) : findSignUp(deps, sessionId, signUpId),
    findEvent(deps, eventId),
  ]);
  // A test is forgotten after a day: one that is delivered later still is not wanted any more.
  if (!stored || (mail.messageId !== undefined && !message)) return undefined;
  if (!event) throw new Error("a mail's event is not in the table");
  const session = event.sessions.find((known) => known.id === sessionId) ?? (await findSessionTakenOut(deps, sessionId));
  if (!session) throw new Error("a mail's session is not in the table");
  const facts = { stored, event, session, message };
  return message && "audience" in message && isOvertaken(mail, facts) ? ((await findFactsElsewhere(deps, mail, facts, message)) ?? facts) : facts;
}

/**
 * Of a message to several sessions a person gets one mail, made for the first of their sign-ups that it was for. Where that one has
 * ended by now, it goes to them for another that still is.
 */
async function findFactsElsewhere(deps: Deps, mail: Mail, { stored, event }: Facts, message: Message): Promise<Facts | undefined> {
  for (const session of event.sessions) {
    if (session.id === mail.sessionId || !message.sessionIds.includes(session.id)) continue;
    const other = await findSignUpOf(deps, session.id, personKey(deps.secrets, session.id, stored.signUp.email));
    if (other && !isOvertaken(mail, { stored: other, event, session, message })) return { stored: other, event, session, message };
  }
  return undefined;
}

/** What a mail carries that the office wrote; absent where it carries nothing, or that is not there any more. */
async function findWritten(deps: Deps, { kind, eventId, messageId }: Mail): Promise<Message | TestMessage | undefined> {
  if (messageId === undefined) return undefined;
  const place = { eventId, id: messageId };
  return kind === "message_test" ? findTestMessage(deps, place) : findMessage(deps, place);
}

const pretended = ({ eventId, sessionId, name, address, writtenAt }: TestMessage) => ({
  signUp: pretendedSignUp({ event: { id: eventId }, sessionId, name, address, at: writtenAt }),
  linkVersion: 1,
});

/** Whether what a mail tells is no longer so, and another mail says what is. */
export function isOvertaken(
  mail: Pick<Mail, "kind" | "tells" | "sequence">,
  { stored, event, session, message }: { stored: { signUp: SignUp }; event: Event; session: Session; message?: Facts["message"] },
): boolean {
  const { signUp } = stored;
  if (mail.kind === "message_test") return false;
  // Who stands in something cancelled gets a mail that says so, and it alone.
  const isCalledOff = session.status === "cancelled" || (event.status === "cancelled" && session.startsAt > event.cancelledAt);
  if (isStanding(signUp) && isCalledOff) return true;
  if (mail.kind === "message") return !message || !("audience" in message) || whyNoLongerWrittenTo(message, signUp) !== undefined;
  if (mail.kind === "link") return !isStanding(signUp) && signUp.state !== "declined";
  if (mail.kind === "session_changed") return !isStanding(signUp) || session.sequence !== mail.sequence;
  return signUp.state !== mail.tells;
}

async function writeMessage(deps: MailerDeps, mail: Mail, { stored, event, session, message }: Facts): Promise<Uint8Array> {
  const { agency, config, secrets } = deps;
  const { signUp, linkVersion } = stored;
  const token = mail.kind === "message_test" ? "…" : linkToken(secrets, "manage", { sessionId: signUp.sessionId, signUpId: signUp.id, linkVersion });
  return messageOf({
    kind: mail.kind,
    mail,
    written: message,
    signUp,
    event,
    session,
    place: signUp.state === "waitlisted" ? await placeInLine(deps, signUp) : undefined,
    agency,
    config,
    manageUrl: `${config.publicOrigin}/manage/${token}`,
    eventUrl: `${config.publicOrigin}/events/${event.slug}`,
    at: deps.now(),
  });
}
