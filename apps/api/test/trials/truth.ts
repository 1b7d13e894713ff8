import { countsFor, type Seats, type SessionId, type SignUp, settle } from "@cte-partnerships/domain";
import { expect } from "vitest";
import type { Deps } from "../../src/deps.ts";
import { findSeats } from "../../src/sign-up/seats-store.ts";
import { listArrived, listSignUps, listWaiting } from "../../src/sign-up/store.ts";

export interface Truth {
  seats: Seats;
  signUps: SignUp[];
}

/** The seats and everybody's sign-up, read consistently. */
export async function truthOf(deps: Deps, sessionId: SessionId): Promise<Truth> {
  const [stored, signUps] = await Promise.all([findSeats(deps, sessionId), listSignUps(deps, sessionId)]);
  if (!stored) throw new Error("there are no seats");
  return { seats: stored.seats, signUps: signUps.map((one) => one.signUp) };
}

/** The seats say what the sign-ups say, and no number was given twice. */
export function expectNoDrift({ seats, signUps }: Truth): void {
  const counted = { confirmed: 0, held: 0, waiting: 0 };
  for (const signUp of signUps) {
    const counts = countsFor(signUp);
    counted.confirmed += counts.confirmed;
    counted.held += counts.held;
    counted.waiting += counts.waiting;
  }
  expect({ confirmed: seats.confirmed, held: seats.held, waiting: seats.waiting }).toEqual(counted);
  const numbers = signUps.flatMap((signUp) => ("number" in signUp && signUp.number !== undefined ? [signUp.number] : []));
  expect(new Set(numbers).size).toBe(numbers.length);
}

/** Nobody waits for a seat that the rule would give them, and nobody is left unsettled. */
export async function expectNothingLeftToSettle(deps: Deps, sessionId: SessionId): Promise<void> {
  const { seats } = await truthOf(deps, sessionId);
  expect(await listArrived(deps, sessionId, 10)).toEqual([]);
  expect(settle(seats, await listWaiting(deps, sessionId), [], deps.now()).outcomes).toEqual([]);
}

/** People who have or hold a seat, counted from the sign-ups themselves and not from the counter that guards them. */
export const seatsTaken = ({ signUps }: Truth): number => signUps.map(countsFor).reduce((sum, { confirmed, held }) => sum + confirmed + held, 0);

/** What one person saw: when they sent, when they were answered, and what they were given. */
export interface Witness {
  sentAt: number;
  answeredAt: number;
  signUpId: string;
}

/** A party acknowledged before another was sent is ahead of it. */
export function expectOrderKept(witnesses: readonly Witness[], { signUps }: Truth): void {
  const numbers = new Map(signUps.map((signUp) => [signUp.id as string, "number" in signUp ? signUp.number : undefined]));
  const numbered = witnesses.flatMap((witness) => {
    const number = numbers.get(witness.signUpId);
    return number === undefined ? [] : [{ ...witness, number }];
  });
  const jumped = numbered.flatMap((later) => numbered.filter((earlier) => earlier.answeredAt < later.sentAt && earlier.number > later.number));
  expect(jumped).toEqual([]);
}
