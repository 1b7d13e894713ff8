import type { Event, Instant, Session, SignUpState } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { MailKind } from "./mail.ts";
import { mailText } from "./plain-text.ts";
import { pretendedSignUp } from "./pretended-sign-up.ts";
import { wordsOf } from "./words.ts";

/** A mail as an invented person would get it. */
export interface SampleMail {
  kind: MailKind;
  state: SignUpState;
  subject: string;
  text: string;
}

/** The mail of a kind to somebody in a state, of an event as it stands or would stand. Nobody real is in it. */
export function sampleMail(
  { agency, config }: Pick<Deps, "agency" | "config">,
  { kind, state, event, session, at }: { kind: MailKind; state: SignUpState; event: Event; session: Session; at: Instant },
): SampleMail {
  const words = wordsOf({
    kind,
    signUp: pretendedSignUp({
      state,
      event,
      sessionId: session.id,
      name: "Alex Example",
      address: "alex@example.org",
      affiliation: "Example Robotics",
      partySize: Math.min(2, session.partySizeLimit),
      at,
    }),
    event,
    session: kind === "cancelled" ? { ...session, status: "cancelled", cancelledAt: at, reason: "The reason that you give stands here." } : session,
    place: state === "waitlisted" ? 1 : undefined,
    agency,
    // Nobody but the holder ever sees a link that works.
    manageUrl: `${config.publicOrigin}/manage/…`,
    eventUrl: `${config.publicOrigin}/events/${event.slug}`,
    at,
  });
  return { kind, state, subject: words.subject, text: mailText(words) };
}

/** Every mail that this event can send by itself, in the order in which somebody might get them. */
export function everySampleMail(deps: Pick<Deps, "agency" | "config">, { event, session, at }: { event: Event; session: Session; at: Instant }): SampleMail[] {
  const seated = event.needsApproval ? "pending" : "confirmed";
  const kinds: [MailKind, SignUpState, boolean][] = [
    ["received", "received", true],
    ["pending", "pending", event.needsApproval],
    ["confirmed", "confirmed", true],
    ["declined", "declined", event.needsApproval],
    ["waitlisted", "waitlisted", session.waitlistLimit > 0],
    ["promoted", seated, session.waitlistLimit > 0],
    ["refused", "refused", true],
    ["session_changed", "confirmed", true],
    ["withdrawn", "withdrawn", true],
    ["cancelled", "cancelled", true],
    ["link", "confirmed", true],
  ];
  return kinds.flatMap(([kind, state, isSent]) => (isSent ? [sampleMail(deps, { kind, state, event, session, at })] : []));
}
