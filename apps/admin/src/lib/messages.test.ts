import { describe, expect, test } from "vitest";
import { ApiProblem, Unreachable } from "./api-error.ts";
import { messageOf, messages } from "./messages.ts";

describe("what a clerk is told", () => {
  test.each(Object.keys(messages))("for %s is whole sentences, with its facts in place", (code) => {
    const told = messageOf(
      new ApiProblem(409, { code, waitlist: "off", partySizeLimit: 4, capacity: 20, days: 366, min: 1, max: 100_000, most: 60, retryAfterSeconds: 61 }),
    );
    expect(told).toMatch(/^[A-Z].*[.]$/);
    expect(told).not.toContain("undefined");
    expect(told).not.toContain(code);
  });

  test.each([
    [1, "in 1 minute."],
    [61, "in 2 minutes."],
    [5_401, "in 2 hours."],
    [86_400, "in 24 hours."],
  ])("for a limit says when to try again, and never too soon: %d seconds", (retryAfterSeconds, words) => {
    expect(messageOf(new ApiProblem(429, { code: "too_many_messages", most: 60, retryAfterSeconds }))).toContain(words);
  });

  test("for a code that this console does not know yet is still something to go on with", () => {
    expect(messageOf(new ApiProblem(409, { code: "invented_tomorrow" }))).toBe(messages.internal);
    expect(messageOf(new ApiProblem(409, { code: "toString" }))).toBe(messages.internal);
  });

  test("where something in between answered for the server goes by the status", () => {
    expect(messageOf(new ApiProblem(502, {}))).toBe(messages.unavailable);
    expect(messageOf(new ApiProblem(401, {}))).toBe(messages.unauthenticated);
  });

  test("where no answer came says so", () => {
    expect(messageOf(new Unreachable("x"))).toContain("could not be reached");
    expect(messageOf(new TypeError("x is not a function"))).toContain("Reload");
  });
});
