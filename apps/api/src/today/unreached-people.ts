import { type Actor, type Event, type EventId, type Instant, may, minutesAfter, reachOf, type SessionId, type SignUp } from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { readEvents } from "../event/store.ts";
import type { FailedMail } from "../mail/mail.ts";
import { failedMailsLookedBackDays, listFailedMails } from "../mail/store.ts";
import { readSignUps } from "../sign-up/store.ts";
import type { UnreachedPeople } from "./contract.ts";

/** Of each list of mails that failed: the newest. Where there are more, what is counted is told as the least that it is. */
export const failedMailsAtMost = 100;
const peopleNamedAtMost = 5;

interface Failure {
  mail: FailedMail;
  event: Event;
  signUp: SignUp;
}

/**
 * People within reach whom a mail of the last month did not reach, and who still count on what it tells: their session is to come, and
 * the sign-up stands as the mail says. By event and reason, the latest first.
 *
 * @returns `isCut`: older mails of that month failed as well and were not looked at
 */
export async function unreachedPeople(deps: Deps, actor: Actor): Promise<{ lines: UnreachedPeople[]; isCut: boolean }> {
  const now = deps.now();
  const since = minutesAfter(now, -failedMailsLookedBackDays * 24 * 60);
  const { mails, isCut } = await listFailedMails(deps, reachOf(actor, "view_event", now), since, failedMailsAtMost);
  const lines = new Map<string, Failure[]>();
  for (const failure of await stillCounting(deps, actor, mails, now)) {
    const line = `${failure.event.id} ${whyOf(failure.mail)}`;
    lines.set(line, [...(lines.get(line) ?? []), failure]);
  }
  return { lines: [...lines.values()].map((failures) => lineOf(failures, actor, now)).sort((a, b) => (a.latestAt > b.latestAt ? -1 : 1)), isCut };
}

const whyOf = ({ state, heldFor }: FailedMail): UnreachedPeople["why"] => (state === "dead" ? "dead" : (heldFor ?? "held"));

async function stillCounting(deps: Deps, actor: Actor, mails: readonly FailedMail[], now: Instant): Promise<Failure[]> {
  const [events, signUps] = await Promise.all([readEvents(deps, new Set(mails.map(({ eventId }) => eventId))), readSignUpsOf(deps, mails)]);
  const byPerson = new Map<string, Failure>();
  for (const mail of mails.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))) {
    const event = events.get(mail.eventId);
    const signUp = signUps.get(mail.signUpId);
    // A trial mail is about nobody who signed up.
    const session = event?.sessions.find(({ id }) => id === mail.sessionId);
    if (!event || !signUp || !session || session.startsAt <= now) continue;
    // The event may have been handed over since: whoever had it is told no more, though the mail is found by the host of then.
    if (!may(actor, "view_event", { kind: "event", host: event.host }, now)) continue;
    if ((mail.tells ?? signUp.state) === signUp.state) byPerson.set(mail.signUpId, { mail, event, signUp });
  }
  return [...byPerson.values()];
}

async function readSignUpsOf(deps: Deps, mails: readonly FailedMail[]): Promise<Map<string, SignUp>> {
  const bySession = new Map<SessionId, FailedMail[]>();
  for (const mail of mails) bySession.set(mail.sessionId, [...(bySession.get(mail.sessionId) ?? []), mail]);
  const parts = await Promise.all(
    [...bySession].map(([sessionId, its]) =>
      readSignUps(
        deps,
        sessionId,
        its.map(({ signUpId }) => signUpId),
      ),
    ),
  );
  return new Map(parts.flat().map(({ signUp }) => [signUp.id, signUp]));
}

function lineOf(failures: readonly Failure[], actor: Actor, now: Instant): UnreachedPeople {
  const latest = failures.toSorted((a, b) => (a.mail.createdAt > b.mail.createdAt ? -1 : 1));
  const [{ mail, event }] = latest as [Failure];
  const mayName = may(actor, "view_people", { kind: "event", host: event.host }, now);
  const affected = new Set<SessionId>(failures.map(({ signUp }) => signUp.sessionId));
  return {
    eventId: event.id as EventId,
    title: event.title,
    why: whyOf(mail),
    count: failures.length,
    latestAt: mail.createdAt,
    sessionIds: event.sessions
      .filter(({ id }) => affected.has(id))
      .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
      .map(({ id }) => id),
    people: mayName ? latest.slice(0, peopleNamedAtMost).map(({ signUp: { sessionId, name, email } }) => ({ sessionId, name, email })) : [],
  };
}
