import {
  approve as decideApprove,
  decline as decideDecline,
  withdraw as decideWithdraw,
  type Event,
  type Instant,
  type Outcome,
  remainingSeats,
  type Seats,
  type SeatsDelta,
  type SessionId,
  type SignUp,
  type SignUpId,
  settle,
} from "@cte-partnerships/domain";
import { beginsWithin } from "../begins-within.ts";
import type { Deps } from "../deps.ts";
import { mailOfStep } from "../mail/mails-for.ts";
import { mailText } from "../mail/plain-text.ts";
import { wordsOf } from "../mail/words.ts";
import type { By } from "../table/changes.ts";
import { Unavailable } from "../table/unavailable.ts";
import { approve } from "./approve.ts";
import type { DecidedMany, DecisionPreview } from "./contract.ts";
import { decline } from "./decline.ts";
import { findSeats } from "./seats-store.ts";
import { listWaiting, readSignUps } from "./store.ts";
import { withdraw } from "./withdraw.ts";

export type Step = "approve" | "decline" | "withdraw";

export interface Many {
  sessionId: SessionId;
  step: Step;
  /** Each with the version that the decision was made from. */
  people: readonly { id: SignUpId; version: number }[];
  /** Told to those who are declined. */
  reason?: string | undefined;
}

/**
 * Decides on many, one after the other by the same use cases as on one: each is written, audited and mailed by itself, and
 * each has its own outcome. One that fails stops none of the others. Whom the time does not reach is `not_reached`: nothing
 * was done about them, and they may be asked for again. The first is always reached.
 */
export async function decideMany(deps: Deps, { sessionId, step, people, reason }: Many, by: By, within?: number): Promise<DecidedMany> {
  const hasTime = beginsWithin(within);
  const stored = await readSignUps(
    deps,
    sessionId,
    people.map(({ id }) => id),
  );
  const waiting = new Set(stored.flatMap(({ signUp }) => (signUp.state === "waitlisted" ? [signUp.id] : [])));
  // Those in line first: a seat that is freed before would go to one of them, who would be told so, and then be declined.
  const inOrder = people.toSorted((a, b) => Number(waiting.has(b.id)) - Number(waiting.has(a.id)));
  const byId = new Map<SignUpId, DecidedMany["outcomes"][number]>();
  for (const { id: signUpId, version } of inOrder) {
    if (!hasTime()) {
      byId.set(signUpId, { id: signUpId, refusal: "not_reached" });
      continue;
    }
    const request = { sessionId, signUpId, by, version };
    try {
      const decided = await steps[step](deps, request, reason);
      byId.set(
        signUpId,
        decided.ok ? { id: signUpId, state: decided.value.state, version: decided.value.version } : { id: signUpId, refusal: decided.refusal.code },
      );
    } catch (error) {
      // Those before are decided: whoever asked must hear so, whatever becomes of this one.
      if (!(error instanceof Unavailable)) throw error;
      byId.set(signUpId, { id: signUpId, refusal: "unavailable" });
    }
  }
  return { outcomes: people.flatMap(({ id }) => byId.get(id) ?? []) };
}

const steps = {
  approve: (deps: Deps, request: Parameters<typeof approve>[1], _reason?: string) => approve(deps, request),
  decline: (deps: Deps, request: Parameters<typeof approve>[1], reason?: string) => decline(deps, { ...request, ...(reason ? { reason } : {}) }),
  withdraw: (deps: Deps, request: Parameters<typeof approve>[1], _reason?: string) => withdraw(deps, request),
} as const;

/** What deciding on these would do as everything stands now: who is told what, whom it cannot be done to, and who moves up. Changes nothing. */
export async function previewMany(deps: Deps, { event, sessionId, step, people, reason }: Many & { event: Event }): Promise<DecisionPreview | undefined> {
  const now = deps.now();
  const ids = people.map(({ id }) => id);
  const [storedSeats, stored] = await Promise.all([findSeats(deps, sessionId), readSignUps(deps, sessionId, ids)]);
  const session = event.sessions.find((known) => known.id === sessionId);
  if (!storedSeats || !session) return undefined;
  const byId = new Map(stored.map(({ signUp }) => [signUp.id, signUp]));
  const after: Seats = { ...storedSeats.seats };
  const outcomes: DecidedMany["outcomes"] = [];
  let mail: DecisionPreview["mail"];
  for (const { id, version } of people) {
    const signUp = byId.get(id);
    const decided = signUp?.version === version ? decide(step, signUp, after, now, reason) : undefined;
    if (!signUp) outcomes.push({ id, refusal: "sign_up_unknown" });
    else if (!decided) outcomes.push({ id, refusal: "version_conflict" });
    else if (!decided.ok) outcomes.push({ id, refusal: decided.refusal.code });
    else {
      add(after, decided.value.delta);
      mail ??= mailFor(signUp, decided.value.signUp);
      outcomes.push({ id, state: decided.value.signUp.state, version: decided.value.signUp.version });
    }
  }
  const gone = new Set(outcomes.flatMap((outcome) => ("state" in outcome ? [outcome.id] : [])));
  // A line may be long: it is read where somebody of it may move up.
  const line = after.waiting > 0 && remainingSeats(after) > 0 ? await listWaiting(deps, sessionId) : [];
  const remain = line.filter(({ id }) => !gone.has(id));
  // Everybody who would move up, in however many transactions.
  const movesUp = settle(after, remain, [], now, remain.length).outcomes.flatMap(seated);
  return { outcomes, movesUp, ...(mail ? { mail } : {}) };

  function mailFor(before: SignUp, signUp: SignUp): DecisionPreview["mail"] {
    const kind = mailOfStep(before.state, signUp.state);
    if (kind === undefined) return undefined;
    const { agency, config } = deps;
    const words = wordsOf({
      kind,
      signUp,
      event,
      session: session as NonNullable<typeof session>,
      place: undefined,
      agency,
      // Nobody but the holder ever sees a link that works.
      manageUrl: `${config.publicOrigin}/manage/…`,
      eventUrl: `${config.publicOrigin}/events/${event.slug}`,
      at: now,
    });
    return { subject: words.subject, text: mailText(words) };
  }
}

function decide(step: Step, signUp: SignUp, seats: Seats, now: Instant, reason: string | undefined) {
  if (step === "approve") return decideApprove(signUp, seats, now);
  return step === "decline" ? decideDecline(signUp, seats, now, reason) : decideWithdraw(signUp, seats, now);
}

function add(seats: Seats, delta: SeatsDelta): void {
  seats.confirmed += delta.confirmed;
  seats.held += delta.held;
  seats.waiting += delta.waiting;
}

const seated = (outcome: Outcome): DecisionPreview["movesUp"] =>
  outcome.to === "confirmed" || outcome.to === "pending" ? [{ id: outcome.id, state: outcome.to }] : [];
