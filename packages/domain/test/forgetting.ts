import fc from "fast-check";
import { expect } from "vitest";
import type { IsoDate, Rule } from "../src/index.ts";

/** Of large facts not every one each time: over all runs each has its turn, and a suite stays quick. */
const pathsEachRun = 5;

type Path = readonly (string | number)[];

/** Where every fact stands: each key of each object at any depth. Members of a list are not facts of their own: a list without one is another list. */
export function factPaths(value: unknown, at: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => factPaths(item, [...at, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...factPaths(inner, [...at, key])]);
}

/** The same facts with one of them left out. */
export function without<Facts>(facts: Facts, [first, ...rest]: Path): Facts {
  if (first === undefined) return facts;
  if (Array.isArray(facts)) return facts.map((item, index) => (index === first ? without(item, rest) : item)) as Facts;
  const { [first]: inner, ...others } = facts as Record<string | number, unknown>;
  return (rest.length === 0 ? others : { ...others, [first]: without(inner, rest) }) as Facts;
}

/**
 * Holds a rule to the one promise of all rules: whichever of the facts is left out, the verdict stays or becomes unknown. Missing data is
 * never met, and never unmet either. And a rule that has decided asks for nothing.
 */
export function expectForgettingIsHonest<Facts extends object>(rules: readonly Rule<Facts>[], facts: fc.Arbitrary<Facts>, on: IsoDate): void {
  fc.assert(
    fc.property(facts, fc.nat(), (known, first) => {
      const paths = factPaths(known);
      const start = first % Math.max(1, paths.length);
      const findings = rules.map((rule) => rule.check(known, on));
      for (const { ruleId, verdict, missing } of findings) if (verdict !== "unknown") expect(missing, `${ruleId} is ${verdict} and asks for more`).toEqual([]);
      const before = findings.map(({ verdict }) => verdict);
      for (const path of [...paths.slice(start), ...paths.slice(0, start)].slice(0, pathsEachRun)) {
        const less = without(known, path);
        for (const [index, rule] of rules.entries()) {
          const [was, is] = [before[index], rule.check(less, on).verdict];
          expect(is === was || is === "unknown", `${rule.id}: ${was} became ${is} without ${path.join(".")}`).toBe(true);
        }
      }
    }),
  );
}
