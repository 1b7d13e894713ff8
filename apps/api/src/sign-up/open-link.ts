import type { Event, Session, SignUp } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { cachedEvent } from "../event/cached.ts";
import { type LinkPurpose, readLinkToken } from "./link.ts";
import { findSessionTakenOut } from "./session-taken-out.ts";
import { findSignUp, placeInLine } from "./store.ts";

/** What a link leads to, as it now stands. */
export interface OpenedLink {
  signUp: SignUp;
  linkVersion: number;
  event: Event;
  session: Session;
}

/** What stands behind a link: nothing where it is forged, meant for something else, or has been replaced. Changes nothing. */
export async function openLink(deps: Pick<Deps, "table" | "secrets">, purpose: LinkPurpose, token: string): Promise<OpenedLink | undefined> {
  const link = readLinkToken(deps.secrets, purpose, token);
  const stored = link && (await findSignUp(deps, link.sessionId, link.signUpId));
  if (!stored || stored.linkVersion !== link.linkVersion) return undefined;
  const [signUp, event] = await Promise.all([withPlace(deps, stored.signUp), cachedEvent(deps, stored.signUp.eventId)]);
  const session = event?.sessions.find((known) => known.id === signUp.sessionId) ?? (await findSessionTakenOut(deps, signUp.sessionId));
  return event && session && { signUp, linkVersion: stored.linkVersion, event, session };
}

const withPlace = async (deps: Pick<Deps, "table">, signUp: SignUp): Promise<SignUp> =>
  signUp.state === "waitlisted" ? { ...signUp, place: await placeInLine(deps, signUp) } : signUp;
