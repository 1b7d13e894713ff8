import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, given, type Judgement, rule } from "../src/index.ts";
import { exampleSource } from "./examples.ts";
import { expectForgettingIsHonest, factPaths, without } from "./forgetting.ts";

interface Facts {
  team?: readonly { isReviewer?: boolean | undefined }[] | undefined;
  meetings?: number | undefined;
}
const facts: fc.Arbitrary<Facts> = fc.record(
  { team: fc.array(fc.record({ isReviewer: fc.boolean() }, { requiredKeys: [] }), { maxLength: 3 }), meetings: fc.nat(3) },
  { requiredKeys: [] },
);
const held = (judge: (known: Facts) => Judgement) => () =>
  expectForgettingIsHonest([rule<Facts>({ ...exampleSource, id: "x.y", title: "Y", force: "required", from: "2020-01-01", judge })], facts, "2026-11-24");

describe("holding a rule to its promise", () => {
  it("knows every fact at every depth, and leaves out one of them", () => {
    const known = { team: [{ isReviewer: true }, {}], meetings: 2 };
    expect(factPaths(known)).toEqual([["team"], ["team", 0, "isReviewer"], ["meetings"]]);
    expect(without(known, ["team", 0, "isReviewer"])).toEqual({ team: [{}, {}], meetings: 2 });
    expect(without(known, ["team"])).toEqual({ meetings: 2 });
  });

  it(
    "lets an honest one pass",
    held((known) => given(known, ["meetings"], ({ meetings }) => decide(meetings >= 2, "held"))),
  );

  it.each<[string, (known: Facts) => Judgement]>([
    ["takes a missing number for enough", ({ meetings = 9 }) => decide(meetings >= 2, "held")],
    ["takes a missing number for none", ({ meetings = 0 }) => decide(meetings >= 2, "held")],
    [
      "takes silence about somebody for a no",
      ({ team }) =>
        given({ team }, ["team"], (known) =>
          decide(
            known.team.every((one) => !one.isReviewer),
            "apart",
          ),
        ),
    ],
    ["takes a missing list for an empty one", ({ team = [] }) => decide(team.length === 0, "apart")],
  ])("finds one that %s", (_, judge) => {
    expect(held(judge)).toThrow(/Counterexample/);
  });
});
