import { randomUUID } from "node:crypto";
import { type Event, isStanding, type Session, type SignUp } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { findEvent } from "../event/store.ts";
import { linkToken } from "../sign-up/link.ts";
import { findSessionTakenOut } from "../sign-up/session-taken-out.ts";
import { findSignUp, placeInLine, type StoredSignUp } from "../sign-up/store.ts";
import type { Mail } from "./mail.ts";
import type { MailerDeps } from "./mailer.ts";
import { messageOf } from "./message.ts";
import { buryMail, claimMail, closeMail, giveUpClaim, holdMail, tellHostOfDead } from "./store.ts";
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
      await closeMail(deps, mailId, "overtaken", deps.now());
      return "overtaken";
    }
    // Whoever goes on sending to addresses that bounce or complain is soon let send to nobody.
    const suppression = await findSuppression(deps, facts.stored.signUp.email, deps.now());
    if (suppression) {
      await holdMail(deps, mailId, { host: facts.event.host, reason: suppression.reason }, deps.now());
      deps.log.info("a mail was held back", { mailId, reason: suppression.reason });
      return "held";
    }
    await deps.mailer.send(await writeMessage(deps, mail, facts));
  } catch (error) {
    await giveUpClaim(deps, mailId, claimant);
    throw error;
  }
  await closeMail(deps, mailId, "sent", deps.now());
  return "sent";
}

/** The last try failed: it stands among the dead, where `/healthz` and the alarm count it. */
export async function markDead(deps: Deps, mailId: string): Promise<void> {
  const buried = await buryMail(deps, mailId, deps.now());
  if (!buried) return;
  deps.log.error("a mail was given up", { mailId });
  const event = await findEvent(deps, buried.eventId);
  if (event) await tellHostOfDead(deps, mailId, event.host);
}

interface Facts {
  stored: StoredSignUp;
  event: Event;
  session: Session;
}

async function findFacts(deps: Deps, { eventId, sessionId, signUpId }: Mail): Promise<Facts | undefined> {
  const [stored, event] = await Promise.all([findSignUp(deps, sessionId, signUpId), findEvent(deps, eventId)]);
  if (!stored) return undefined;
  if (!event) throw new Error("a mail's event is not in the table");
  const session = event.sessions.find((known) => known.id === sessionId) ?? (await findSessionTakenOut(deps, sessionId));
  if (!session) throw new Error("a mail's session is not in the table");
  return { stored, event, session };
}

/** Whether what a mail tells is no longer so, and another mail says what is. */
export function isOvertaken(
  mail: Pick<Mail, "kind" | "tells" | "sequence">,
  { stored, event, session }: { stored: { signUp: SignUp }; event: Event; session: Session },
): boolean {
  const { signUp } = stored;
  // Who stands in something cancelled gets a mail that says so, and it alone.
  const isCalledOff = session.status === "cancelled" || (event.status === "cancelled" && session.startsAt > event.cancelledAt);
  if (isStanding(signUp) && isCalledOff) return true;
  if (mail.kind === "link") return !isStanding(signUp) && signUp.state !== "declined";
  if (mail.kind === "session_changed") return !isStanding(signUp) || session.sequence !== mail.sequence;
  return signUp.state !== mail.tells;
}

async function writeMessage(deps: MailerDeps, mail: Mail, { stored, event, session }: Facts): Promise<Uint8Array> {
  const { agency, config, secrets } = deps;
  const { signUp, linkVersion } = stored;
  const token = linkToken(secrets, "manage", { sessionId: signUp.sessionId, signUpId: signUp.id, linkVersion });
  return messageOf({
    kind: mail.kind,
    mail,
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
