import {
  type ArrivedParty,
  type Event,
  type Instant,
  millisecondsOf,
  type Outcome,
  outcomesPerSettling,
  remainingSeats,
  type Seats,
  type SessionId,
  type SignUp,
  settle,
  takeIn,
} from "@cte-partnerships/domain";
import type { Deps } from "../deps.ts";
import { cachedEvent } from "../event/cached.ts";
import type { Change } from "../table/changes.ts";
import { write } from "../table/transact.ts";
import type { SignUpRefusal } from "./arrival.ts";
import type { AtDesk, Desk } from "./desk.ts";
import { answerReplay, asTakenIn, takeInAndSettle } from "./intake.ts";
import { rosterLogWrite, unloggedAtMost } from "./roster-log-store.ts";
import { findSeats, type StoredSeats, settledSeatsWrite } from "./seats-store.ts";
import { findStanding, judgeStanding, sayAlreadySignedUp } from "./standing.ts";
import { fromItem, newSignUpWrite, type StoredSignUp, withOutcome } from "./store.ts";

/** Serves everybody who stands at the desk, some at a time, until nobody does. */
export async function serveDesk(deps: Deps, sessionId: SessionId, desk: Desk): Promise<void> {
  desk.isServing = true;
  try {
    while (desk.line.length > 0) {
      const batch = nextFew(desk);
      await serve(deps, sessionId, desk, batch).catch((error: unknown) => failAll(batch, error));
    }
  } finally {
    desk.isServing = false;
  }
}

function failAll(batch: readonly AtDesk[], error: unknown): void {
  for (const one of batch) one.fail(error);
}

/** The first in line, each person once: two requests of one person in one transaction would be refused as a whole. */
function nextFew(desk: Desk): AtDesk[] {
  const people = new Set<string>();
  const batch: AtDesk[] = [];
  const later: AtDesk[] = [];
  for (const one of desk.line.splice(0)) {
    if (batch.length < outcomesPerSettling && !people.has(one.arrival.personKey)) {
      people.add(one.arrival.personKey);
      batch.push(one);
    } else {
      later.push(one);
    }
  }
  desk.line.push(...later);
  return batch;
}

interface Candidate extends AtDesk {
  received: Extract<SignUp, { state: "received" }>;
}

async function serve(deps: Deps, sessionId: SessionId, desk: Desk, batch: readonly AtDesk[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  // Asked again here: since these came, the event may have been closed.
  const event = (await cachedEvent(deps, first.arrival.event.id)) ?? first.arrival.event;
  const now = deps.now();
  const recalled = desk.recall();
  if (recalled && isQuiet(desk, recalled, now)) {
    const { candidates, refused } = judge(sessionId, recalled.seats, event, batch, now);
    // Only what is written is checked against the seats' version: before anybody is refused, the table is asked.
    const isWritten = refused.length === 0 && candidates.every(mayGoShort) && (await goShortWay(deps, desk, recalled, candidates, now, "recalled"));
    if (isWritten) return;
  }
  const stored = await findSeats(deps, sessionId);
  desk.isAlone = stored?.seats.version === desk.lastWritten?.stored.seats.version;
  const { candidates, refused } = judge(sessionId, stored?.seats, event, batch, now);
  for (const { one, refusal } of refused) refuse(deps, desk, one, refusal);
  if (!stored || candidates.length === 0) return;
  if (isQuiet(desk, stored, now) && candidates.every(mayGoShort)) await goShortWay(deps, desk, stored, candidates, now, "read");
  else goLongWay(deps, desk, candidates);
}

/** Whom the rules let in by these seats, and whom they do not. */
function judge(sessionId: SessionId, seats: Seats | undefined, event: Event, batch: readonly AtDesk[], now: Instant) {
  const session = event.sessions.find((candidate) => candidate.id === sessionId);
  const candidates: Candidate[] = [];
  const refused: { one: AtDesk; refusal: SignUpRefusal }[] = [];
  for (const one of batch) {
    const { input, id, adder } = one.arrival;
    const taken = seats && session && takeIn({ event, session, seats, input, id, adder }, now);
    if (taken?.ok) candidates.push({ ...one, arrival: { ...one.arrival, event }, received: taken.value });
    else refused.push({ one, refusal: taken ? taken.refusal : { code: "session_unknown" } });
  }
  return { candidates, refused };
}

/** A person's claim to one session of the event has conditions of its own, which the long way knows. */
const mayGoShort = ({ arrival }: Candidate) => !arrival.event.oneSessionPerPerson;

const justNowMilliseconds = 100;

/**
 * Whether nobody waits for a seat that these could take from them, nobody is being settled, and no other process has just
 * taken somebody in. Whether it is really so, the version condition of the write decides.
 */
function isQuiet(desk: Desk, { seats, unsettledSince, changedAt }: StoredSeats, now: string): boolean {
  if (unsettledSince || desk.settling || Date.now() < desk.standAsideUntil) return false;
  if (seats.waiting > 0 && remainingSeats(seats) > 0) return false;
  return seats.version === desk.lastWritten?.stored.seats.version || seats.version === 1 || Date.parse(now) - millisecondsOf(changedAt) > justNowMilliseconds;
}

const standsAsideMilliseconds = 1000;

/**
 * Everybody at the desk and the seats in one transaction. Whatever is not as expected falls back to the long way. False, and
 * nothing done: the seats that this was decided by were recalled, and they are not as they were, or too few.
 */
async function goShortWay(
  deps: Deps,
  desk: Desk,
  before: StoredSeats,
  candidates: readonly Candidate[],
  now: Instant,
  seatsWere: "read" | "recalled",
): Promise<boolean> {
  const arrived: ArrivedParty[] = candidates.map(({ received }) => ({ id: received.id, partySize: received.partySize }));
  const { seats, outcomes } = settle(before.seats, [], arrived, now);
  const change: Change = { by: candidates[0]?.arrival.by ?? { kind: "person" }, at: now, op: "sign_up.settle" };
  const seated: { candidate: Candidate; stored: StoredSignUp }[] = [];
  const turnedAway: { candidate: Candidate; refusal: SignUpRefusal }[] = [];
  candidates.forEach((candidate, index) => {
    const outcome = outcomes[index];
    if (!outcome || outcome.to === "cancelled" || outcome.to === "refused") {
      turnedAway.push({ candidate, refusal: refusalFor(outcome, seats) });
      return;
    }
    const { keyHash, contentHash } = candidate.arrival;
    seated.push({ candidate, stored: { signUp: withOutcome(candidate.received, outcome, now), linkVersion: 1, keyHash, contentHash } });
  });
  if (seatsWere === "recalled" && turnedAway.length > 0) return false;
  const turnAway = () => {
    for (const { candidate, refusal } of turnedAway) refuse(deps, desk, candidate, refusal);
    return true;
  };
  if (seated.length === 0) return turnAway();

  const puts = seated.map(({ candidate, stored }) => newSignUpWrite(deps, stored, { ...change, by: candidate.arrival.by }));
  const changed = [...before.unlogged, ...seated.map(({ stored }) => stored.signUp.id)];
  const isLogged = changed.length > unloggedAtMost;
  const log = isLogged ? [rosterLogWrite(deps, seats.sessionId, changed, change)] : [];
  const unlogged = isLogged ? [] : changed;
  const seatsWrite = settledSeatsWrite(deps, before, seats, { isQueueEmpty: false, unlogged, change });
  const written = await write(deps, [...puts, ...log, seatsWrite], { onConflict: "tell" });
  if (written.ok) {
    desk.wrote({ ...before, seats, unlogged, changedAt: now });
    for (const { candidate, stored } of seated) candidate.answer(await asTakenIn(deps, stored, false));
    // Only now: a refusal that follows from a decision which was not written would be no decision at all.
    return turnAway();
  }
  const didSeatsChange = written.conflict || written.failed.at(-1) !== undefined;
  if (didSeatsChange) desk.isAlone = false;
  if (seatsWere === "recalled" && didSeatsChange && !written.conflict) return false;
  if (didSeatsChange) desk.standAsideUntil = Date.now() + standsAsideMilliseconds;
  const again: Candidate[] = turnedAway.map(({ candidate }) => candidate);
  seated.forEach(({ candidate }, index) => {
    const standing = written.failed[index]?.item;
    if (standing) answerFromStanding(deps, desk, candidate, fromItem(standing));
    else again.push(candidate);
  });
  // Only somebody's own earlier sign-up was in the way: the others go the same way once more.
  if (!didSeatsChange && again.length < candidates.length) desk.line.unshift(...again);
  else goLongWay(deps, desk, again);
  return true;
}

function refusalFor(outcome: Outcome | undefined, seats: Seats): SignUpRefusal {
  if (outcome?.to !== "refused") return { code: "session_cancelled" };
  switch (outcome.code) {
    case "session_full":
      return { code: "session_full", remaining: Math.max(0, remainingSeats(seats)), waitlist: seats.waitlistLimit === 0 ? "off" : "full" };
    case "party_larger_than_session":
      return { code: "party_larger_than_session", capacity: seats.capacity };
    case "sign_ups_closed":
      return { code: "sign_ups_closed", closedAt: seats.startsAt };
  }
}

function goLongWay(deps: Deps, desk: Desk, candidates: readonly Candidate[]): void {
  for (const candidate of candidates) takeInAndSettle(deps, desk, candidate, candidate.received).then(candidate.answer, candidate.fail);
}

/** Before somebody is refused: it may be the retry of a request that was taken in when there still was room. */
function refuse(deps: Deps, desk: Desk, one: AtDesk, refusal: SignUpRefusal): void {
  findStanding(deps, one.arrival)
    .then((standing) => {
      if (standing.kind === "own") return answerReplay(deps, desk, one, standing.stored);
      if (standing.kind === "key_reused") return { kind: "refused" as const, refusal: { code: "idempotency_key_reused" as const } };
      if (standing.kind === "already_signed_up") return sayAlreadySignedUp(deps, one.arrival, standing.stored);
      return { kind: "refused" as const, refusal };
    })
    .then(one.answer, one.fail);
}

function answerFromStanding(deps: Deps, desk: Desk, candidate: Candidate, stored: StoredSignUp): void {
  judgeStanding(deps, candidate.arrival, stored)
    .then((standing) => {
      if (standing.kind === "own") return answerReplay(deps, desk, candidate, standing.stored);
      if (standing.kind === "key_reused") return { kind: "refused" as const, refusal: { code: "idempotency_key_reused" as const } };
      if (standing.kind === "already_signed_up") return sayAlreadySignedUp(deps, candidate.arrival, standing.stored);
      return takeInAndSettle(deps, desk, candidate, candidate.received);
    })
    .then(candidate.answer, candidate.fail);
}
