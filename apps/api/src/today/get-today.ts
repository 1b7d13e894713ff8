import {
  type Actor,
  addDays,
  defaultAttentionPolicy,
  isClosingSoon,
  isDraftNear,
  isShortOfPeople,
  lineTrouble,
  minutesAfter,
  monthsBetween,
  reachOf,
  type Seats,
  type SessionId,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import type { CalendarSession } from "../event/calendar-contract.ts";
import { calendarSession, isOn, type PlannedSession, sessionsIn } from "../event/calendar-session.ts";
import { findMonths } from "../event/calendar-store.ts";
import { readSeats } from "../sign-up/seats-store.ts";
import { todayOf } from "../today.ts";
import type { Today } from "./contract.ts";
import { oldestToDecide } from "./oldest-to-decide.ts";
import { unreachedPeople } from "./unreached-people.ts";

const lookedAheadDays = 62;
/** The seats of so many sessions are read at one look, the soonest of those that may have something to tell. */
const countedAtMost = 600;
/** The rosters of so many are asked since when somebody waits; each is asked again only after it changed. */
const askedAtMost = 50;

/**
 * What wants somebody of the office, within this actor's reach: people to decide on, sessions short of people, lines in trouble, people
 * whom no mail reaches, sign-ups that close, drafts whose day is near, and what happens this week. It reads the months ahead and the
 * seats of those sessions alone that may have something to tell, so it costs the same at any size of the table.
 */
export async function getToday(deps: Deps, { actor }: { actor: Actor }): Promise<Today> {
  const now = deps.now();
  const day = todayOf(deps);
  const until = addDays(day, lookedAheadDays);
  const policy = deps.agency.policies.attention ?? defaultAttentionPolicy;
  const [{ found, isCut }, unreached] = await Promise.all([
    // A day before: where it is still yesterday, or where something lasts since then.
    findMonths(deps, { reach: reachOf(actor, "view_event", now), months: monthsBetween(addDays(day, -1), until) }),
    unreachedPeople(deps, actor),
  ]);
  const ahead = sessionsIn(found).filter(({ session }) => session.endsAt > minutesAfter(now, -24 * 60));

  const drafts = byEvent(ahead.filter(({ event }) => event.status === "draft")).filter(([{ event }, all]) =>
    isDraftNear({ status: event.status, sessions: all.map(({ session }) => session) }, policy, now),
  );
  const closing = byEvent(ahead.filter((one) => isOn(one) && isClosingSoon(one.event, one.event.closesAt, policy, now)));
  const days = Array.from({ length: 7 }, (_, index) => addDays(day, index));

  const isClosing = new Set(closing.flatMap(([, all]) => all.map(({ session }) => session.id)));
  const mayTell = ahead.filter(
    (one) =>
      isOn(one) &&
      one.event.status !== "draft" &&
      (one.event.needsApproval ||
        isClosing.has(one.session.id) ||
        one.session.startsAt < minutesAfter(now, Math.max(8, policy.shortWithinDays) * 24 * 60) ||
        (one.session.waitlistLimit > 0 && one.session.startsAt < minutesAfter(now, policy.lineWithinDays * 24 * 60))),
  );
  const counted = await readSeats(
    deps,
    mayTell.slice(0, countedAtMost).map(({ session }) => session.id),
  );
  const open = mayTell.filter(({ event }) => event.status === "published" || event.status === "closed").flatMap(({ session }) => counted.get(session.id) ?? []);
  const toDecide = open.filter((seats) => seats.held > 0 && seats.startsAt > now);
  const lines = open.flatMap((seats) => {
    const trouble = lineTrouble(seats, policy, now);
    return trouble ? [{ sessionId: seats.sessionId, trouble }] : [];
  });

  const shown = new Map<SessionId, CalendarSession>(ahead.map((one) => [one.session.id, calendarSession(one, counted.get(one.session.id))] as const));
  const week = days.map((each) => ({
    day: each,
    sessionIds: [...shown.values()].filter(({ firstDay, lastDay, status }) => status !== "draft" && firstDay <= each && lastDay >= each).map(({ id }) => id),
  }));
  const told: Omit<Today, "sessions"> = {
    at: now,
    day,
    until,
    isCut: isCut || mayTell.length > countedAtMost,
    policy,
    decisions: await Promise.all(toDecide.map((seats, index) => decisionOn(deps, seats, index < askedAtMost))),
    short: open.filter((seats) => isShortOfPeople(seats, policy, now)).map(({ sessionId }) => sessionId),
    lines,
    unreached,
    closing: closing.map(([{ event }, all]) => ({ eventId: event.eventId, closesAt: event.closesAt, sessionIds: idsOf(all) })),
    drafts: drafts.map(([{ event }, all]) => ({ eventId: event.eventId, sessionIds: idsOf(all) })),
    week,
  };
  const named = new Set([...told.decisions, ...lines, ...told.short.map((sessionId) => ({ sessionId }))].map(({ sessionId }) => sessionId));
  for (const { sessionIds } of [...told.closing, ...told.drafts, ...week, ...unreached]) for (const id of sessionIds) named.add(id);
  return { ...told, sessions: [...shown.values()].filter(({ id }) => named.has(id)) };
}

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
