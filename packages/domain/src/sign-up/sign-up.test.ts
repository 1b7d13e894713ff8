import { describe, expect, it } from "vitest";
import { exampleSignUp, signUpStates } from "../../test/examples.ts";
import { CorrectionInput, isStanding, SignUp, SignUpInput } from "./sign-up.ts";

describe("SignUpInput", () => {
  const least = { name: "Ada Example", email: "ada@example.org" };

  it("needs a name and an address, and reads the rest as one person without answers", () => {
    expect(SignUpInput.parse(least)).toEqual({ ...least, partySize: 1, answers: {} });
  });

  it.each([
    ["no name", { name: " \t " }],
    ["a name of 121 characters", { name: "a".repeat(121) }],
    ["no address", { email: "" }],
    ["a party of none", { partySize: 0 }],
    ["a party of 51", { partySize: 51 }],
    ["half a person", { partySize: 1.5 }],
    ["a party in words", { partySize: "2" }],
    ["an unknown field", { studentId: "1" }],
    ["a state of its own choosing", { state: "confirmed" }],
    ["too many answers", { answers: Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`q${index}`, "x"])) }],
    ["an answer that is a number", { answers: { q: 1 } }],
    ["an affiliation of 161 characters", { affiliation: "a".repeat(161) }],
    ["an empty affiliation", { affiliation: "" }],
  ])("refuses %s", (_, override) => {
    expect(SignUpInput.safeParse({ ...least, ...override }).success).toBe(false);
  });

  it.each([
    ["a name of 120 characters", { name: "a".repeat(120) }],
    ["a party of 50", { partySize: 50 }],
    ["20 answers", { answers: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`q${index}`, "x"])) }],
    ["an affiliation of 160 characters", { affiliation: "a".repeat(160) }],
  ])("takes %s", (_, override) => {
    expect(SignUpInput.safeParse({ ...least, ...override }).success).toBe(true);
  });
});

describe("CorrectionInput", () => {
  it("cannot change whose sign-up it is, nor how many come", () => {
    for (const field of ["name", "email", "partySize", "state"]) expect(CorrectionInput.safeParse({ answers: {}, [field]: "x" }).success).toBe(false);
  });
});

describe("SignUp", () => {
  it.each(signUpStates)("%s reads back as it was written", (state) => {
    expect(SignUp.parse(exampleSignUp(state))).toEqual(exampleSignUp(state));
  });

  it.each([
    ["a confirmed one without a number", "confirmed", "number"],
    ["a confirmed one without its moment", "confirmed", "seatedAt"],
    ["a waiting one without a place", "waitlisted", "place"],
    ["a refused one without a reason", "refused", "code"],
    ["a withdrawn one without its end", "withdrawn", "endedAt"],
  ] as const)("is never %s", (_, state, field) => {
    expect(SignUp.safeParse({ ...exampleSignUp(state), [field]: undefined }).success).toBe(false);
  });

  it.each([
    ["a received one with a number", "received", { number: 1 }],
    ["a confirmed one with an end", "confirmed", { endedAt: "2027-02-10T14:00:00.000Z" }],
    ["a pending one with a place", "pending", { place: 1 }],
  ] as const)("is never %s", (_, state, extra) => {
    expect(SignUp.safeParse({ ...exampleSignUp(state), ...extra }).success).toBe(false);
  });

  it("stands until it has ended", () => {
    expect(signUpStates.filter((state) => isStanding(exampleSignUp(state) as SignUp))).toEqual(["received", "confirmed", "pending", "waitlisted"]);
  });
});
