import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, isAll, isAny } from "./answer.ts";
import { also, atLeast, decide } from "./judge.ts";

const answer = fc.constantFrom<Answer>(true, false, undefined);

describe("joining answers", () => {
  it("never says less or other than what it would say of the same answers, were more of them known", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, fc.boolean())), (parts) => {
        for (const join of [isAll, isAny]) {
          const known = join(...parts.map(([one]) => one));
          const less = join(...parts.map(([one, isForgotten]) => (isForgotten ? undefined : one)));
          expect(less === known || less === undefined).toBe(true);
        }
      }),
    );
  });

  it("all is true of nothing, one is false of nothing, and each mirrors the other", () => {
    const not = (one: Answer) => (one === undefined ? undefined : !one);
    expect([isAll(), isAny()]).toEqual([true, false]);
    fc.assert(
      fc.property(fc.array(answer), (answers) => {
        expect(isAll(...answers)).toBe(not(isAny(...answers.map(not))));
      }),
    );
  });
});

describe("a judgement", () => {
  it("takes on a further reason, of the same verdict, after its own", () => {
    expect(also(decide(false, "a"), "b", { names: ["x"] })).toMatchObject({
      verdict: "unmet",
      because: [{ code: "a" }, { code: "b", verdict: "unmet", facts: { names: ["x"] } }],
    });
  });

  it("asks of each member for the facts that it lacks, where there are several", () => {
    const members: { name?: string; kind?: string }[] = [{ kind: "industry" }, { name: "x" }, {}];
    const asks = ({ name, kind }: { name?: string; kind?: string }) => [...(name ? [] : ["name"]), ...(kind ? [] : ["kind"])];
    const judged = atLeast(2, members, { path: "partners", asks, isSo: () => undefined, code: "enough" });
    expect(judged.missing).toEqual(["partners.0.name", "partners.1.kind", "partners.2.name", "partners.2.kind"]);
  });
});
