import type { SessionId, SignUp, SignUpId } from "@cte-partnerships/domain";
import type { Table } from "../table/client.ts";
import type { Arrival, SignUpAnswer } from "./arrival.ts";
import type { StoredSeats } from "./seats-store.ts";

/** Somebody of this process who waits until their sign-up is settled. */
interface Waiter {
  signUp: SignUp;
  /** The round of settling under way when they came: only later ones are sure to have seen them in the queue. */
  round: number;
  tell(signUp: SignUp): void;
}

export interface AtDesk {
  arrival: Arrival;
  /** When they came, on this process's own clock: how long they can still wait follows from it. */
  since: number;
  answer(answer: SignUpAnswer): void;
  fail(error: unknown): void;
}

const recalledForMilliseconds = 5000;

/**
 * What this process knows of one session while somebody signs up for it: who stands at the desk, who waits to be settled,
 * and whether it is settling. None of it is needed for the truth, which is in the table; it saves asking for it.
 */
export class Desk {
  /** Arrived, and not yet taken to the table. */
  readonly line: AtDesk[] = [];
  isServing = false;
  /** The settling under way, and whether to go round again. */
  settling: Promise<void> | undefined;
  isWanted = false;
  leaseUntil = 0;
  round = 0;
  /** The seats as this process wrote them last, and when by its own clock. */
  lastWritten: { stored: StoredSeats; at: number } | undefined;
  /** Whether a reading found them as this process had left them: nobody else is likely to have changed them since. */
  isAlone = false;
  /** Until then the short way stands aside: another process signs people up for this session too. */
  standAsideUntil = 0;
  users = 0;
  #lastMark: { begunAt: number; made: Promise<unknown> } | undefined;
  readonly #waiters = new Map<SignUpId, Waiter[]>();

  /** The seats as they were left here a moment ago: to be written under their version, which finds out whether they still are. */
  recall(): StoredSeats | undefined {
    return this.isAlone && this.lastWritten && performance.now() - this.lastWritten.at < recalledForMilliseconds ? this.lastWritten.stored : undefined;
  }

  wrote(stored: StoredSeats): void {
    this.lastWritten = { stored, at: performance.now() };
  }

  /** Resolves when the sign-up has been settled, whoever did it; with nothing after so many milliseconds. */
  settled(signUp: SignUp, withinMilliseconds: number): Promise<SignUp | undefined> {
    return new Promise((resolve) => {
      const waiter: Waiter = { signUp, round: this.round, tell: finish.bind(undefined) };
      const timer = setTimeout(() => finish(undefined), withinMilliseconds);
      const waiters = this.#waiters;
      function finish(settled: SignUp | undefined): void {
        clearTimeout(timer);
        const others = (waiters.get(signUp.id) ?? []).filter((other) => other !== waiter);
        if (others.length > 0) waiters.set(signUp.id, others);
        else waiters.delete(signUp.id);
        resolve(settled);
      }
      waiters.set(signUp.id, [...(waiters.get(signUp.id) ?? []), waiter]);
    });
  }

  /**
   * Sees to it that the seats are marked by a write that began after `since`. Those who give up waiting together share one:
   * each mark raises the seats' version, and a mark from every one of them would keep the settling from ever being in time.
   */
  async marked(since: number, mark: () => Promise<unknown>): Promise<void> {
    if (!this.#lastMark || this.#lastMark.begunAt < since) this.#lastMark = { begunAt: performance.now(), made: mark() };
    try {
      await this.#lastMark.made;
    } catch (error) {
      this.#lastMark = undefined;
      throw error;
    }
  }

  get hasWaiters(): boolean {
    return this.#waiters.size > 0;
  }

  waiterOf(id: SignUpId): SignUp | undefined {
    return this.#waiters.get(id)?.[0]?.signUp;
  }

  /** Those who waited before this round began. */
  waitersBefore(round: number): SignUpId[] {
    return [...this.#waiters].filter(([, waiters]) => waiters.some((waiter) => waiter.round < round)).map(([id]) => id);
  }

  tell(signUp: SignUp): void {
    for (const waiter of this.#waiters.get(signUp.id) ?? []) waiter.tell(signUp);
  }
}

const desks = new WeakMap<Table, Map<SessionId, Desk>>();
const keptDesks = 5000;

/** Runs with the session's desk. It is kept afterwards, so that the next one knows who changed the seats last. */
export async function atDesk<Answer>(table: Table, sessionId: SessionId, use: (desk: Desk) => Promise<Answer>): Promise<Answer> {
  const ofTable = desks.get(table) ?? new Map<SessionId, Desk>();
  desks.set(table, ofTable);
  const desk = ofTable.get(sessionId) ?? new Desk();
  if (!ofTable.has(sessionId) && ofTable.size >= keptDesks) putUnusedAway(ofTable);
  ofTable.set(sessionId, desk);
  desk.users += 1;
  try {
    return await use(desk);
  } finally {
    desk.users -= 1;
  }
}

function putUnusedAway(ofTable: Map<SessionId, Desk>): void {
  for (const [sessionId, desk] of ofTable) if (desk.users === 0 && !desk.settling) ofTable.delete(sessionId);
}
