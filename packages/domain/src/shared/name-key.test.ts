import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "./name-key.ts";

describe("nameKey", () => {
  it.each([
    ["PLTW", "pltw"],
    [" project \t lead  THE way ", "Project Lead the Way"],
    ["Virtual Enterprise Int\u2019l", "Virtual Enterprise Int'l"],
    ["Caf\u00e9", "Cafe\u0301"],
    ["Con\u00a0Edison", "Con Edison"],
  ])("of %j and %j is one", (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ["NAF", "N.A.F."],
    ["Harbor Ferry", "HarborFerry"],
    ["Cafe", "Caf\u00e9"],
  ])("of %j and %j is not one", (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it("of a key is the key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => {
        expect(nameKey(nameKey(name))).toBe(nameKey(name));
      }),
      { numRuns: 2000 },
    );
  });
});
