/**
 * The rule of the line, told once more and as plainly as it can be: one party at a time, every party a record of its own,
 * every pass counted where it happens, and after each event a search from the front of the line for somebody to seat.
 * Slow and obvious on purpose, and without a line of the package's own code: what `settle` decides is held against it.
 */

export interface Party {
  name: string;
  size: number;
  state: "confirmed" | "pending" | "waitlisted" | "refused" | "declined" | "withdrawn" | "cancelled";
  number?: number;
  code?: string;
  /** How often somebody behind got a seat while this party waited. */
  passes: number;
}

export class SequentialLine {
  readonly parties: Party[] = [];
  capacity: number;
  waitlistLimit: number;
  needsApproval: boolean;
  isCancelled = false;
  /** Minutes until the session starts; 0 and less: it has started. */
  minutesToStart: number;
  #nextNumber = 1;

  constructor(start: { capacity: number; waitlistLimit: number; needsApproval: boolean; minutesToStart: number }) {
    this.capacity = start.capacity;
    this.waitlistLimit = start.waitlistLimit;
    this.needsApproval = start.needsApproval;
    this.minutesToStart = start.minutesToStart;
  }

  get taken(): number {
    return this.parties.filter((party) => party.state === "confirmed" || party.state === "pending").reduce((sum, party) => sum + party.size, 0);
  }

  /** Those in line, longest-waiting first. */
  get line(): Party[] {
    return this.parties.filter((party) => party.state === "waitlisted").sort((one, other) => (one.number ?? 0) - (other.number ?? 0));
  }

  arrive(name: string, size: number): void {
    const party: Party = { name, size, state: "waitlisted", passes: 0 };
    this.parties.push(party);
    if (this.isCancelled) {
      party.state = "cancelled";
    } else if (this.minutesToStart <= 0) {
      Object.assign(party, { state: "refused", code: "sign_ups_closed" });
    } else if (size > this.capacity) {
      Object.assign(party, { state: "refused", code: "party_larger_than_session" });
    } else {
      const linedUpBefore = this.line.length - 1;
      party.number = this.#nextNumber;
      this.giveSeats();
      if (party.state === "waitlisted" && linedUpBefore >= this.waitlistLimit) {
        delete party.number;
        Object.assign(party, { state: "refused", code: "session_full" });
      } else {
        this.#nextNumber += 1;
      }
    }
  }

  leave(name: string, state: "withdrawn" | "declined"): void {
    this.#party(name).state = state;
    this.giveSeats();
  }

  approve(name: string): void {
    this.#party(name).state = "confirmed";
    this.giveSeats();
  }

  shrink(name: string, size: number): void {
    this.#party(name).size = size;
    this.giveSeats();
  }

  changeCapacity(capacity: number): void {
    this.capacity = capacity;
    this.giveSeats();
  }

  pass(minutes: number): void {
    this.minutesToStart -= minutes;
    this.giveSeats();
  }

  cancel(): void {
    this.isCancelled = true;
    for (const party of this.parties) {
      if (party.state === "confirmed" || party.state === "pending" || party.state === "waitlisted") party.state = "cancelled";
    }
  }

  /** Seats whoever may be seated, one at a time, looking from the front of the line each time. */
  giveSeats(): void {
    for (let lucky = this.#nextToSeat(); lucky; lucky = this.#nextToSeat()) {
      for (const waiting of this.line) if ((waiting.number ?? 0) < (lucky.number ?? 0)) waiting.passes += 1;
      lucky.state = this.needsApproval ? "pending" : "confirmed";
    }
  }

  #nextToSeat(): Party | undefined {
    if (this.isCancelled || this.minutesToStart <= 0) return undefined;
    for (const party of this.line) {
      if (party.size <= this.capacity - this.taken) return party;
      const isWaitedFor = party.passes >= 3 && this.minutesToStart > 24 * 60 && party.size <= this.capacity;
      if (isWaitedFor) return undefined;
    }
    return undefined;
  }

  #party(name: string): Party {
    const party = this.parties.find((known) => known.name === name);
    if (!party) throw new Error(`no party ${name}`);
    return party;
  }
}
