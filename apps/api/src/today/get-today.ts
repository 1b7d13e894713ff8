import {
  type Actor,
  type AttentionPolicy,
  addDays,
  defaultAttentionPolicy,
  type Instant,
  type IsoDate,
  isClosingSoon,
  isDraftNear,
  isShortOfPeople,
  lineTrouble,
  minutesAfter,
  reachOf,
  type Seats,
  type SessionId,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { CalendarSession } from "../event/calendar-contract.ts";
import { calendarSession, isOn, type PlannedSession, sessionsIn } from "../event/calendar-session.ts";
import { findMonths } from "../event/calendar-store.ts";
import { findDeciding } from "../event/deciding-store.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { todayOf } from "../today.ts";
import type { Today } from "./contract.ts";
import { oldestToDecide } from "./oldest-to-decide.ts";
import { unreachedPeople } from "./unreached-people.ts";

const lookedAheadDays = 62;
/** The seats of so many sessions are read at one look, the soonest of those that may have something to tell. */
const countedAtMost = 600;
/** So many events are looked at whose people are decided on, of each host those that end soonest. */
const decidingAtMost = 200;
/** The rosters of so many are asked since when somebody waits; each is asked again only after it changed. */
const askedAtMost = 50;

/**
 * What wants somebody of the office, within this actor's reach: people to decide on, sessions short of people, lines in trouble, people
 * whom no mail reaches, sign-ups that close, drafts whose day is near, and what happens this week. It reads the months ahead, whatever
 * later on has people to decide on, and the seats of those sessions alone that may have something to tell, so it costs the same at any
 * size of the table.
 */
export async function getToday(deps: Deps, { actor }: { actor: Actor }): Promise<Today> {
  const now = deps.now();
  const day = todayOf(deps);
  const until = addDays(day, lookedAheadDays);
  const policy = deps.agency.policies.attention ?? defaultAttentionPolicy;
  const reach = reachOf(actor, "view_event", now);
  const [{ found, isCut }, deciding, unreached] = await Promise.all([
    // A day before: where it is still yesterday, or where something lasts since then.
    findMonths(deps, { reach, from: addDays(day, -1), to: until }),
    findDeciding(deps, { reach, endsAfter: until, most: decidingAtMost }),
    unreachedPeople(deps, actor),
  ]);
  const ahead = sessionsIn(found).filter(({ session }) => session.endsAt > minutesAfter(now, -24 * 60));
  const isAhead = new Set(idsOf(ahead));
  const later = sessionsIn(deciding.found).filter(({ session }) => session.startsAt > now && !isAhead.has(session.id));
  // Nobody signs up to what has begun, and no draft is published for it.
  const toCome = ahead.filter((one) => isOn(one) && one.session.startsAt > now);
  const drafts = byEvent(toCome.filter(({ event }) => event.status === "draft")).filter(([{ event }, all]) =>
    isDraftNear({ status: event.status, sessions: all.map(({ session }) => session) }, policy, now),
  );
  const closing = byEvent(toCome.filter(({ event }) => isClosingSoon(event, event.closesAt, policy, now)));
  const isClosing = new Set(closing.flatMap(([, all]) => idsOf(all)));
  const countable = ahead.filter((one) => isOn(one) && one.event.status !== "draft");
  const isPressing = (one: PlannedSession) => one.event.needsApproval || isClosing.has(one.session.id) || isWithinDays(one, nearDays(policy), now);
  const mayHaveLine = (one: PlannedSession) => one.session.waitlistLimit > 0 && isWithinDays(one, policy.lineWithinDays, now);
  const mayTell = [...countable.filter((one) => isPressing(one) || mayHaveLine(one)), ...later];
  // People who wait for a decision go before a line that may be long: they are told however much else there is.
  const inTurn = [...mayTell.filter(isPressing), ...mayTell.filter((one) => !isPressing(one))];
  const seats = await readSeats(deps, idsOf(inTurn.slice(0, countedAtMost)));

  const open = mayTell.filter(({ event }) => event.status === "published" || event.status === "closed").flatMap(({ session }) => seats.get(session.id) ?? []);
  const toDecide = open.filter(({ held, startsAt }) => held > 0 && startsAt > now);
  const shown = [...ahead, ...later].map((one) => calendarSession(one, seats.get(one.session.id)));
  const lists: Omit<Today, "sessions"> = {
    at: now,
    day,
    until,
    isCut: isCut || deciding.isCut || mayTell.length > countedAtMost,
    policy,
    decisions: await Promise.all(toDecide.map((one, index) => decisionOn(deps, one, index < askedAtMost))),
    short: open.filter((one) => isShortOfPeople(one, policy, now)).map(({ sessionId }) => sessionId),
    lines: open.flatMap((one) => {
      const trouble = lineTrouble(one, policy, now);
      return trouble ? [{ sessionId: one.sessionId, trouble }] : [];
    }),
    unreached: unreached.lines,
    isUnreachedCut: unreached.isCut,
    closing: closing.map(([{ event }, all]) => ({ eventId: event.eventId, closesAt: event.closesAt, sessionIds: idsOf(all) })),
    drafts: drafts.map(([{ event }, all]) => ({ eventId: event.eventId, sessionIds: idsOf(all) })),
    week: weekOf(day, shown),
  };
  const named = namedIn(lists);
  return { ...lists, sessions: shown.filter(({ id }) => named.has(id)) };
}

const isWithinDays = ({ session }: PlannedSession, days: number, now: Instant): boolean => session.startsAt <= minutesAfter(now, days * 24 * 60);
/** What is this week, and what is looked at for too few people. */
const nearDays = ({ shortWithinDays }: AttentionPolicy): number => Math.max(daysOfWeek + 1, shortWithinDays);

const daysOfWeek = 7;

const weekOf = (day: IsoDate, sessions: readonly CalendarSession[]): Today["week"] =>
  Array.from({ length: daysOfWeek }, (_, index) => addDays(day, index)).map((each) => ({
    day: each,
    sessionIds: sessions.filter(({ firstDay, lastDay, status }) => status !== "draft" && firstDay <= each && each <= lastDay).map(({ id }) => id),
  }));

const namedIn = ({ decisions, short, lines, unreached, closing, drafts, week }: Omit<Today, "sessions">): ReadonlySet<SessionId> =>
  new Set([
    ...[...decisions, ...lines].map(({ sessionId }) => sessionId),
    ...short,
    ...[...unreached, ...closing, ...drafts, ...week].flatMap(({ sessionIds }) => sessionIds),
  ]);

const idsOf = (planned: readonly PlannedSession[]): SessionId[] => planned.map(({ session }) => session.id);

async function decisionOn(deps: Deps, seats: Seats, isAsked: boolean): Promise<Today["decisions"][number]> {
  const oldestAt = isAsked ? await oldestToDecide(deps, seats) : undefined;
  return { sessionId: seats.sessionId, ...(oldestAt ? { oldestAt } : {}) };
}

/** Sessions of one event together, in the order in which they come. */
function byEvent(planned: readonly PlannedSession[]): [PlannedSession, PlannedSession[]][] {
  const events = new Map<string, PlannedSession[]>();
  for (const one of planned) events.set(one.event.eventId, [...(events.get(one.event.eventId) ?? []), one]);
  return [...events.values()].map((all) => [all[0] as PlannedSession, all]);
}
