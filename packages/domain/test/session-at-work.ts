import {
  type ArrivedParty,
  approve,
  cancelSeats,
  cancelWithSession,
  changeCapacity,
  countsFor,
  decline,
  type Instant,
  makePartySmaller,
  minutesAfter,
  type Outcome,
  type Seats,
  type SeatsDelta,
  type SignUp,
  type SignUpId,
  SignUp as SignUpSchema,
  settle,
  type WaitingParty,
  withdraw,
} from "../src/index.ts";
import { exampleSeats, exampleSignUp, signUpId } from "./examples.ts";

/** One session with its sign-ups, kept in memory and changed by nothing but the package's decisions. */
export class SessionAtWork {
  seats: Seats;
  now: Instant;
  readonly signUps = new Map<string, SignUp>();
  /** The best place that each waiting party was ever told. */
  readonly placesTold = new Map<SignUpId, number>();
  readonly #ids = new Map<string, SignUpId>();
  #unsettled: string[] = [];
  readonly #most: () => number;

  constructor(override: Partial<Seats>, minutesToStart: number, most: () => number = () => 49) {
    this.seats = exampleSeats(override);
    this.now = minutesAfter(this.seats.startsAt, -minutesToStart);
    this.#most = most;
  }

  receive(name: string, partySize: number): void {
    const id = signUpId(this.#ids.size + 1);
    this.#ids.set(name, id);
    this.signUps.set(name, exampleSignUp("received", { id, partySize, receivedAt: this.now }));
    this.#unsettled.push(name);
  }

  /** Settles until nothing is left to decide. */
  settle(): void {
    for (let round = 0; ; round++) {
      if (round > 1000) throw new Error("settling does not come to an end");
      const arrived: ArrivedParty[] = this.#unsettled.map((name) => this.get(name));
      const takenBefore = this.seats.confirmed + this.seats.held;
      const { seats, outcomes, hasMore } = settle(this.seats, this.line, arrived, this.now, this.#most());
      const taken = seats.confirmed + seats.held;
      if (taken > takenBefore && taken > seats.capacity) throw new Error(`oversold: ${taken} of ${seats.capacity}`);
      for (const outcome of outcomes) this.#apply(outcome);
      this.seats = seats;
      if (!hasMore) return;
    }
  }

  get line(): WaitingParty[] {
    return [...this.signUps.values()].filter((signUp) => signUp.state === "waitlisted").sort((one, other) => one.number - other.number);
  }

  get(name: string): SignUp {
    const signUp = this.signUps.get(name);
    if (!signUp) throw new Error(`no party ${name}`);
    return signUp;
  }

  /** Applies a decision about one sign-up; whether it was accepted. */
  #change(name: string, result: { ok: true; value: { signUp: SignUp; delta: SeatsDelta } } | { ok: false }): boolean {
    if (!result.ok) return false;
    const { signUp, delta } = result.value;
    this.signUps.set(name, SignUpSchema.parse(signUp));
    this.seats = {
      ...this.seats,
      confirmed: this.seats.confirmed + delta.confirmed,
      held: this.seats.held + delta.held,
      waiting: this.seats.waiting + delta.waiting,
      version: this.seats.version + 1,
    };
    return true;
  }

  withdraw(name: string): boolean {
    return this.#change(name, withdraw(this.get(name), this.seats, this.now));
  }
  decline(name: string): boolean {
    return this.#change(name, decline(this.get(name), this.seats, this.now));
  }
  approve(name: string): boolean {
    return this.#change(name, approve(this.get(name), this.seats, this.now));
  }
  shrink(name: string, partySize: number): boolean {
    return this.#change(name, makePartySmaller(this.get(name), partySize, this.seats, this.now));
  }
  changeCapacity(capacity: number): boolean {
    const result = changeCapacity(this.seats, capacity, this.now);
    if (result.ok) this.seats = result.value;
    return result.ok;
  }
  pass(minutes: number): void {
    this.now = minutesAfter(this.now, minutes);
  }
  cancel(): void {
    this.seats = cancelSeats(this.seats);
    for (const [name, signUp] of this.signUps) {
      const after = cancelWithSession(signUp, this.now);
      if (!after) continue;
      const counted = countsFor(signUp);
      this.signUps.set(name, after);
      this.seats = {
        ...this.seats,
        confirmed: this.seats.confirmed - counted.confirmed,
        held: this.seats.held - counted.held,
        waiting: this.seats.waiting - counted.waiting,
      };
    }
  }

  #apply(outcome: Outcome): void {
    const [name, signUp] = [...this.signUps].find(([, known]) => known.id === outcome.id) ?? [];
    if (name === undefined || signUp?.state !== outcome.from) throw new Error(`decided about a party that is ${signUp?.state ?? "unknown"}`);
    this.#unsettled = this.#unsettled.filter((unsettled) => unsettled !== name);
    const { id, sessionId, eventId, email, partySize, answers, receivedAt, version } = signUp;
    const base = { id, sessionId, eventId, name: signUp.name, email, partySize, answers, receivedAt, version: version + 1 };
    const after =
      outcome.to === "waitlisted"
        ? { ...base, state: outcome.to, number: outcome.number, place: outcome.place }
        : outcome.to === "refused"
          ? { ...base, state: outcome.to, code: outcome.code, endedAt: this.now }
          : outcome.to === "cancelled"
            ? { ...base, state: outcome.to, endedAt: this.now }
            : { ...base, state: outcome.to, number: outcome.number, seatedAt: this.now };
    if (outcome.to === "waitlisted") this.placesTold.set(id, outcome.place);
    this.signUps.set(name, SignUpSchema.parse(after));
  }
}
