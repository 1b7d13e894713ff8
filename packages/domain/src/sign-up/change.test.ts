import { describe, expect, it } from "vitest";
import { exampleEvent, exampleSeats, exampleSignUp, frozen, moments, questions, signUpStates } from "../../test/examples.ts";
import { type Instant, minutesAfter } from "../shared/instant.ts";
import type { Result } from "../shared/result.ts";
import { approve, type ChangeRefusal, cancelWithSession, correct, countsFor, decline, makePartySmaller, type SeatsDelta, withdraw } from "./change.ts";
import type { Seats } from "./seats.ts";
import { isStanding, SignUp, type SignUpState, standingStates } from "./sign-up.ts";

const event = exampleEvent("published", { questions: [questions.text, { ...questions.choice, isRetired: true }] });
type Changed = Result<{ signUp: SignUp; delta: SeatsDelta }, ChangeRefusal>;

/** Every change, with the states that it may begin from. */
const changes: Record<
  string,
  { from: readonly SignUpState[]; to: (before: SignUpState) => SignUpState; make: (signUp: SignUp, seats: Seats, now: Instant) => Changed }
> = {
  approve: { from: ["pending"], to: () => "confirmed", make: approve },
  decline: { from: ["pending", "waitlisted"], to: () => "declined", make: decline },
  withdraw: { from: standingStates, to: () => "withdrawn", make: withdraw },
  makePartySmaller: { from: standingStates, to: (before) => before, make: (signUp, seats, now) => makePartySmaller(signUp, 1, seats, now) },
  correct: { from: standingStates, to: (before) => before, make: (signUp, seats, now) => correct(signUp, { answers: {} }, event, seats, now) },
};
const names = Object.keys(changes);
const each = names.flatMap((name) => signUpStates.map((state) => [name, state] as const));
const change = (name: string) => {
  const found = changes[name];
  if (!found) throw new Error(name);
  return found;
};

describe("every change of a sign-up", () => {
  it.each(each)("%s: from %s it leads where the rule says, or is refused with the state as it is", (name, state) => {
    const { from, to, make } = change(name);
    const before = frozen(exampleSignUp(state) as SignUp);
    const result = make(before, exampleSeats(), moments.now);
    if (!from.includes(state)) {
      expect(result).toEqual({ ok: false, refusal: { code: name === "approve" || name === "decline" ? "not_pending" : "not_standing", state } });
      return;
    }
    if (!result.ok) throw new Error(result.refusal.code);
    const { signUp, delta } = result.value;
    expect(signUp.state).toBe(to(state));
    expect(signUp.version).toBe(before.version + 1);
    expect(SignUp.parse(signUp)).toEqual(signUp);
    const [was, is] = [countsFor(before), countsFor(signUp)];
    expect(delta).toEqual({ confirmed: is.confirmed - was.confirmed, held: is.held - was.held, waiting: is.waiting - was.waiting });
    const whose = ({ id, sessionId, eventId, name: called, email, affiliation, receivedAt }: SignUp) => ({
      id,
      sessionId,
      eventId,
      called,
      email,
      affiliation,
      receivedAt,
    });
    expect(whose({ ...signUp, affiliation: before.affiliation } as SignUp)).toEqual(whose(before));
    if (!isStanding(signUp)) expect(signUp.endedAt).toBe(moments.now);
    expect("number" in signUp ? signUp.number : undefined).toBe("number" in before ? before.number : undefined);
  });

  it.each(names.flatMap((name) => [[name, 1, true] as const, [name, 0, false] as const, [name, -1, false] as const]))(
    "%s, %i minutes before the start: %s",
    (name, minutes, isMade) => {
      const result = change(name).make(exampleSignUp("pending"), exampleSeats(), minutesAfter(moments.starts, -minutes));
      if (isMade) expect(result.ok).toBe(true);
      else expect(result).toEqual({ ok: false, refusal: { code: "session_started", startedAt: moments.starts } });
    },
  );

  it.each(names)("%s: is refused in a cancelled session, whose cancellation tells everybody, also after its start", (name) => {
    for (const now of [moments.now, moments.after]) {
      expect(change(name).make(exampleSignUp("pending"), exampleSeats({ status: "cancelled" }), now)).toEqual({
        ok: false,
        refusal: { code: "session_cancelled" },
      });
    }
  });
});

describe("countsFor", () => {
  it.each([
    ["received", { confirmed: 0, held: 0, waiting: 0 }],
    ["confirmed", { confirmed: 2, held: 0, waiting: 0 }],
    ["pending", { confirmed: 0, held: 2, waiting: 0 }],
    ["waitlisted", { confirmed: 0, held: 0, waiting: 1 }],
    ["refused", { confirmed: 0, held: 0, waiting: 0 }],
    ["declined", { confirmed: 0, held: 0, waiting: 0 }],
    ["withdrawn", { confirmed: 0, held: 0, waiting: 0 }],
    ["cancelled", { confirmed: 0, held: 0, waiting: 0 }],
  ] as const)("a party of two that is %s: seats in people, the line in parties", (state, counts) => {
    expect(countsFor(exampleSignUp(state))).toEqual(counts);
  });
});

describe("approve", () => {
  it("turns the held seat into a confirmed one, and keeps number and moment", () => {
    expect(approve(exampleSignUp("pending"), exampleSeats(), moments.now)).toEqual({
      ok: true,
      value: { signUp: exampleSignUp("confirmed", { version: 5 }), delta: { confirmed: 2, held: -2, waiting: 0 } },
    });
  });
});

describe("decline", () => {
  it("frees the held seat and keeps the reason for the mail", () => {
    const result = decline(exampleSignUp("pending"), exampleSeats(), moments.now, "We meet with teachers only");
    expect(result).toEqual({
      ok: true,
      value: {
        signUp: exampleSignUp("declined", { endedAt: moments.now, reason: "We meet with teachers only", version: 5 }),
        delta: { confirmed: 0, held: -2, waiting: 0 },
      },
    });
  });

  it("frees the place of somebody in line, and leaves an empty reason away", () => {
    const result = decline(exampleSignUp("waitlisted"), exampleSeats(), moments.now, "");
    expect(result).toMatchObject({ ok: true, value: { delta: { confirmed: 0, held: 0, waiting: -1 } } });
    expect(result.ok && "reason" in result.value.signUp).toBe(false);
  });
});

describe("withdraw", () => {
  it.each([
    ["confirmed", { confirmed: -2, held: 0, waiting: 0 }],
    ["pending", { confirmed: 0, held: -2, waiting: 0 }],
    ["waitlisted", { confirmed: 0, held: 0, waiting: -1 }],
    ["received", { confirmed: 0, held: 0, waiting: 0 }],
  ] as const)("frees what a party of two held while %s", (state, delta) => {
    const result = withdraw(exampleSignUp(state), exampleSeats(), moments.now);
    expect(result.ok && result.value.delta).toEqual(delta);
  });

  it("leaves no number on somebody who never got one", () => {
    const result = withdraw(exampleSignUp("received"), exampleSeats(), moments.now);
    expect(result.ok && "number" in result.value.signUp).toBe(false);
  });

  it("leaves no affiliation where there was none", () => {
    const { affiliation: _none, ...alone } = exampleSignUp("confirmed");
    const result = withdraw(alone, exampleSeats(), moments.now);
    expect(result.ok && "affiliation" in result.value.signUp).toBe(false);
  });
});

describe("makePartySmaller", () => {
  const three = (state: "confirmed" | "pending" | "waitlisted") => exampleSignUp(state, { partySize: 3 });

  it.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
    [4, false],
    [1.5, false],
    [-1, false],
    [Number.NaN, false],
  ])("from three to %d: %s", (partySize, isMade) => {
    const result = makePartySmaller(three("confirmed"), partySize, exampleSeats(), moments.now);
    if (isMade)
      expect(result).toEqual({
        ok: true,
        value: { signUp: { ...three("confirmed"), partySize, version: 5 }, delta: { confirmed: partySize - 3, held: 0, waiting: 0 } },
      });
    else expect(result).toEqual({ ok: false, refusal: { code: "party_not_smaller", partySize: 3 } });
  });

  it("keeps the place in line, which is counted in parties", () => {
    const result = makePartySmaller(three("waitlisted"), 1, exampleSeats(), moments.now);
    expect(result).toMatchObject({ ok: true, value: { signUp: { number: 7, place: 2 }, delta: { confirmed: 0, held: 0, waiting: 0 } } });
  });
});

describe("correct", () => {
  const before = exampleSignUp("confirmed", { answers: { needs: "a ramp", time: "noon" } });

  it("replaces affiliation and answers, and keeps the answer to a question that is asked no more", () => {
    const result = correct(frozen(before), { affiliation: "Example Boats", answers: { needs: "nothing" } }, event, exampleSeats(), moments.now);
    expect(result).toEqual({
      ok: true,
      value: {
        signUp: { ...before, affiliation: "Example Boats", answers: { needs: "nothing", time: "noon" }, version: 5 },
        delta: { confirmed: 0, held: 0, waiting: 0 },
      },
    });
  });

  it("takes an answer and an affiliation away where they are not sent", () => {
    const result = correct(before, { answers: {} }, event, exampleSeats(), moments.now);
    expect(result.ok && result.value.signUp.answers).toEqual({ time: "noon" });
    expect(result.ok && "affiliation" in result.value.signUp).toBe(false);
  });

  it("lets an answer to a retired question be changed, but not be given anew", () => {
    expect(correct(before, { answers: { time: "morning" } }, event, exampleSeats(), moments.now)).toMatchObject({
      ok: true,
      value: { signUp: { answers: { time: "morning" } } },
    });
    expect(correct(exampleSignUp("confirmed"), { answers: { time: "morning" } }, event, exampleSeats(), moments.now)).toEqual({
      ok: false,
      refusal: { code: "answers_invalid", faults: [{ questionId: "time", reason: "unknown_question" }] },
    });
  });
});

describe("cancelWithSession", () => {
  it.each(signUpStates)("cancels what stands and touches nothing that has ended: %s", (state) => {
    const before = frozen(exampleSignUp(state) as SignUp);
    const after = cancelWithSession(before, moments.now);
    if (!isStanding(before)) {
      expect(after).toBeUndefined();
      return;
    }
    expect(after).toMatchObject({ state: "cancelled", endedAt: moments.now, version: before.version + 1 });
    expect(SignUp.parse(after)).toEqual(after);
  });
});
