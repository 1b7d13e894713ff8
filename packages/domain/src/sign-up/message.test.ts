import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleSignUp, signUpStates } from "../../test/examples.ts";
import { minutesAfter } from "../shared/instant.ts";
import { chosenPeopleAtMost, MessageAudience, MessageInput, whyNoLongerWrittenTo, whyNotWrittenTo, writableStates } from "./message.ts";
import { isStanding, type SignUp } from "./sign-up.ts";

const signUpIn = (state: SignUp["state"]) => exampleSignUp(state) as SignUp;
const toStates = (...states: readonly string[]) => MessageAudience.parse({ kind: "states", states });
const toPeople = (...signUpIds: readonly string[]) => MessageAudience.parse({ kind: "people", signUpIds });
const later = (signUp: SignUp) => minutesAfter("endedAt" in signUp ? signUp.endedAt : signUp.receivedAt, 1);

describe("whom a message is for", () => {
  it.each(signUpStates)("to states: somebody who is %s gets it if that state is among them, and else not", (state) => {
    const signUp = signUpIn(state);
    fc.assert(
      fc.property(fc.subarray([...writableStates], { minLength: 1 }), (states) => {
        const why = whyNotWrittenTo({ audience: toStates(...states), writtenAt: later(signUp) }, signUp);
        expect(why === undefined).toBe((states as readonly string[]).includes(state));
      }),
    );
  });

  it.each(signUpStates)("to people: somebody who was %s when they were chosen gets it, unless they withdrew", (state) => {
    const signUp = signUpIn(state);
    const why = whyNotWrittenTo({ audience: toPeople(signUp.id), writtenAt: later(signUp) }, signUp);
    expect(why).toBe(state === "withdrawn" ? "withdrawn" : undefined);
  });

  it("to people: whoever ended after it was written gets none, and nobody else does", () => {
    const ended = signUpStates.map(signUpIn).filter((signUp) => !isStanding(signUp) && signUp.state !== "withdrawn");
    expect(ended.length).toBeGreaterThan(0);
    for (const asGiven of ended) {
      const signUp = { ...asGiven, endedAt: minutesAfter(asGiven.receivedAt, 5) } as SignUp;
      const message = { audience: toPeople(signUp.id), writtenAt: signUp.receivedAt };
      expect(whyNotWrittenTo(message, signUp), signUp.state).toBe("ended_since");
      expect(whyNotWrittenTo({ ...message, audience: toPeople(signUp.id.replace(/.$/, (last) => (last === "0" ? "1" : "0"))) }, signUp)).toBe("not_chosen");
    }
  });

  it("is asked of a mail that was made as of everybody, but for who was chosen, and is never the laxer for it", () => {
    const minutes = fc.integer({ min: -5, max: 5 });
    const audiences = fc.oneof(fc.constant("chosen" as const), fc.subarray([...writableStates], { minLength: 1 }));
    fc.assert(
      fc.property(fc.constantFrom(...signUpStates), minutes, audiences, (state, minute, drawn) => {
        const signUp = signUpIn(state);
        const writtenAt = minutesAfter(signUp.receivedAt, minute);
        const audience = drawn === "chosen" ? toPeople(signUp.id) : toStates(...drawn);
        const kept = drawn === "chosen" ? ({ kind: "people" } as const) : audience;
        expect(whyNoLongerWrittenTo({ audience: kept, writtenAt }, signUp)).toBe(whyNotWrittenTo({ audience, writtenAt }, signUp));
      }),
    );
  });

  it("goes to nobody who signed up after it was written", () => {
    const signUp = signUpIn("confirmed");
    const before = minutesAfter(signUp.receivedAt, -1);
    expect(whyNotWrittenTo({ audience: toStates("confirmed"), writtenAt: before }, signUp)).toBe("signed_up_later");
    expect(whyNotWrittenTo({ audience: toPeople(signUp.id), writtenAt: before }, signUp)).toBe("signed_up_later");
  });
});

describe("what is written", () => {
  it.each(["a\r\nBcc: victim@evil.example", "a\u2028b", "a\u0000b", "", " "])("has a subject of one line, and never a header of its own: %j", (subject) => {
    const parsed = MessageInput.safeParse({ subject, text: "Hello." });
    // Ends of lines are folded to a space; whatever else could begin a line is refused.
    if (parsed.success) expect(parsed.data.subject).toBe("a Bcc: victim@evil.example");
  });

  it("has a text that says something, of several lines", () => {
    expect(MessageInput.safeParse({ subject: "Doors", text: " \n " }).error?.issues.map(({ message }) => message)).toEqual(["is needed"]);
    expect(MessageInput.parse({ subject: "Doors", text: "One.\r\n\r\nTwo.\n" }).text).toBe("One.\n\nTwo.");
    expect(MessageInput.safeParse({ subject: "Doors", text: "a".repeat(5001) }).success).toBe(false);
  });

  it.each([
    { kind: "states", states: [] },
    { kind: "states", states: ["withdrawn"] },
    { kind: "states", states: ["confirmed", "confirmed"] },
    { kind: "people", signUpIds: [] },
  ])("is for somebody: %j", (audience) => expect(MessageAudience.safeParse(audience).success).toBe(false));

  it("goes to all of a roster of 2,000 who were chosen one by one, and fits a record with them", () => {
    const chosen = (people: number) => ({ kind: "people", signUpIds: Array.from({ length: people }, (_, index) => `sgn_${String(index).padStart(52, "0")}`) });
    const whole = MessageAudience.parse(chosen(chosenPeopleAtMost));
    expect(JSON.stringify(whole).length).toBeLessThan(400 * 1024 * 0.4);
    expect(MessageAudience.safeParse(chosen(chosenPeopleAtMost + 1)).error?.issues[0]?.message).toBe("has room for at most 2,000 people");
  });
});
