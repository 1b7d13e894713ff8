import fc from "fast-check";
import { expect } from "vitest";
import type { IsoDate, Rule, Verdict } from "../src/index.ts";

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
 * Holds a rule to the one promise of all rules: whatever fact is left out, the verdict stays or becomes unknown. Missing data is
 * never met, and never unmet either.
 */
export function expectForgettingIsHonest<Facts extends object>(rules: readonly Rule<Facts>[], facts: fc.Arbitrary<Facts>, on: IsoDate): void {
  fc.assert(
    fc.property(facts, fc.infiniteStream(fc.nat()), (known, picks) => {
      const paths = factPaths(known);
      const path = paths[(picks.next().value ?? 0) % Math.max(1, paths.length)];
      if (!path) return;
      for (const rule of rules) {
        const [before, after] = [rule.check(known, on).verdict, rule.check(without(known, path), on).verdict] as [Verdict, Verdict];
        expect(after === before || after === "unknown", `${rule.id}: ${before} became ${after} without ${path.join(".")}`).toBe(true);
      }
    }),
  );
}
